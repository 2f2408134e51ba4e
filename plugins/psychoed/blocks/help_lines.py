"""Numbers to call, by region."""

from typing import TYPE_CHECKING

import pydantic
from markupsafe import escape

from psychoed.model.help_lines import HelpLine, Need
from psychoed.model.protocols import Block

if TYPE_CHECKING:
    from psychoed.model.library import Edition


class HelpLines(Block):
    """Numbers to call, by region, from `data/help-lines.yml`: no number is ever written in a text.

    On screen a number is called at a tap. On paper it is the same list to read.

    ```markdown
    /// help-lines
        for: [emergency]
    ///
    ```
    """

    for_: tuple[Need, ...] = pydantic.Field(alias="for", min_length=1)
    """Who needs the numbers."""

    def lower(self, argument: str, body: str, edition: "Edition") -> str:
        """A list that is read and tapped without a script."""
        library = edition.library
        rows = []
        for region, lines in library.help_lines.lines_for(self.for_, library.clinic.regions):
            numbers = "".join(f"<span>{_line(line, edition)}</span>" for line in lines)
            rows.append(
                f"<li><strong>{escape(edition.strings.region(region))}</strong> <span>{numbers}</span></li>"
            )
        return '<ul class="psychoed-help-lines">\n' + "\n".join(rows) + "\n</ul>"


def _line(line: HelpLine, edition: "Edition") -> str:
    ways = []
    for scheme, number in (("tel", line.call), ("sms", line.text)):
        if number:
            address = "".join(one for one in number if one.isdigit() or one == "+")
            link = f'<a href="{scheme}:{address}">{escape(number)}</a>'
            ways.append(link if scheme == "tel" else edition.strings("help.text", number=link))
    name = f"{escape(line.name)}: " if line.name else ""
    return name + f" {edition.strings('help.or')} ".join(ways)
