"""What a site asks of robots (RFC 9309): where not to go, and how long to wait between two requests."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.robotparser import RobotFileParser

LONGEST_DELAY = 30.0
"""Seconds of a crawl delay that are honoured; some sites ask for hours, which no desk can wait."""

MAX_ROBOTS = 512_000
"""Bytes of a robots.txt that count; RFC 9309 asks for 500 kibibytes at least."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site for us. `rules` is None where it has none."""

    rules: RobotFileParser | None
    agent: str

    def allow(self, url: str) -> bool:
        """Whether the address may be fetched."""
        return self.rules is None or self.rules.can_fetch(self.agent, url)

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests."""
        asked = self.rules.crawl_delay(self.agent) if self.rules else None
        return min(float(asked), LONGEST_DELAY) if asked else 0.0


def robots(text: str, agent: str) -> Robots:
    """The rules in a robots.txt."""
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    return Robots(rules, agent)
