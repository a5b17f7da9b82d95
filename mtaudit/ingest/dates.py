"""When an article says that it was published."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def timed(text: str | None) -> datetime | None:
    """A date of ISO 8601 or of RFC 5322 → a moment; without a time zone it is UTC, so that any two can be compared.

    None for anything else: a date that must be guessed is none.
    """
    text = (text or "").strip()
    if not text or len(text) > 80:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
