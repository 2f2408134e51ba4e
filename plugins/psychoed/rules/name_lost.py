"""A name that is gone, and the answers saved under it."""

from collections.abc import Iterator

from psychoed.model.control import former_names, names
from psychoed.model.item import Item
from psychoed.model.library import Library
from psychoed.model.problem import Problem, Severity
from psychoed.model.protocols import Rule


class NameLost(Rule):
    """A sheet has lost a name that `worksheets/names.yml` keeps, or has one that is not kept there yet.

    What people typed is saved under the name of its field. When the name goes, their words are lost to them.

    Bad: `name: story` becomes `name: first_story`. Good: `name: first_story` with `was: story` below it, or
    `{#first_story was=story}`, and then `psychoed names`.
    """

    def check(self, item: Item, library: Library) -> Iterator[Problem]:
        """One problem for each name that is lost, one for all that are new."""
        kept = library.names.get(item.id, ())
        if item.language != library.clinic.languages[0] or item.broken:
            return
        now = [name for control in item.controls for name in names(control)]
        was = {old for control in item.controls for old in former_names(control).values()}
        for name in kept:
            if name not in now and name not in was:
                what = f"The field `{name}` is gone, and with it the answers saved under that name."
                hint = (
                    f"Write `was: {name}` below the name of the field that took its place,\n"
                    f"or let it go: `psychoed names --drop {item.id}:{name}`."
                )
                yield item.document.problem("name-lost", what, hint=hint)
        new = [name for name in now if name not in kept]
        if new:
            shown = ", ".join(new[:3]) + (" …" if len(new) > 3 else "")
            what = f"Names that are not in `worksheets/names.yml` yet: {shown}."
            hint = "Run `psychoed names`."
            yield item.document.problem("name-new", what, hint=hint, severity=Severity.WARNING)
