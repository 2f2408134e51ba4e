"""The base of everything whose keys an author writes: heads, options, the clinic's facts."""

from pydantic import BaseModel, ConfigDict


class Checked(BaseModel):
    """Keys with their types as annotations. A key that is not there is a problem, never ignored.

    The docstring below a key says what it means: editors show it, and the manual prints it.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, use_attribute_docstrings=True
    )
