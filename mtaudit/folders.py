"""Where on a user's machine things are kept that can be made or fetched again."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path:
    """$MTAUDIT_CACHE, $XDG_CACHE_HOME/mtaudit or ~/.cache/mtaudit; it need not exist."""
    own, general = os.environ.get("MTAUDIT_CACHE"), os.environ.get("XDG_CACHE_HOME", "")
    if own:
        return Path(own).expanduser().absolute()
    # the XDG specification has a relative path ignored
    return (Path(general) if Path(general).is_absolute() else Path.home() / ".cache") / "mtaudit"
