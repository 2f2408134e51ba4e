"""The base of everything whose keys an author writes: heads, options, the clinic's facts."""

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


class Checked(BaseModel):
    """Keys with their types as annotations. A key that is not there is a problem, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def wrong(expected: str, hint: str = "") -> PydanticCustomError:
    """What a validator raises: the problem reads "`key` should be {expected}", and below it the hint."""
    return PydanticCustomError("wrong", "{expected}", {"expected": expected, "hint": hint})
