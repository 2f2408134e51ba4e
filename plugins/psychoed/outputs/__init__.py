"""One file per output: what people print, carry and keep."""

from pathlib import PurePosixPath
from typing import Any

from psychoed.model.library import Edition
from psychoed.model.problem import Problem
from psychoed.model.protocols import Artifact, OutputError
from psychoed.registry import catalogue


def plan(edition: Edition, **options: Any) -> list[Artifact]:
    """What every output of the catalogue would make of this edition. OutputError: one cannot even plan."""
    outputs = catalogue("outputs")
    return [artifact for word in outputs for artifact in outputs[word]().plan(edition, options)]


def sheet_of(artifact: Artifact) -> str | None:
    """The id of the item whose PDF this is; None for anything else."""
    path = PurePosixPath(artifact.path)
    return str(path.with_suffix("")) if path.suffix == ".pdf" else None


def failed(artifact: Artifact, error: OutputError) -> Problem:
    """The problem that an artifact could not be made."""
    kind = PurePosixPath(artifact.path).suffix.removeprefix(".").upper() or "file"
    what = f"The {kind} could not be made: {error}."
    return Problem(artifact.source, 0, 1, "output-failed", what)
