"""How fast psychoed is: its site beside that of plain MkDocs, and its check alone.

    python dev.py bench                  all of it: the site at 20, 200 and 2,000 pages, the check at 1,000
    python dev.py bench site 200         the site at 200 pages only
    python dev.py bench check 1000       the check of 1,000 items only

Both sides build the same pages with the same theme, menu and Markdown, without PDFs: psychoed from its
sources, plain MkDocs from the Markdown that psychoed made of them. So the ratio tells what our own work
costs. Only the ratio travels: seconds belong to one machine. They are the processor's where the system counts
them, so that a busy machine does not disturb; and the sides take turns.
"""

import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.resources import as_file, files
from pathlib import Path

from pages import write_library
from psychoed.check import check
from psychoed.model.library import Library
from psychoed.model.problem import report
from psychoed.render.page import file_text, menu
from psychoed.render.prose import EXTENSIONS
from psychoed.source.files import NAMES
from psychoed.source.names import current_names, write_names
from psychoed.source.reader import Reader

# Pruned: Material otherwise writes the whole menu into every page, and 2,000 pages take a quarter of an hour.
THEME = {
    "name": "material",
    "font": False,
    "features": ["navigation.prune", "navigation.footer", "toc.follow"],
}
COMMON = {
    "site_name": "Benchmark",
    "use_directory_urls": False,
    "theme": THEME,
    "extra": {"generator": False},
}


def main() -> None:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(prog="python dev.py bench", description="Measures psychoed.")
    parser.add_argument("part", nargs="?", choices=("all", "site", "check"), default="all")
    parser.add_argument("sizes", nargs="*", type=int, help="numbers of pages")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as folder:
        if given.part in ("all", "site"):
            measure_sites(Path(folder), given.sizes or [20, 200, 2000])
        if given.part in ("all", "check"):
            measure_checks(Path(folder), given.sizes or [1000])


# ---- The site ----


def measure_sites(folder: Path, sizes: list[int]) -> None:
    """Prints one row for each size. Growth is the exponent since the row above: 1 is linear."""
    print("site: seconds of whole `mkdocs build` processes, medians; the ratio is the median of the pairs")
    row("pages", "runs", "plain", "psychoed", "ratio", "growth: plain", "psychoed")
    before: tuple[int, float, float] | None = None
    for size in sizes:
        project, plain = folder / f"psychoed-{size}", folder / f"plain-{size}"
        prepare(project, plain, size)
        runs = 3 if size < 1000 else 2
        if size < 1000:  # a large site is warm within its first seconds
            pair(project, plain, turned=False)
        pairs = [pair(project, plain, turned=bool(number % 2)) for number in range(runs)]
        ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(one / other for one, other in pairs)
        growth = []
        if before:
            growth = [
                growth_of(now / then, size / before[0])
                for now, then in zip((theirs, ours), before[1:], strict=True)
            ]
        row(size, runs, f"{theirs:.2f}", f"{ours:.2f}", f"{ratio:.2f}", *growth)
        before = (size, theirs, ours)
        shutil.rmtree(project)
        shutil.rmtree(plain)


def growth_of(time_factor: float, size_factor: float) -> str:
    """The exponent: 1 where twice the pages take twice the time."""
    return f"{math.log(time_factor) / math.log(size_factor):.2f}"


def row(*cells: object) -> None:
    """Prints the cells in columns, at once."""
    print("".join(f"{cell:>15}" for cell in cells), flush=True)


def prepare(project: Path, plain: Path, size: int) -> None:
    """Writes the same pages twice: as sources of psychoed, and as what psychoed makes of them."""
    library = written(project, size)
    plugins = ["search", {"psychoed/library": {"edition": "public"}}]
    (project / "mkdocs.yml").write_text(json.dumps({**COMMON, "plugins": plugins}), "utf-8")
    edition = library.edition("public", "en")
    for item in edition.items.values():
        file = plain / "docs" / f"{item.id}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(file_text(item, edition), "utf-8")
    with as_file(files("psychoed.hosts.mkdocs") / "theme" / "assets") as assets:
        shutil.copytree(assets, plain / "docs" / "assets")
    settings = {
        **COMMON,
        "plugins": ["search"],
        "extra_css": ["assets/psychoed.css"],
        "markdown_extensions": [{name: options} for name, options in EXTENSIONS.items()],
        "nav": menu(edition),
    }
    (plain / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")


def written(project: Path, size: int) -> Library:
    """The new library in that folder. A page with a problem shows only that, and would be no measure."""
    write_library(project, size)
    reader = Reader(project / "clinic.yml")
    write_names(project / NAMES, current_names(reader.read()))
    library = reader.read()
    if problems := check(library):
        sys.exit(report(problems))
    return library


def pair(project: Path, plain: Path, turned: bool) -> tuple[float, float]:
    """Builds both, one right after the other: (psychoed, plain) in seconds."""
    sides = [project, plain]
    took = {side: build(side) for side in (reversed(sides) if turned else sides)}
    return took[project], took[plain]


def build(side: Path) -> float:
    """The seconds of one build in a process of its own."""
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], side)


def run(command: list[str], folder: Path) -> float:
    """The seconds that a command takes. What fails is no measure."""
    begin, before = time.perf_counter(), os.times()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    took, after = time.perf_counter() - begin, os.times()
    counted = sum(after[2:4]) - sum(before[2:4])  # of ended children: user and system; Windows counts none
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return counted or took


# ---- The check ----


def measure_checks(folder: Path, sizes: list[int]) -> None:
    """Prints one row for each size: `cold` is a new process, `warm` what `serve` does again at a save."""
    print("check: seconds of `psychoed check`, and of reading and checking again in one process")
    row("items", "runs", "cold", "warm")
    for size in sizes:
        project = folder / f"check-{size}"
        written(project, size)
        command = [sys.executable, "-m", "psychoed.hosts.cli", "check"]
        cold = statistics.median(run(command, project) for _ in range(3))
        reader = Reader(project / "clinic.yml")
        check(reader.read())
        warm = []
        for _ in range(3):
            begin = time.process_time()
            check(reader.read())
            warm.append(time.process_time() - begin)
        row(size, 3, f"{cold:.2f}", f"{statistics.median(warm):.2f}")
        shutil.rmtree(project)


if __name__ == "__main__":
    main()
