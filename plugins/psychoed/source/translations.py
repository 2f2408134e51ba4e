"""A translated sheet takes the names of its fields from its source, place by place.

Answers are saved by name, so a person who changes the language must find them again.
"""

from dataclasses import replace

from psychoed.model.body import placed_controls, with_controls
from psychoed.model.control import Control, names, renamed
from psychoed.model.item import Item, Key
from psychoed.model.problem import Problem


def name_like_sources(items: dict[Key, Item], language: str) -> list[Problem]:
    """Renames the fields of every translation in place; `language` is that of the sources.

    A translation whose fields differ from its source's is a problem at the first that does.
    """
    problems: list[Problem] = []
    for key, item in items.items():
        source = items.get((item.id, language))
        if item.language == language or source is None or item.broken or source.broken:
            continue
        mine, theirs = placed_controls(item.body), placed_controls(source.body)
        if not mine and not theirs:
            continue
        changed: list[Control] = []
        for (line, control), (source_line, other) in zip(mine, theirs, strict=False):
            found = renamed(control, other)
            if found is None:
                problems.append(_differs(item, source, line, source_line, control))
                break
            changed.append(found)
        else:
            if len(mine) != len(theirs):
                problems.append(_count_differs(item, source, len(mine), len(theirs)))
            else:
                body = with_controls(item.body, iter(changed))
                items[key] = replace(item, body=body)
                continue
        items[key] = replace(item, broken=True)
    return problems


def _differs(item: Item, source: Item, line: int, source_line: int, control: Control) -> Problem:
    what = f"This field is of another kind than the one in its place in `{source.document.path}`."
    hint = f"That one stands in line {source_line}. A translation has the same fields in the same order."
    if not list(names(control)):
        what = f"In its place `{source.document.path}` has a field."
    return item.document.problem("translation-differs", what, line, hint=hint)


def _count_differs(item: Item, source: Item, mine: int, theirs: int) -> Problem:
    what = f"The number of its fields is {mine}; `{source.document.path}` has {theirs}."
    hint = "A translation has the same fields in the same order, so that saved answers are found again."
    return item.document.problem("translation-differs", what, hint=hint)
