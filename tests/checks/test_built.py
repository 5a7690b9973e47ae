"""The check of the built site: each thing that may be wrong with a page is told at its place."""

from __future__ import annotations

import re
from pathlib import Path

import books
import edge_project
import pytest
from explainers import Built
from opened import project_in

from macros.checks.site.built import check_site
from macros.pages.project import open_project
from macros.site.beside import file_beside

MONEY = "concept: revenue, entity: north, period: 2024, unit: billion USD, basis: recognised"
FACTS = books.fact(
    "sales",
    MONEY,
    'origin: filing, printed: "more than $13 billion", bound: more_than, value: 13',
    'origin: article, at: ¶7, printed: "120亿美元", value: 12',
    note=books.NOTE,
)
DATA = (
    '<data class="t-n" value="13000000000" data-fact="sales" data-kind="fact">{fact}</data>\n'
    '<data class="t-n" value="12000000000" data-fact="sales" data-kind="printed" data-at="¶7"'
    ' data-verdict="contradicted">{printed}</data>\n'
    '<data class="t-n" value="1" data-kind="count" data-count="figures">1</data>\n'
)
PAGE = """\
<!doctype html>
<html lang="{lang}"><head><link rel="canonical" href="https://site.example/sub/{path}">
<link rel="stylesheet" href="{up}style.css"><script>"{{{{"</script></head>
<body><article>
<h1 id="top">T</h1>
<a href="{other}">pair</a> <a href="#top">up</a> <a href="https://elsewhere.example/">out</a>
{data}<figure><svg role="img" aria-label="13"></svg></figure><img src="{up}p.png" alt="a picture">
<a class="t-num" href="#top" data-card="1">1</a> <div class="t-notes" data-cards="{up}n.js"></div>
<svg class="icon"></svg> <a href="mailto:a@site.example">write</a> <img src="data:," alt="dot">
</article></body></html>
"""
WORDS = {
    "en": {"fact": "more than $13\u00a0billion", "printed": "$12\u00a0billion"},
    "zh": {"fact": "超过130亿美元", "printed": "120亿美元"},
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one page in both languages, built by hand and right."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/facts.yml").write_text(books.file(facts=FACTS), "utf-8")
    site = tmp_path / "site"
    (site / "zh").mkdir(parents=True)
    for lang, up, other in (("en", "", "zh/index.html#top"), ("zh", "../", "../")):
        path = "zh/" if lang == "zh" else ""
        data = DATA.format(**WORDS[lang])
        html = PAGE.format(lang=lang, path=path, up=up, other=other, data=data)
        (site / path / "index.html").write_text(html, "utf-8")
    (site / "404.html").write_text('<html lang="en"><a href="/sub/zh/">中文</a></html>', "utf-8")
    _, cards = file_beside("index.html", "cards", '\n<div id="card-1">$13</div>')
    (site / "n.js").write_bytes(cards)
    (site / "style.css").write_text("a {background: url(p.png)}\n", "utf-8")
    (site / "p.png").write_bytes(b"")
    return tmp_path


def told(project: Path) -> list[str]:
    """Return what is wrong with the site of a project."""
    return [str(problem) for problem in check_site(project / "site", open_project(project))]


def test_a_good_site_has_no_problem(project: Path) -> None:
    """A site whose pages say what the data says passes."""
    assert told(project) == []


