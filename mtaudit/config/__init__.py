"""Settings: `mtaudit.toml` or the table `tool.mtaudit` of `pyproject.toml`, with profiles, and where each came from."""

from mtaudit.config.files import find, load, profiles
from mtaudit.config.settings import Settings, Value

__all__ = ["Settings", "Value", "find", "load", "profiles"]
