"""The log of a build. Only what is logged below `mkdocs.plugins` counts for a strict build.

A level is a promise: error = not built, warning = built but wrong, info = progress.
"""

import logging
from collections.abc import Iterable

from psychoed.model.problem import Problem, Severity, count

LOG = logging.getLogger("mkdocs.plugins.psychoed")


def log_problems(problems: Iterable[Problem], strict: bool) -> None:
    """Every problem with its place, then how many there are.

    Errors of the text are warnings of a plain build, since there is a page all the same. In a strict one they
    are errors: `--quiet` drops warnings before `--strict` counts them, and the build would pass.
    """
    ordered = sorted(problems)
    wrong = logging.ERROR if strict else logging.WARNING
    for problem in ordered:
        LOG.log(wrong if problem.severity is Severity.ERROR else logging.INFO, "%s\n", problem)
    if ordered:
        LOG.info(count(ordered))
