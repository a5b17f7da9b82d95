"""What the headers of an answer say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import urldefrag, urljoin

from mtaudit.errors import InputError
from mtaudit.ingest.dates import mailed


def moved(url: str, location: str) -> str:
    """The address that a redirect leads to."""
    try:
        return urldefrag(urljoin(url, location)).url
    except ValueError as error:  # half an IPv6 address, say
        raise InputError(f"moved to what is no address ({error})") from None


def wait(header: str | None) -> float | None:
    """Seconds that Retry-After asks for, which is a number or a date; None where it is neither."""
    if not header:
        return None
    if header.strip().isdecimal():
        return float(header)
    moment = mailed(header)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds()) if moment else None


def media_type(headers: Mapping[str, str]) -> tuple[str | None, str | None]:
    """The media type and charset that the server names."""
    if "content-type" not in headers:
        return None, None
    message = Message()
    message["content-type"] = headers["content-type"].encode("ascii", "replace").decode()
    charset = message.get_param("charset")
    return message.get_content_type(), charset if isinstance(charset, str) else None
