"""A figure that is not in the catalogue."""

from collections.abc import Iterator

from pydantic import ValidationError

from psychoed.model.body import BlockUse, FieldUse, walk
from psychoed.model.control import Figure
from psychoed.model.item import Item
from psychoed.model.library import Library
from psychoed.model.problem import Problem, did_you_mean
from psychoed.model.protocols import Rule


class FigureUnknown(Rule):
    """A block or field names a figure that does not exist, or gives it options that it does not have.

    Bad: `draw: windw`. Good: `draw: window`.
    """

    def check(self, item: Item, library: Library) -> Iterator[Problem]:
        """One problem for each."""
        for line, word, options in _figures(item):
            figure = library.figures.get(word)
            if figure is None:
                hint = did_you_mean(word, library.figures)
                yield item.document.problem(
                    "figure-unknown", f"There is no figure `{word}`.", line, hint=hint
                )
                continue
            try:
                figure.model_validate(options)
            except ValidationError as error:
                first = error.errors(include_url=False)[0]
                key = ".".join(map(str, first["loc"]))
                hint = did_you_mean(key, figure.model_fields)
                what = f"The figure `{word}` cannot be drawn with this `{key}`."
                yield item.document.problem("figure-option", what, line, hint=hint)


def _figures(item: Item) -> Iterator[tuple[int, str, dict[str, object]]]:
    """(line, word, options) of every figure of the item."""
    for node in walk(item.body):
        if isinstance(node, BlockUse) and hasattr(node.block, "draw"):
            yield node.line, node.block.draw, node.block.options  # type: ignore[attr-defined]
        elif isinstance(node, FieldUse):
            for control in node.controls:
                if isinstance(control, Figure):
                    yield node.line, control.word, dict(control.options)
