"""What a server answered, and where answers may be kept until they are asked for again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Answer:
    """What stood at an address. `url` is where it was found, after all redirects.

    `unchanged` says that the server has nothing newer than this, which came from the cache. `etag` and `modified`
    are what to ask that with.
    """

    url: str
    body: bytes
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


class Cache(Protocol):
    """Keeps answers, whole, by the address that was asked for.

    An answer that the server says still holds is read again, so that whoever was stopped in the middle of it loses
    nothing.
    """

    def get(self, url: str) -> Answer | None:
        """The last answer, if it was kept."""
        ...

    def put(self, url: str, answer: Answer) -> None:
        """Keeps an answer."""
        ...
