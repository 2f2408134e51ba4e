"""psychoed: folders of Markdown about attachment become one checked library, and all that is made from it."""

from importlib.metadata import version

__all__ = ["__version__"]

__version__ = version("psychoed")
