"""Runs every rule over the whole library, once, before anything is filtered or drawn."""

from psychoed.model.library import Library
from psychoed.model.problem import Problem
from psychoed.registry import catalogue


def check(library: Library) -> list[Problem]:
    """The problems of reading the library and those that the rules find, in the order of the files."""
    rules = catalogue("rules")
    found = [
        problem
        for word in rules
        if library.clinic.rules.get(word) != "off"
        for rule in [rules[word]()]
        for item in library.items.values()
        for problem in rule.check(item, library)
    ]
    return sorted({*library.problems, *found})
