"""Bad input, and the exact report that its author gets. A case is a text file; its last part is the report.

`=== path` begins a file, `=== path | latin-1` one in another encoding, `=== path -> target` a symbolic link.
`=== path | escapes` has `\\r`, `\\t`, `\\ufeff` and the like in words, since nobody sees them otherwise.
PSYCHOED_UPDATE=1 writes the reports anew: then read every line of the difference.
"""

import os
import re
from ast import literal_eval
from pathlib import Path

import pytest

from psychoed.check import check
from psychoed.model.problem import report
from psychoed.source.reader import Reader

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_report_says_it_all(case: Path, tmp_path: Path) -> None:
    parts = case.read_text("utf-8").split("=== ")[1:]
    expected = ""
    for part in parts:
        title, _, text = part.partition("\n")
        if title == "report":
            expected = text
            continue
        lay(tmp_path, title, text)
    found = report(check(Reader(tmp_path / "clinic.yml").read())) + "\n"
    if os.environ.get("PSYCHOED_UPDATE"):
        files = "".join(f"=== {part}" for part in parts if not part.startswith("report\n"))
        case.write_text(f"{files}=== report\n{found}", "utf-8")
    assert found == expected


def lay(project: Path, title: str, text: str) -> None:
    """Puts one file of a case into its project."""
    path, _, target = title.partition(" -> ")
    path, _, encoding = path.partition(" | ")
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if target:
        file.symlink_to(target)
    else:
        if encoding == "escapes":
            text, encoding = (
                re.sub(r"\\(?:r|t|x\w\w|u\w{4})", lambda one: literal_eval(f"'{one[0]}'"), text),
                "",
            )
        file.write_bytes(text.encode(encoding or "utf-8"))
