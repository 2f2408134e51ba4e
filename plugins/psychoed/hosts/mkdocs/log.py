"""The log of a build. Only what is logged below `mkdocs.plugins` counts for a strict build.

A level is a promise: error = not built, warning = built but wrong, info = progress.
"""

import logging
from collections.abc import Iterable

from psychoed.model.problem import Problem, Severity, count

LOG = logging.getLogger("mkdocs.plugins.psychoed")


def log_problems(problems: Iterable[Problem]) -> None:
    """Every problem with its place, then how many there are. Errors of the text are warnings of the build."""
    ordered = sorted(problems)
    for problem in ordered:
        LOG.log(logging.WARNING if problem.severity is Severity.ERROR else logging.INFO, "%s\n", problem)
    if ordered:
        LOG.info(count(ordered))
