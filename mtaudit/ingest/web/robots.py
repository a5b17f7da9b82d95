"""What a site asks of robots (RFC 9309): where not to go, and how long to wait between two requests."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

LONGEST_DELAY = 30.0
"""Seconds of a crawl delay that are honoured; some sites ask for hours, which no desk can wait."""

MAX_ROBOTS = 512_000
"""Bytes of a robots.txt that count; RFC 9309 asks for 500 kibibytes at least."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for us. `rules` is None where it has none."""

    rules: Protego | None
    agent: str

    def allow(self, url: str) -> bool:
        """Whether the address may be fetched."""
        return self.rules is None or self.rules.can_fetch(_whole(url), self.agent)

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests."""
        asked = self.rules.crawl_delay(self.agent) if self.rules else None
        return min(asked, LONGEST_DELAY) if asked and asked > 0 else 0.0


def robots(text: str, agent: str) -> Robots:
    """The rules in a robots.txt; in its paths `*` is anything and `$` the end, and of two that fit the longer holds."""
    return Robots(Protego.parse(_whole(text)), agent)


def _whole(text: str) -> str:
    """The text without halves of surrogate pairs, which no address may hold."""
    return text.encode("utf-8", "replace").decode()
