"""Draws controls as HTML: the same bytes on the page, on paper and in every host."""

from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import escape

from psychoed.model.control import Area, Choice, Control, Figure, Grid, Line, Prose
from psychoed.model.item import Item
from psychoed.model.library import Edition

_TEMPLATES: dict[type, str] = {
    Area: "area.html",
    Choice: "choice.html",
    Figure: "figure.html",
    Grid: "grid.html",
    Line: "line.html",
}


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


def draw(item: Item, control: Control, edition: Edition) -> str:
    """The HTML of one control, without an empty line, so that Markdown leaves it as it is.

    Words between fields stay Markdown. A figure is found by its word, so that no field knows one.
    """
    if isinstance(control, Prose):
        title = f'<p class="psychoed-aside-title">{escape(control.label)}</p>\n\n' if control.label else ""
        return f'<div class="psychoed-static" markdown="1">\n\n{title}{control.text}\n\n</div>'
    template = _environment().get_template(_TEMPLATES[type(control)])
    name = partial(field_name, item)
    values: dict[str, object] = {"control": control, "name": name}
    if isinstance(control, Figure):
        figure = edition.library.figures[control.word].model_validate(dict(control.options))
        values["svg"] = figure.draw(name(control.word), edition.strings)
        values["fields"] = [draw(item, field, edition) for field in control.fields]
    html = template.render(**values)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def draw_template(template: str, **values: object) -> str:
    """Any other template of `render/templates/`."""
    return _environment().get_template(template).render(**values)
