"""Article text made fit to show: it comes from strangers, and may try to hide, reorder or execute something."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

# Unicode Standard 15, ch. 23.2 and UAX #9: characters that reorder or hide text. The joiners U+200C and
# U+200D are left alone, since Persian, Hindi and emoji need them.
_REORDERING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_HIDDEN = (0x00AD, 0x180E, 0x200B, 0x2028, 0x2029, *range(0x2060, 0x2065), 0xFEFF, *range(0xFFF9, 0xFFFC))
_TAGS = range(0xE0000, 0xE0080)
_C1 = range(0x80, 0xA0)
_SURROGATES = range(0xD800, 0xE000)
_SPACE = frozenset("\t\n")

_SHOWN = {c: f"[U+{c:04X}]" for c in (*_REORDERING, *_HIDDEN, *_TAGS, *_C1, *_SURROGATES)}
_SHOWN |= {c: chr(0x2400 + c) for c in range(0x20) if chr(c) not in _SPACE}
_SHOWN[0x7F] = "\u2421"

_SURROGATE = re.compile("[\ud800-\udfff]")
_SLUG_LENGTH = 48  # with number and ending well below the 143 bytes that eCryptfs, the strictest in use, allows


def visible(text: str) -> str:
    """The text with control, bidirectional and hidden characters replaced by a sign that can be seen."""
    return text if text.isprintable() else text.translate(_SHOWN)


def one_line(text: str) -> str:
    """The visible text with every run of white space as one space."""
    return " ".join(visible(text).split())


def writable(text: str) -> str:
    """The text with lone surrogates, which UTF-8 cannot carry, as U+FFFD; its length stays the same."""
    return _SURROGATE.sub("\ufffd", text)


def web_link(url: str | None) -> str | None:
    """The address if following it is safe: http or https, a host, nothing invisible; otherwise None."""
    if url is None or visible(url) != url or any(c.isspace() or c == "\\" for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def slug(text: str) -> str:
    """The text as part of a file name: only a to z, 0 to 9 and single hyphens; "copy" where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:_SLUG_LENGTH].strip("-") or "copy"
