"""The documents of this site: that a reader can open them, and that their labels are true."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from opened import this_edition, this_project

QUOTED: Final = {
    *("amazon_10q_2026_q2", "amazon_2026_q2", "bloomberg_openai_70", "cnbc_anthropic_prospectus"),
    *("cnbc_openai_listing", "databricks_claude", "fortune_altman_listing", "github_claude"),
    *("msft_10k_fy26", "msft_fy26_q4_release", "reuters_anthropic_518", "reuters_broadcom_loan"),
    *("reuters_openai_talks", "softbank_openai_third"),
}
"""Documents with an address of their own that were read as others quote them."""
SAID: Final = {"en": re.compile("in quotations|as quoted"), "zh": re.compile("据引文|引文")}
RELAYED: Final = re.compile(r"转载| via |quoting|copy of|unnamed", re.IGNORECASE)


def test_a_reader_can_open_every_document() -> None:
    """Each has the address of a page, and not of a host alone."""
    for origin in this_project().book.origins.values():
        found = urlsplit(origin.url)
        assert found.scheme in ("http", "https"), origin.id
        assert "." in found.netloc, origin.id
        assert found.path.strip("/") or found.query, origin.id


def test_only_reprints_are_labelled_as_such() -> None:
    """No filing, company or newspaper is labelled as a copy of somebody else's text."""
    for origin in this_project().book.origins.values():
        if origin.tier != "reprint":
            assert not [n for n in origin.publisher.values() if RELAYED.search(n)], origin.id


def test_what_was_read_in_quotations_says_so() -> None:
    """A fact that rests on such a document says it in both languages."""
    for language, said in SAID.items():
        voice = this_edition(language).voice
        for key, value in voice.audit.values.items():
            if value and value.report and value.report.origin.id in QUOTED:
                remarks = voice.audit.book.facts[key].remarks
                texts = (voice.text(each) for each in (remarks.note, remarks.caveat))
                assert said.search(" ".join(texts)), (language, key)
