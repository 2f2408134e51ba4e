"""Every sheet as a PDF of its own."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from psychoed.model.library import Edition
from psychoed.model.protocols import Artifact, Output
from psychoed.press.weasy import Press, engine_version
from psychoed.render.paper import paper, paper_css


class Pdf(Output):
    """Every sheet as a tagged PDF that can be printed, or filled in on screen. It stands beside its page.

    Options: `press`, the press to print on.
    """

    def plan(self, edition: Edition, options: Mapping[str, Any]) -> Iterator[Artifact]:
        """One artifact for each whole sheet of the edition."""
        press: Press = options["press"]
        css = paper_css(edition.library.clinic)
        for item in edition.items.values():
            if item.controls and not item.broken:
                html = paper(item, edition)
                depends = "\0".join((html, css, engine_version()))
                digest = hashlib.sha256(depends.encode()).hexdigest()[:32]
                yield Artifact(f"{item.id}.pdf", item.document.path, digest, partial(press.pdf, html, css))
