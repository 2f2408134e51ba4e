"""YAML 1.2 as PyYAML reads it: its reader, with the plain words of the newer standard.

PyYAML takes `no` for false and `010` for eight, as YAML 1.1 has it; no author means that.
"""

import re
from typing import Any

import yaml
from yaml.nodes import ScalarNode

# libyaml, where there is one: reading YAML in Python alone took half of the time of a whole check.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Base):  # type: ignore[misc]
    """PyYAML with the plain words of YAML 1.2: `no` and `on` are texts, `010` is ten, `1:30` is no number."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (a fresh one: PyYAML's holds YAML 1.1)

    def number(self, node: ScalarNode) -> int:
        """A whole number, also as `0x1F` and `0o17`."""
        text = node.value.lower()
        return int(text, 0) if text.startswith(("0x", "0o")) else int(text)


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+0123456789.",
    ),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789"),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), [*_first, ""])
Loader.add_constructor("tag:yaml.org,2002:int", Loader.number)
