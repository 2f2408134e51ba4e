"""The command `psychoed`."""

import argparse
import io
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from psychoed.check import check
from psychoed.hosts.manual.write import write_manual
from psychoed.hosts.schemas import write_schemas
from psychoed.hosts.stage import stage
from psychoed.model.library import Library
from psychoed.model.problem import Problem, Severity, report
from psychoed.model.protocols import OutputError
from psychoed.source.files import NAMES
from psychoed.source.names import current_names, write_names
from psychoed.source.reader import Reader


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. Exit status: 0 clean, 1 problems, 2 could not run."""
    parser = argparse.ArgumentParser(
        prog="psychoed", description="Checks a library of Markdown and stages its sites."
    )
    parser.add_argument("--version", action="version", version=f"psychoed {version('psychoed')}")
    parser.add_argument(
        "--clinic", type=Path, default=Path("clinic.yml"), help="the clinic's file (clinic.yml)"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="report every problem of the library")
    checking.add_argument("--strict", action="store_true", help="fail on warnings too")
    staging = commands.add_parser("stage", help="write a folder that any Markdown site generator builds")
    staging.add_argument("--to", type=Path, default=Path("build/stage"), help="the folder (build/stage)")
    staging.add_argument("--edition", choices=("public", "therapist"), default="public")
    staging.add_argument("--language", default="", help="the clinic's first language unless given")
    schema = commands.add_parser("schema", help="write what heads and data files may say, for editors")
    schema.add_argument(
        "--to", type=Path, default=Path("schemas"), help="the folder (schemas), or - to print"
    )
    manual = commands.add_parser("manual", help="write the manual for authors, for MkDocs to build")
    manual.add_argument("--to", type=Path, default=Path("build/manual"), help="the folder (build/manual)")
    naming = commands.add_parser("names", help="write worksheets/names.yml, by which saved answers are found")
    naming.add_argument("--drop", action="append", default=[], metavar="ID:NAME", help="let a lost name go")
    given = parser.parse_args(arguments)

    for stream in (sys.stdout, sys.stderr):  # a terminal that cannot show `│` gets `?`, not a traceback
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if given.command == "schema":
        print(write_schemas(given.to))
        return 0
    if given.command == "manual":
        # In English, and with all that therapists see: it is for those who write.
        written, wrong_examples = write_manual(
            Reader(given.clinic).read().edition("therapist", "en"), given.to
        )
        print(written if not wrong_examples else report(wrong_examples))
        return 1 if wrong_examples else 0
    project = given.clinic.resolve().parent
    if given.clinic != parser.get_default("clinic") and not given.clinic.exists():
        print(f"There is no file {given.clinic}.", file=sys.stderr)
        return 2
    folders = [project / "docs", project / "worksheets"]
    if not given.clinic.exists() and not any(folder.is_dir() for folder in folders):
        print(
            f"There is no library here: {given.clinic} and the folders docs/ and worksheets/ are missing.",
            file=sys.stderr,
        )
        return 2
    library = Reader(given.clinic).read()
    problems = check(library)
    wrong = any(
        (given.command == "check" and given.strict) or one.severity is Severity.ERROR for one in problems
    )
    if given.command == "check":
        print(report(problems))
        return 1 if wrong else 0
    if given.command == "names":
        return _names(library, problems, project, given.drop)
    if problems:
        print(report(problems), file=sys.stderr)
    language = given.language or library.clinic.languages[0]
    if language not in library.languages:
        print(f"There is no language `{language}`.", file=sys.stderr)
        return 2
    try:
        written, missing = stage(library.edition(given.edition, language), project, given.to)
    except (OutputError, OSError) as error:
        print(f"The folder was not written: {error}.", file=sys.stderr)
        return 2
    print(written)
    if missing:
        print(report(missing), file=sys.stderr)
    return 1 if wrong or missing else 0


def _names(library: Library, problems: list[Problem], project: Path, drop: list[str]) -> int:
    """Writes the names, unless one would be lost that nobody let go."""
    lost = [one for one in problems if one.rule == "name-lost"]
    left = [one for one in lost if not any(one.hint.endswith(f"{name}`.") for name in drop)]
    if left:
        print(report(left))
        return 1
    write_names(project / NAMES, current_names(library))
    print(f"The names are in {NAMES}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
