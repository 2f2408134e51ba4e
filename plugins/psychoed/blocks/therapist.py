"""What only therapists read."""

from typing import TYPE_CHECKING, ClassVar

from psychoed.model.protocols import Block

if TYPE_CHECKING:
    from psychoed.model.library import Edition


class Therapist(Block):
    """What only therapists read. It is gone from the public edition before anything is drawn.

    The words behind `|` are its heading; without them it is "For the therapist". On paper it begins a
    page of its own, in the therapist edition only.

    ```markdown
    /// therapist
    Ask what happened in the body first.
    ///
    ```
    """

    editions: ClassVar = frozenset({"therapist"})

    def lower(self, argument: str, body: str, edition: "Edition") -> str:
        """A marked-off section under its own heading."""
        title = argument or edition.strings("therapist.title")
        return f'<section class="psychoed-therapist" markdown="1">\n\n## {title}\n\n{body}\n\n</section>'