def test_the_built_site_has_no_problem(built: Built) -> None:
    """A real site, built, passes the check that its build ran, and names its folder."""
    project = project_in(built.explainer.folder)
    assert [str(problem) for problem in check_site(built.site, project)] == []


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (
            'href="zh/index.html#top"',
            'href="zh/gone.html"',
            "6:1: the link 'zh/gone.html' leads nowhere (there is no site/zh/gone.html)",
        ),
        (
            "index.html#top",
            "index.html#gone",
            "6:1: the link 'zh/index.html#gone' leads to no place (site/zh/index.html has no id",
        ),
        (
            'href="#top">up',
            'href="#gone">up',
            "6:38: the link '#gone' leads to no place (this page",
        ),
        ('href="#top">up', 'href="/other/">up', "6:38: /other/ leads out of the site's folder"),
        ('href="#top">up', 'href="javascript:go()">up', "6:38: a a runs a script: javascript:go()"),
        ('href="#top">up', 'href="https://[x/">up', "6:38: 'https://[x/' is no address"),
        ("mailto:", "https://site.example/sub/", "12:26: the link 'https://site.example/sub/a@"),
        (">T</h1>", ">{{ x }}</h1>", "5:14: '{{' was not rendered"),
        (">T</h1>", ' title="{% x %}">T</h1>', "5:21: '{%' was not rendered"),
        (
            ">T</h1>",
            "><em>Macro Rendering Error</em></h1>",
            "5:18: 'Macro Rendering Error' was not rendered",
        ),
        (">T</h1>", '><mark class="t-problem">no</mark></h1>', "5:14: a call with a problem is"),
        (
            ">T</h1>",
            '></h1><div class="t-slot" data-call="[]"></div>',
            "5:19: a slot was never filled",
        ),
        (">T</h1>", ">T</h1><script>go()</script>", "5:20: a script stands in the article"),
        (">T</h1>", ' onclick="go()">T</h1>', "5:1: a h1 has a script in onclick"),
        (">T</h1>", '>T</h1><i id="top"></i>', "5:20: the id 'top' is used twice"),
        ("$13", "$15", "7:1: “more than $15 billion” is not what the data says ('$13"),
        (
            'value="13000000000"',
            'value="12"',
            "7:1: the value of “more than $13 billion” is '12' (the data gives '13000000000')",
        ),
        (
            'data-fact="sales" data-kind="fact"',
            'data-fact="salse" data-kind="fact"',
            "7:1: there is no fact 'salse' (did you mean 'sales'?)",
        ),
        ("$12", "$15", "8:1: “$15 billion” is not what the data says"),
        ("¶7", "¶8", "8:1: the article does not print 'sales' in ¶8 (it does in ¶7)"),
        ('"contradicted"', '"confirmed"', "8:1: the verdict of “$12 billion” is 'confirmed'"),
        ('">1</data>', '">2</data>', "9:1: “2” is not what the data says ('1' is)"),
        ('="figures"', '="figgures"', "9:1: nothing is counted as 'figgures'"),
        (
            '<data class="t-n" value="1"',
            '<i class="t-n" value="1"',
            "zh/index.html:9:1: count 'figures' = 1 stands 1× here and 0× in site/index.html",
        ),
        (' aria-label="13"', "", "10:9: the svg has no text alternative"),
        (' role="img"', "", "10:9: the svg has no text alternative"),
        (' alt="a picture"', "", "10:56: the img has no text alternative"),
        ('"a picture"', '""', "10:56: the img has no text alternative"),
        (
            'src="p.png"',
            'src="https://cdn.example/p.png"',
            "10:56: a img loads https://cdn.example/p.png from another host (ship the file) [site]",
        ),
        (
            'src="p.png"',
            'srcset="//cdn.example/p.png 2x"',
            "10:56: a img loads //cdn.example/p.png",
        ),
        ('src="p.png"', 'src="gone.png"', "10:56: the link 'gone.png' leads nowhere"),
        (
            '"style.css"',
            '"https://cdn.example/s.css"',
            "3:1: a link loads https://cdn.example/s.css",
        ),
        (
            "<script>",
            "<style>@import 'https://cdn.example/s.css';</style><script>",
            "3:48: a style loads https://cdn.example/s.css from another host",
        ),
        (
            'id="top"',
            'id="top" style="background: url(//cdn.example/p.png)"',
            "5:33: a style loads //cdn.example/p.png",
        ),
        ('data-card="1"', 'data-card="2"', "11:1: the card '2' is not on the page"),
        ('data-cards="n.js"', 'data-cards="gone.js"', "11:50: the link 'gone.js' leads nowhere"),
    ],
)
def test_a_mistake_is_told_at_its_place(project: Path, old: str, new: str, wanted: str) -> None:
    """One thing that is wrong on a page is one message, with file, line and column."""
    page = project / "site/index.html"
    html = page.read_text("utf-8")
    assert html.count(old) == 1
    page.write_text(html.replace(old, new), "utf-8")
    found = [line.replace("\u00a0", " ") for line in told(project)]
    start = wanted if wanted.startswith("zh/") else f"index.html:{wanted}"
    own = [line for line in found if "stands 1×" not in line or "stands" in wanted]
    assert len(own) == 1, found
    assert own[0].startswith(f"site/{start}")


