"""A page."""

from typing import ClassVar

from psychoed.model.protocols import Kind


class Page(Kind):
    """Any other page of the site: the home page, a page of the clinic's own.

    It may begin without a head; its title is then its first heading.

    ```markdown
    # About our clinic

    …
    ```
    """

    folder: ClassVar = ""
