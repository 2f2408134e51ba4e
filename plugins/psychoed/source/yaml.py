"""YAML 1.2 with the place of every key."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from psychoed.model.document import Document
from psychoed.model.problem import Problem
from psychoed.source.limits import NUMBER, YAML_DEEP
from psychoed.yaml12 import Loader

Path = tuple[str | int, ...]
"""Where a value stands: `("evidence", "refs", 0)`."""

Place = tuple[int, int, int]
"""(line, column, width) in the file, counted from 1."""


@dataclass(frozen=True)
class Data:
    """What a stretch of YAML says, and where each of its keys and entries stands."""

    value: Any = None
    places: Mapping[Path, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def load(document: Document, text: str, line: int = 1, column: int = 1) -> Data:
    """Reads `text`, which begins at that line and column of the document. Wrong YAML is one problem."""
    if not text.strip():  # most blocks have no options
        return Data()
    places: dict[Path, Place] = {}
    problems: list[Problem] = []

    def place(node: Node) -> Place:
        start, end = node.start_mark, node.end_mark
        width = end.column - start.column if end.line == start.line else 0
        return line + start.line, column + start.column, width

    built: set[int] = set()

    def build(node: Node, path: Path) -> Any:
        if isinstance(node, CollectionNode):
            if id(node) in built:  # an alias: nine of nine of nine … would fill the memory
                problems.append(_repeated(document, place(node)))
                return None
            built.add(id(node))
            if len(path) > YAML_DEEP:
                raise RecursionError
        if isinstance(node, MappingNode):
            found: dict[Any, Any] = {}
            for key_node, value_node in node.value:
                key = str(key_node.value) if isinstance(key_node, ScalarNode) else "?"
                if key in found:
                    problems.append(_twice(document, key, place(key_node)))
                places[*path, key] = place(key_node)
                found[key] = build(value_node, (*path, key))
            return found
        if isinstance(node, SequenceNode):
            for number, entry in enumerate(node.value):
                places[*path, number] = place(entry)
            return [build(entry, (*path, number)) for number, entry in enumerate(node.value)]
        return scalar(node)

    def scalar(node: Node) -> Any:
        try:
            value = loader.construct_object(node, deep=True)
        except MarkedYAMLError:
            raise
        except Exception:  # `!!timestamp x` and the like: the engine leaves its own ways of failing
            value = float("inf")
        if isinstance(value, int | float) and not abs(value) <= NUMBER:
            problems.append(_no_value(document, place(node)))
            return None
        return value

    try:
        loader = Loader(text)
        root = loader.get_single_node()
        value = None if root is None else build(root, ())
    except MarkedYAMLError as error:
        return Data(problems=(_broken(document, error, line, column),))
    except RecursionError:
        rows = text.split("\n")
        deepest = max(range(len(rows)), key=lambda n: rows[n].count("[") + rows[n].count("{"))
        hint = "Write each key on a line of its own, and lists as `[one, two]`."
        return Data(
            problems=(
                document.problem("yaml-broken", "This is nested too deeply.", line + deepest, hint=hint),
            )
        )
    except (YAMLError, ValueError) as error:
        what = "This cannot be read as YAML: " + str(error).partition("\n")[0].strip().rstrip(".") + "."
        return Data(problems=(document.problem("yaml-broken", what, line),))
    return Data(value, places, tuple(problems))


def _repeated(document: Document, place: Place) -> Problem:
    what = "This is repeated by an alias (`*`)."
    return document.problem("yaml-alias", what, *place, hint="Write it out in each place.")


def _no_value(document: Document, place: Place) -> Problem:
    what = "This is neither text, a date nor a number of use."
    return document.problem("yaml-broken", what, *place, hint="For text, put it in quotes.")


def _twice(document: Document, key: str, place: Place) -> Problem:
    return document.problem("key-twice", f"`{key}` is written twice.", *place, hint="Keep one of the two.")


def _broken(document: Document, error: MarkedYAMLError, line: int, column: int) -> Problem:
    """The engine's complaint in an author's words, at the line where the trouble shows."""
    mark = error.problem_mark or error.context_mark
    at = line + (mark.line if mark else 0)
    col = column + (mark.column if mark else 0)
    shown = document.lines[at - 1] if at <= len(document.lines) else ""
    said = (error.problem or error.context or "").lower()
    if "mapping values are not allowed" in said:
        key, _, rest = shown.partition(":")
        hint = f'A text with a colon in it needs quotes: {key.strip()}: "{rest.strip()}"'
        return document.problem("yaml-broken", "There is a second colon in this line.", at, col, 1, hint)
    first = shown[col - 1 : col]
    if first == "\t" or "tab character" in said:
        return document.problem("yaml-broken", "A tab stands where spaces belong.", at, col, 1, "Use spaces.")
    if "cannot start any token" in said:
        what = f"A text that begins with {first} needs quotes."
        return document.problem("yaml-broken", what, at, col, 1, 'Put `"` before and behind it.')
    if re.search(r"found unexpected end of stream|while scanning a quoted scalar", f"{said} {error.context}"):
        start = error.context_mark or mark
        at, col = line + (start.line if start else 0), column + (start.column if start else 0)
        return document.problem(
            "yaml-broken", "This quote is not closed.", at, col, 1, "Add the second quote."
        )
    said = re.sub(r"did not find expected (.*)", r"\1 was expected here", said)
    said = said.replace("key was", "a key was")
    what = f"This cannot be read as YAML: {said or 'it is not complete'}."
    hint = "Each line is `key: value`; text with `:`, `#` or a leading `@`, `*`, `&`, `%` needs quotes."
    if at > len(document.lines) or not shown.strip():
        at, col = max(1, min(at - 1, len(document.lines))), 1
    return document.problem("yaml-broken", what, at, min(col, len(document.lines[at - 1]) + 1), 1, hint)
