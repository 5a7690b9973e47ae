"""What MkDocs calls: all languages in one build, published whole or not at all.

It decides nothing itself: what a number, a card or a problem is, the package says. Where the
package is installed it is the plugin `tieout`; in a clone, where it is not, a hook. MkDocs loads
it once per process, and all languages share it, so that nothing in `RUN` belongs to one of them.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click
from jinja2 import Environment
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

HOME = str(Path(__file__).resolve().parent.parent)
sys.path.insert(0, HOME)  # MkDocs takes it away again: see on_config

from macros.edge import (  # noqa: E402
    clock,
    finished,
    languages,
    last_steps,
    package,
    search,
    settings,
    shared_theme,
    staging,
)
from macros.edge.rebuild import Edits  # noqa: E402
from macros.edge.run import Run, log  # noqa: E402

TemplateContext = dict[str, Any]
ROOT_ONLY = {"404.html", "sitemap.xml"}
RUN = Run()


def on_startup(*, command: languages.Command, dirty: bool) -> None:
    """Remember the command; other languages never get here."""
    context = click.get_current_context(silent=True)
    serving = context is not None and context.info_name == "serve"  # `serve --clean`: build
    RUN.command = "serve" if serving else command
    sys.dont_write_bytecode |= RUN.serving  # an engineer's clone is watched, too
    gc.set_threshold(50_000 if RUN.serving else 1_000_000, 20, 20)  # of a build nearly all stays


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Check, load the other languages and choose where to build, before the engine loads."""
    root = _root(config)
    if HOME not in sys.path:
        sys.path.insert(0, HOME)
    if not languages.is_other(config):
        RUN.begin(config, root)
    settings.complete(config, root)
    if languages.is_other(config):
        language = languages.language_of(config)
        config.extra["edition"] = RUN.editions.get(language)  # for the macros
        return
    search.know_words()
    if RUN.serving and Path(HOME) == root:  # a clone, whose package is being worked on
        package.forget("macros")
    RUN.shielded(lambda: RUN.read(config, root), None)
    RUN.clock = clock.set_clock(clock.as_of(root / "data" / "facts.yml"), os.environ)
    config.extra["edition"] = RUN.editions.get(languages.language_of(config))
    if RUN.command in {"build", "gh-deploy"}:
        RUN.stage = staging.Stage.beside(Path(config.site_dir), root)
        config.site_dir = str(RUN.stage.folder)
    RUN.others = RUN.shielded(lambda: languages.load(config, root), ())


@event_priority(-100)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the files that the package generates, and notices for pages of the other language."""
    rendered = [(file.src_uri, file.dest_uri) for file in files.documentation_pages()]
    RUN.refuse(RUN.ask(config, "checks.pages.published.check_rendered", rendered, default=None))
    if languages.is_other(config):
        shared_theme.leave_out(files, RUN.assets)
    else:
        RUN.assets = shared_theme.assets(files, config)  # no language needs what the root drops
        shared_theme.drop_unneeded(files, config.extra["languages"])
    RUN.generate(config, files)
    editions = RUN.editions.values()
    notices: dict[str, str] = RUN.ask(config, "site.notices.notices", editions, default={})
    for path, text in notices.items():  # listed in no navigation unless its author lists it
        unlisted = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=text, inclusion=unlisted))
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Let pages that nothing has changed for be copied."""
    pages = RUN.meet(config, files, nav, _root(config))
    pages.take(lambda html: finished.with_problems(html, RUN.problems, RUN.stopped(config)))
    return nav


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Let every language's pages lead to the one set of assets at the root."""
    RUN.of(config).env = env
    env.filters["nearby"] = shared_theme.nearby
    shared_theme.keep_compiled(env, _root(config) / ".cache" / "templates")
    if languages.is_other(config):
        way = shared_theme.to_root(languages.folder_of(config))
        shared_theme.lead_to_root(env, way, RUN.assets)


def on_pre_page(page: Page, *, config: MkDocsConfig, files: Files) -> Page:
    """Give the page the address a host serves it at: `…/`, not `…/index.html`."""
    if config.site_url:
        page.canonical_url = config.site_url + languages.address(page.file.dest_uri)
    return page


