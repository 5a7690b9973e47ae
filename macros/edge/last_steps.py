"""The last steps of a build: what can only be done when all pages of all languages are there."""

from __future__ import annotations

from macros.edge import costs, disk, hashed_names, package, policy, search, styles
from macros.edge.run import Run
from macros.edge.staging import Stage


def finish(run: Run, stage: Stage) -> None:
    """Shorten, check, name for its content and guard what was built; then it may be published."""
    folder = stage.folder
    search.mend(folder)
    disk.write_indexes(folder)
    hashed_names.minify(folder)
    site = package.function("macros.checks.site.files", "Site")(folder, stage.site.name)
    check = package.function("macros.checks.site.built", "check")
    run.refuse(check(site, run.project), "published")  # before pages change: places are told
    styles.split(folder, site.reader.values)
    renamed = hashed_names.rename(folder)
    policy.guard(site, renamed)
    (folder / costs.FILE).write_text(costs.Costs(site, renamed).told(), "utf-8")
    stage.complete = True
