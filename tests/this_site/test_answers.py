"""The three answers of the home page: how long they take to read aloud, and what each names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from explainers import ROOTS

from macros.language.writing import Language

_PACE: Final[dict[Language, int]] = {"en": 150, "zh": 240}
"""Words, or characters, that are read aloud in a minute."""
_DIGITS: Final = re.compile(r"\d[\d,.]*\d|\d")
PARTNERS: Final[dict[Language, list[set[str]]]] = {
    "en": [{"Microsoft", "OpenAI"}, {"Amazon", "Anthropic"}, {"Amazon", "OpenAI", "Anthropic"}],
    "zh": [{"微软", "OpenAI"}, {"亚马逊", "Anthropic"}, {"亚马逊", "OpenAI", "Anthropic"}],
}
CHANGE: Final = {"en": r"(?:would|could) (?:change|reverse)", "zh": r"答案就会变|局面就会扭转"}


def _answers(site: Path, language: Language) -> list[str]:
    """Return the answers as they stand on the page, as plain text."""
    html = (site / f"{ROOTS[language]}index.html").read_text("utf-8")
    found = re.findall(r'<h2 id="question-[^>]*>.*?</h2>\s*<p>(.*?)</p>', html, re.DOTALL)
    return [re.sub("<[^>]*>", "", text).replace("&nbsp;", " ") for text in found]


def _english(number: str) -> int:
    """Return the words of a number: “twenty twenty-six”, “one hundred and eleven point one”."""
    whole, _, part = number.replace(",", "").partition(".")
    words = {1: 1, 2: 1, 3: 2 if whole.endswith("00") else 4}.get(len(whole), 2)
    return words + (len(part) + 1 if part else 0)


def _chinese(number: str, year: bool) -> int:
    """Return the characters of a number: each digit with its place, a year’s by themselves."""
    digits = number.rstrip("0") or "0"
    return len(number) if year else max(2 * len(digits) - (len(digits) == len(number)), 1)


def _aloud(text: str, language: Language) -> int:
    """Return how many words, or characters, a text has when its numbers are spoken.

    A Latin name in a Chinese sentence takes as long as a character for each three letters, and an
    abbreviation for each letter.
    """
    rest = _DIGITS.sub(" ", text)
    if language == "en":
        units = 2 * text.count("%") + text.count("$")
        return sum(map(_english, _DIGITS.findall(text))) + units + len(re.findall(r"[\w’]+", rest))
    numbers = ((found[0], text[found.end()] == "年") for found in _DIGITS.finditer(text))
    names = (len(n) if n.isupper() else -(-len(n) // 3) for n in re.findall("[A-Za-z]+", rest))
    characters = len(re.findall("[\u4e00-\u9fff]", rest)) + 3 * text.count("%")
    return sum(_chinese(*number) for number in numbers) + sum(names) + characters


@pytest.mark.parametrize("language", ROOTS)
def test_the_answers_take_a_minute(own_site: Path, language: Language) -> None:
    """All three together are read aloud in sixty seconds at most."""
    answers = _answers(own_site, language)
    assert len(answers) == 3
    assert sum(_aloud(text, language) for text in answers) <= _PACE[language]


@pytest.mark.parametrize("language", ROOTS)
def test_each_answer_is_whole(own_site: Path, language: Language) -> None:
    """Each opens with the answer, names both partners and says what would change it."""
    html = (own_site / f"{ROOTS[language]}index.html").read_text("utf-8")
    assert len(re.findall(r"</h2>\s*<p><strong>", html)) >= 3
    for text, names in zip(_answers(own_site, language), PARTNERS[language], strict=True):
        assert {name for name in names if name not in text} == set()
        assert re.search(CHANGE[language], text), text


@pytest.mark.parametrize("language", ROOTS)
def test_each_answer_stands_on_two_or_three_figures(own_site: Path, language: Language) -> None:
    """No more than a listener keeps, each with a card."""
    html = (own_site / f"{ROOTS[language]}index.html").read_text("utf-8")
    found = re.findall(r'<h2 id="question-[^>]*>.*?</h2>\s*<p>(.*?)</p>', html, re.DOTALL)
    assert all(2 <= text.count('data-kind="fact"') <= 3 for text in found)
