"""Draws controls as HTML: the same bytes on the page, on paper and in every host."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from psychoed.model.body import FieldUse
from psychoed.model.control import Area, Choice, Control, Line
from psychoed.model.item import Item

_TEMPLATES = {Line: "line.html", Area: "area.html", Choice: "choice.html"}


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("psychoed", "render/templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def field_name(item: Item, name: str) -> str:
    """The name of a field beyond its sheet: in a packet, equal names must not share one answer."""
    return f"{item.id.rpartition('/')[2]}_{name}".replace("-", "_")


def draw_field(item: Item, use: FieldUse) -> str:
    """The HTML of a field, without an empty line, so that Markdown leaves it as it is."""
    return "\n".join(draw(item, control) for control in use.field.controls(use.name, use.label))


def draw(item: Item, control: Control) -> str:
    """The HTML of one control."""
    template = _environment().get_template(_TEMPLATES[type(control)])
    html = template.render(control=control, name=field_name(item, control.name))
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def draw_template(template: str, **values: object) -> str:
    """Any other template of `render/templates/`."""
    return _environment().get_template(template).render(**values)
