"""A page that a browser saved in one file (MHTML, RFC 2557) → the HTML of the page."""

from __future__ import annotations

from email import message_from_bytes, policy

from mtaudit.errors import InputError
from mtaudit.ingest.resources import Resource
from mtaudit.ingest.web.addresses import is_address


def saved_page(resource: Resource) -> tuple[bytes, str | None, str | None]:
    """The page's bytes, its charset and its address. Raises InputError where no page is in it."""
    message = message_from_bytes(resource.body, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                charset = part.get_content_charset()
                address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location")).strip()
                return body, charset, address if is_address(address) else None
    raise InputError("holds no page")
