"""A small project with the real edge of MkDocs, and pages and a package of its own.

Nothing but the edge (configuration, hooks, theme) and the languages' words can make a build of it
fail.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = {
    "en": "# Page {name} {#top}\n\nIt was {{ fact() }}.<!--# not {{ shown }} #-->\n",
    "zh": "# 页面{name} {#top}\n\n营收为{{ fact() }}。<!--# 不{{ shown }} #-->\n",
}
PACKAGE = {
    "__init__.py": "def define_env(env):\n    env.macro(lambda: '<data>$116.4</data>', 'fact')\n",
    "site/__init__.py": "",
    "site/finish.py": """
from types import SimpleNamespace

def finish(edition, html, address):
    with (edition.root / "finished.txt").open("a") as log:
        log.write(f"{edition.language}/{address}\\n")
    end = f"<!--finished {edition.language} {edition.site}--></body>"
    return SimpleNamespace(html=html.replace("</body>", end), beside={})


def plain(edition, text):
    return text
""",
    "site/assets.py": """
def extra_files(edition, editions):
    yield "data/made.txt", edition.language.encode()
""",
    "site/notices.py": "def notices(edition, editions):\n    return {}\n",
    "site/downloads.py": """
def head(edition, src):
    return {}
""",
    "site/search.py": """
def entries(edition, uri, editions):
    return [] if uri != "ledger.md" else [("ledger.html#a1", "A thing", edition.language)]
""",
    "pages/__init__.py": "",
    "pages/figures.py": "def let_go(edition):\n    return None\n",
    "pages/configuration.py": """
class Configuration:
    def __init__(self, root, main):
        one = "languages: [en]" in (root / main).read_text("utf-8")
        self.folders = {"en": ""} if one else {"en": "", "zh": "zh/"}
""",
    "pages/contexts.py": """
def accepted(markdown, macros):
    return markdown


def with_alternatives(edition, markdown):
    return markdown
""",
    "pages/project.py": """
from types import SimpleNamespace

def open_project(root, sites, folders, main, base):
    named = {
        name: SimpleNamespace(language=name, site=site, root=root) for name, site in sites.items()
    }
    return SimpleNamespace(root=root, editions=named, digests=digests(root) if base else {})


def digests(root):
    files = sorted((root / "docs").rglob("*.md"))
    pages = {file.relative_to(root).as_posix(): file.read_text() for file in files}
    titles = [text.partition("\\n")[0] for text in pages.values()]
    return {path: f"{path}{titles}{text}" for path, text in pages.items()}
""",
    "pages/parts.py": """
def late(editions):
    return {path for each in editions for path in [f"docs/{each.language}/findings.md"]}
""",
    "checks/__init__.py": "",
    "checks/site/__init__.py": "",
    "checks/pages/__init__.py": "",
    "checks/pages/published.py": "def check_rendered(edition, rendered):\n    return ()\n",
    "checks/site/free_numbers.py": """
from macros.checks.kept_checks import Problems

def check_article(edition, uri, html):
    return Problems([f"{uri}:0:0: seen"] * ("13 more" in html))
""",
    "checks/site/files.py": """
import re
from types import SimpleNamespace

class Site:
    def __init__(self, folder, name):
        self.folder, self.name, self.reader = folder, name, SimpleNamespace(values=())
        found = sorted(path for path in folder.rglob("*") if path.is_file())
        self.files = {path.relative_to(folder).as_posix(): path for path in found}
        html = [path for path in self.files if path.endswith(".html")]
        self.pages = {path: page(self.text(path)) for path in html}
        self.parts = {path: {path: page} for path, page in self.pages.items()}

    def text(self, path):
        return self.files[path].read_text()

    def target(self, page, url):
        return None

def page(html):
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    return SimpleNamespace(scripts=scripts, links=[])
""",
    "checks/site/built.py": """
from macros.checks.kept_checks import Problems

def check(site, project):
    pages = {path.split("/")[-1] for path in site.pages if "13 wrongs" in site.text(path)}
    return Problems(f"{site.name}/{page}:1:1: wrong" for page in sorted(pages))
""",
    "checks/kept_checks.py": """
from types import SimpleNamespace

class Problems(list):
    errors = property(list)

def reviewed(root, main, project):
    told = (project().root / "data" / "problems.txt").read_text().splitlines()
    return SimpleNamespace(problems=Problems(told))
""",
    "charts/__init__.py": "",
    "data/__init__.py": "",
}


def names() -> list[str]:
    """Return the file names of the pages that the English navigation lists."""
    return re.findall(r": (\S+\.md)$", (REPOSITORY / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)


def make_project(root: Path) -> Path:
    """Write a small project with the real edge into a folder."""
    for name in ("mkdocs.yml", "docs/zh.yml", "macros/hooks.py"):
        write(root / name, (REPOSITORY / name).read_text("utf-8"))
    for name in ("problems.py", "data/inputs.py", "data/kept.py", "data/pieces.py"):
        shutil.copy(REPOSITORY / "macros" / name, write(root / "macros" / name, ""))
    for name in ("arithmetic", "language", "edge", "theme"):
        shutil.copytree(REPOSITORY / "macros" / name, root / "macros" / name)
    for name, text in PACKAGE.items():
        write(root / "macros" / name, text)
    for code, text in PAGE.items():
        for name in names():
            write(root / "docs" / code / name, text.replace("{name}", name))
    write(root / "data/facts.yml", "site:\n  as_of: 2026-06-15\n  title: {en: 'x'}\n")
    write(root / "data/problems.txt", "")
    return root


def write(path: Path, text: str) -> Path:
    """Write a file, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def environment(**extra: str) -> dict[str, str]:
    """Return this process's environment without what changes a build."""
    dropped = {"SOURCE_DATE_EPOCH", "TIEOUT_SITE_URL", "PYTHONHASHSEED", "PYTHONPATH"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {"NO_MKDOCS_2_WARNING": "1"} | extra


def build(root: Path, *words: str, **extra: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` in a folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *words]
    return subprocess.run(
        command, cwd=root, env=environment(**extra), capture_output=True, text=True, check=False
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@contextmanager
def serving(root: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run `mkdocs serve` with its files in a folder; end it if a line never comes."""
    folder.mkdir()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:0"]
    with subprocess.Popen(
        command, cwd=root, env=environment(TMPDIR=str(folder)), stderr=subprocess.PIPE, text=True
    ) as process:
        limit = threading.Timer(40, process.kill)
        limit.start()
        try:
            yield process
        finally:
            limit.cancel()
            process.kill()


def rebuilt(process: subprocess.Popen[str], pages: list[Path], words: list[str]) -> bool:
    """Read the log up to a rebuild after which each page has all the words."""
    assert process.stderr
    for line in process.stderr:
        if "Reloading browsers" in line and all(page.is_file() for page in pages):
            texts = [page.read_text("utf-8") for page in pages]
            if all(word in text for word in words for text in texts):
                return True
    return False