@pytest.mark.parametrize(
    "spoiled", [b"", b"tieoutPart('cards','!');", b"tieoutPart('cards','eJw=');"]
)
def test_a_spoiled_file_brings_nothing(project: Path, spoiled: bytes) -> None:
    """A file beside a page that was cut short brings no card, and that is told of the page."""
    (project / "site/n.js").write_bytes(spoiled)
    assert "site/index.html:11:1: the card '1' is not on the page (build again) [site]" in told(
        project
    )


def test_a_style_sheet_loads_nothing_from_elsewhere(project: Path) -> None:
    """Style sheets are read, too."""
    (project / "site/style.css").write_text("\n a {src: url('https://f.example/f')}", "utf-8")
    assert told(project) == [
        "site/style.css:2:10: a style loads https://f.example/f from another host "
        "(ship the file) [site]"
    ]


def test_both_languages_show_the_same_numbers(project: Path) -> None:
    """A page that was built before its pair, from other data, is told from both sides."""
    page = project / "site/zh/index.html"
    page.write_text(re.sub("<data.*data-at.*</data>", "", page.read_text("utf-8")), "utf-8")
    assert told(project) == [
        "site/index.html:8:1: printed 'sales' ¶7 = 12000000000 stands 1× here and 0× in "
        "site/zh/index.html (build all languages again) [site]"
    ]


def test_a_mistake_that_is_written_often_is_told_once(project: Path) -> None:
    """Links of one page that are written alike and lead nowhere have one cause: it is told once."""
    page = project / "site/index.html"
    html = page.read_text("utf-8")
    gone = '<a href="gone.html">'
    page.write_text(html.replace("</article>", f"{gone}a</a> {gone}b</a></article>"), "utf-8")
    (wrong,) = told(project)
    assert "the link 'gone.html' leads nowhere" in wrong


def test_without_data_the_rest_is_still_checked(project: Path) -> None:
    """Where the data cannot be read, links and leftovers are told all the same."""
    (project / "data/facts.yml").write_text("[", "utf-8")
    (project / "site/zh/index.html").unlink()
    found = told(project)
    assert "site/index.html:6:1: the link 'zh/index.html#top' leads nowhere" in found[1]


def test_a_site_elsewhere_is_named_by_its_path(project: Path, tmp_path: Path) -> None:
    """A folder outside the project is called what it was called."""
    other = tmp_path.parent / f"{tmp_path.name}-other"
    (project / "site").rename(other)
    (other / "style.css").unlink()
    (first, *_) = check_site(other, open_project(project))
    assert first.where.path == f"{other.as_posix()}/index.html"


@pytest.mark.parametrize(
    ("text", "message"),
    [("13 wrongs", "site/ledger.html:1:1: wrong"), ("13 more", "ledger.md:0:0: seen")],
)
def test_a_build_with_a_wrong_page_publishes_nothing(
    tmp_path: Path, text: str, message: str
) -> None:
    """The build reads each page as rendered and as finished, and publishes all of them or none."""
    root = edge_project.make_project(tmp_path)
    edge_project.write(root / "site/old.html", "old")
    edge_project.write(root / "docs/zh/ledger.md", f"# {text} {{#top}}\n")
    done = edge_project.build(root)
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert edge_project.contents(root / "site") == {"old.html": b"old"}


def test_a_call_whose_number_was_lost_is_told_where_it_stands(project: Path) -> None:
    """What a page's calls make stands on the built page; what nobody sees is not missed."""
    page, pair = (project / f"docs/{language}/index.md" for language in ("en", "zh"))
    for each in (page, pair):
        each.parent.mkdir(parents=True)
    pair.write_text("# T {#top}\n", "utf-8")
    said = 'Sales: {{ fact("sales") }}, as printed {{ printed("sales") }}.\n'
    page.write_text(f'# T {{#top}}\n\n{said}\n<!-- {{{{ fact("sales") }}}} -->\n', "utf-8")
    assert told(project) == []
    page.write_text(page.read_text("utf-8") + 'And {{ fact("sales") }}.\n', "utf-8")
    assert told(project) == [
        "docs/en/index.md:6:5: fact 'sales' = 13000000000 does not stand on site/index.html "
        "(it was lost on the way; build again) [site]"
    ]
