"""The base of everything whose keys an author writes: heads, options, the clinic's facts."""

from pydantic import BaseModel, ConfigDict


class Checked(BaseModel):
    """Keys with their types as annotations. A key that is not there is a problem, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
