"""Articles on one event, and what they say of the same thing: each is a witness of the others."""

from mtaudit.event.events import consulted, event_of, groups
from mtaudit.event.weighing import Held, weighed

__all__ = ["Held", "consulted", "event_of", "groups", "weighed"]
