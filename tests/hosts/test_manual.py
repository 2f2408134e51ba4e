"""The manual for authors: everything in the catalogues has its page, and a strict build is quiet."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from psychoed.hosts.cli import main
from psychoed.hosts.manual.pages import CATALOGUES, Pages
from psychoed.hosts.manual.words import in_words
from psychoed.model.docstring import docstring
from psychoed.model.library import Library
from psychoed.registry import catalogue, languages
from psychoed.render.examples import example_of, read_example
from tests.conftest import REPOSITORY

THINGS = [(name, word) for name in CATALOGUES for word in catalogue(name)]


@pytest.mark.parametrize(("name", "word"), THINGS)
def test_everything_has_its_page(manual: Path, name: str, word: str) -> None:
    page = (manual / name / f"{word}.html").read_text("utf-8")
    assert f"<h1 id={word!r}>".replace("'", '"') in page
    assert f'href="{name}/{word}.html"' in (manual / "index.html").read_text("utf-8")
    assert f'href="{word}.html"' in (manual / name / "index.html").read_text("utf-8")
    example = re.findall(r'<code class="language-markdown">(.*?)</code>', page, re.S)
    assert example, f"no example is shown of `{word}`"


@pytest.mark.parametrize(("name", "word"), [one for one in THINGS if one[0] in ("fields", "blocks")])
def test_what_is_drawn_says_how_it_is_on_paper(manual: Path, name: str, word: str) -> None:
    assert "on paper" in " ".join(docstring(catalogue(name)[word]).paragraphs).lower()
    assert (manual / name / f"{word}.html").read_text("utf-8").count('<form class="psychoed-form') == 1


def test_an_example_is_drawn_live(manual: Path) -> None:
    page = (manual / "fields/scale.html").read_text("utf-8")
    assert re.search(r'<input type="radio" id="scale_sure_before_10" [^>]*value="10"', page)
    assert "assets/psychoed.css" in page
    numbers = (manual / "blocks/help-lines.html").read_text("utf-8")
    assert '<a href="tel:112">112</a>' in numbers


def test_the_keys_stand_in_a_table_with_what_is_needed_first(manual: Path) -> None:
    page = (manual / "fields/scale.html").read_text("utf-8")
    cells = re.findall(r"<td>(.*?)</td>", page)
    assert cells[:4] == [
        "<code>ends</code>",
        "The words at the lowest and at the highest number.",
        "a list of 2 texts",
        "<strong>needed</strong>",
    ]
    assert cells[cells.index("<code>min</code>") + 2] == "a whole number, 0 to 1"
    assert cells[cells.index("<code>min</code>") + 3] == "<code>0</code>"


def test_the_sections_of_a_kind_are_told_in_their_order(manual: Path) -> None:
    page = (manual / "kinds/skill.html").read_text("utf-8")
    told = re.findall(r"<li><code>## (.*?)</code></li>", page)
    english = languages()["en"].words
    assert told == [english[f"section.{one}"] for one in catalogue("kinds")["skill"].sections] != []


def test_a_report_in_the_manual_is_a_real_one(manual: Path) -> None:
    page = (manual / "mistakes.html").read_text("utf-8")
    assert "worksheets/breath.md:3: The head has no key `mesage` [key-unknown]" in page
    assert "Did you mean `message`?" in page


def test_every_rule_is_told(manual: Path) -> None:
    page = (manual / "rules.html").read_text("utf-8")
    assert [rule for rule in catalogue("rules") if f'<h2 id="{rule}">' not in page] == []


class Ids(HTMLParser):
    """The ids of a page, and whether anything is styled where a strict content policy forbids it."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.inside = 0
        self.styled: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if "style" in values:
            self.styled.append(tag)


def test_no_id_is_taken_twice_and_nothing_has_a_style(manual: Path) -> None:
    for file in sorted(manual.rglob("*.html")):
        page = Ids()
        page.feed(file.read_text("utf-8"))
        assert sorted(page.ids) == sorted(set(page.ids)), file.name
        assert page.styled == [], file.name


@pytest.mark.parametrize("word", [*catalogue("kinds")])
def test_the_example_of_a_kind_is_right(word: str) -> None:
    kind = catalogue("kinds")[word]
    item = read_example(example_of(kind), kind.only or f"{kind.folder}/example".lstrip("/"))
    assert (item.kind, item.problems, item.broken) == (word, (), False)


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "string"}, "text"),
        ({"type": "integer", "minimum": 1, "maximum": 20}, "a whole number, 1 to 20"),
        ({"type": "integer", "minimum": 2}, "a whole number, at least 2"),
        ({"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 1}, "a list of some of `a`, `b`, at least 1"),
        ({"type": "array", "prefixItems": [{"type": "string"}] * 2, "minItems": 2, "maxItems": 2}, "a list of 2 texts"),
        ({"anyOf": [{"type": "integer"}, {"type": "array", "items": {"type": "string"}}]}, "a whole number, or a list of texts"),
        ({"anyOf": [{"type": "string", "format": "date"}, {"const": "never"}]}, "a date, such as 2026-05-31, or `never`"),
        ({"anyOf": [{"$ref": "#/$defs/X"}, {"type": "null"}]}, "keys with values"),
        ({}, "anything"),
    ],
)  # fmt: skip
def test_what_a_key_takes_is_told_in_words(schema: dict, words: str) -> None:
    assert in_words(schema, {"X": {"type": "object", "properties": {}}}) == words


def test_a_field_of_another_distribution_has_its_page(other: Path) -> None:
    (other / "entry_points.txt").write_text("[psychoed.fields]\nstars = stars\n")
    edition = Library(languages=languages()).edition("therapist", "en")
    pages = Pages(edition)
    assert "# stars\n\nStars.\n\n## What you can set" in pages.of_thing("fields", "stars")
    assert "[`stars`](fields/stars.md) | Stars. |" in pages.of_hand("index.md", "```list fields\n```\n")


def test_a_wrong_example_fails_the_command(
    other: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    module = other.parent / "stars.py"
    text = module.read_text().replace(
        '"""Stars."""\n\n',
        '"""Stars.\n\n    ```markdown\n    /// stars | A\n        b: 1\n    ///\n    ```\n    """\n\n',
    )
    module.write_text(text)
    (other / "entry_points.txt").write_text("[psychoed.fields]\nstars = stars\n")
    assert main(["--clinic", str(tmp_path / "clinic.yml"), "manual", "--to", str(tmp_path / "manual")]) == 1
    assert "`stars` has no option `b` [option-unknown]" in capsys.readouterr().out


def test_schemas_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--to", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["skill"]["required"] == ["title", "message", "topic", "audience", "not_for", "stop_if"]  # fmt: skip


def test_the_task_of_the_editor_finds_the_problems_of_a_report(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("---\ntitle: A\ntitel: B\n---\n\nText.\n")
    command = [sys.executable, "-m", "psychoed.hosts.cli", "check"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    (task,) = json.loads((REPOSITORY / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
    found = re.findall(task["problemMatcher"]["pattern"]["regexp"], done.stdout, re.M)
    assert found == [("docs/a.md", "3", "The head has no key `titel`", "key-unknown")]
