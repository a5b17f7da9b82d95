"""Which originals could this be a copy of: an archive of originals, on disk or in memory, asked by telling words."""

from mtaudit.matching.archive import Archive
from mtaudit.matching.damage import Damaged

__all__ = ["Archive", "Damaged"]
