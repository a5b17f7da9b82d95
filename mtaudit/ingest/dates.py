"""When an article says that it was published."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def timed(text: str | None) -> datetime | None:
    """A date of ISO 8601 or of RFC 5322 → a moment; without a time zone it is UTC, so that any two can be compared.

    None for anything else: a date that must be guessed, or that no calendar has, is none.
    """
    text = (text or "").strip()
    if not text or len(text) > 80:
        return None
    try:
        return _zoned(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return mailed(text)


def mailed(text: str) -> datetime | None:
    """A date as RFC 5322 writes it, and HTTP; None for anything else."""
    try:
        return _zoned(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _zoned(moment: datetime) -> datetime:
    """With a time zone. Raises OverflowError where it lies outside the calendar by UTC."""
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    zoned.astimezone(UTC)
    return zoned