@event_priority(100)
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Fill in titles and alternatives, and run all calls, of which the engine knows the macros."""
    accept: Callable[..., str] = package.function("macros.pages.contexts", "accepted")
    for key in page.meta.keys() & {"title", "description"}:
        text = str(page.meta[key])
        page.meta[key] = accept(RUN.ask(config, "site.finish.plain", text, default=text), {})
    engine: Any = config.plugins["macros"]
    worded = RUN.ask(config, "pages.contexts.with_alternatives", markdown, default=markdown)
    page.markdown = accept(worded, engine.macros)  # the engine takes the title from here
    shown = f"{page.title}\n{page.markdown}"  # a program that runs nothing need not be compiled
    engine.config["render_by_default"] = any(mark in shown for mark in ("{{", "{%", "<!--#"))
    return page.markdown


@event_priority(-100)  # the theme's search has read the page by then
def on_page_context(
    context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: object
) -> TemplateContext:
    """Tell the theme where this page is in each language, and what machines read of it."""
    context["alternates"] = languages.alternates_of(page, config)
    context["machines"] = RUN.ask(config, "site.downloads.head", page.file.src_uri, default={})
    asked = page.file.src_uri, RUN.editions.values()  # nothing, for any page but the ledger
    found: search.SearchEntries = RUN.ask(config, "site.search.entries", *asked, default=())
    search.add_entries(config.plugins, page, found)
    RUN.of(config).met(page)
    return context


def on_template_context(
    context: TemplateContext, *, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Tell the 404 page where the home pages are, and the sitemap where all pages are."""
    context["alternates"] = languages.homes(config, context["base_url"])
    if template_name == "sitemap.xml":
        sources = RUN.of(config).sources
        pages = [file.page for file in sources if file.page]
        context["entries"] = [
            (page.update_date, languages.alternates_of(page, config)) for page in pages
        ]
    return context


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Leave out of the other languages what there is once per site."""
    return "" if languages.is_other(config) and template_name in ROOT_ONLY else output


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Read once more what Markdown has made, and put in what did not go through it: cards."""
    made = page.file.src_uri, page.content
    RUN.refuse(RUN.ask(config, "checks.site.free_numbers.check_article", *made, default=None))
    done: Any = RUN.ask(config, "site.finish.finish", output, page.file.dest_uri, default=None)
    if done:
        RUN.of(config).keep(page, done.html, done.beside)
    return finished.with_problems(done.html if done else output, RUN.problems, RUN.stopped(config))


@event_priority(100)  # the theme's search writes its index next
def _close(*, config: MkDocsConfig) -> None:
    """Put pages that were copied beside those that were made."""
    RUN.of(config).close(well=RUN.well)
    if RUN.stage:  # a server makes pages again
        RUN.ask(config, "pages.figures.let_go", default=None)


@event_priority(-100)
def _publish(*, config: MkDocsConfig) -> None:
    """Build the other languages into the first one's site, then guard what is published."""
    if languages.is_other(config):
        return
    for other in RUN.others:
        RUN.shielded(partial(languages.build, other, RUN.command or "build", __name__), None)
    if RUN.stage:
        search.forget_words()
        last_steps.finish(RUN, RUN.stage)


on_post_build = CombinedEvent(_close, _publish)  # type: ignore[arg-type]


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Make after an edit what shows it, and hear of edits as soon as the system tells of them."""
    Edits(RUN, _root(config), server, builder).begin(config.docs_dir, config.config_file_path)
    return server


def on_build_error(*, error: Exception) -> None:
    """Remember that this build must not be published, whichever language failed."""
    if RUN.stage:
        RUN.stage.failed = True
    if isinstance(error, OSError) and not RUN.serving:
        raise Abort(f"{error.filename}: {error.strerror}: nothing was published.")


def on_shutdown() -> None:
    """Publish or drop; only now is it known whether a strict build had warnings."""
    clock.unset_clock(RUN.clock, os.environ)
    if RUN.stage and RUN.main:
        RUN.main.site_dir = str(RUN.stage.site)  # gh-deploy reads it next
        if RUN.stage.close():
            log.info("All languages are complete: published to %s", RUN.main.site_dir)
            if RUN.standing and RUN.well:
                RUN.standing.keep()
    if click.get_current_context(silent=True):
        gc.freeze()  # the command ends: nobody needs to look once more for what nothing leads to


def _root(config: MkDocsConfig) -> Path:
    """Return the explainer's folder; each language has the root's configuration for its file."""
    return Path(config.config_file_path).parent


class Tieout(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """The plugin: what stands above, for an explainer that has the package installed."""


for _event in [name for name in globals() if name.startswith("on_")]:
    setattr(Tieout, _event, staticmethod(globals()[_event]))
