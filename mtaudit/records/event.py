"""Articles on one event: what they quote, what they tell, and who speaks with one voice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mtaudit.records.document import Parsed, Span


@dataclass(frozen=True, slots=True)
class Wording:
    """What one article of an event puts between quotation marks, the marks not included.

    `article` is an index into `Event.articles`. Where the saying is interrupted (“…,” she said, “…”) each part is a
    wording of its own. `speaker` is who says it by that article, None where it does not tell.
    """

    article: int
    span: Span
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """One saying, with the wordings of it that the articles give, in the order of the articles."""

    wordings: tuple[Wording, ...]


class FactKind(StrEnum):
    """What several articles tell of the same event."""

    NAME = "name"
    ROLE = "role"
    TERM = "term"
    FIGURE = "figure"
    DATE = "date"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact as one article has it: where, and its value in plain form, by which mentions agree or do not."""

    article: int
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that articles tell of the same thing, `about`, in the order of the articles."""

    kind: FactKind
    about: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """Articles on one event, with the sayings that they quote and the facts that they tell.

    `voices` has a number for each article: outlets that copy one another speak with one voice, and count once. `trust`
    tells for each how probable it is, by its own text, that it is sound, 0 to 1.
    """

    articles: tuple[Parsed, ...]
    voices: tuple[int, ...]
    trust: tuple[float, ...]
    utterances: tuple[Utterance, ...]
    facts: tuple[Fact, ...]

    def __post_init__(self) -> None:
        if not len(self.articles) == len(self.voices) == len(self.trust):
            raise ValueError("an event needs a voice and a trust for each of its articles")


@dataclass(frozen=True, slots=True)
class Witness:
    """What another article on the event says where a finding lies, and whether that contradicts the copy.

    `words` stand at `span` in its text, within `sentence`. Those with the same `voice` copy one another and count once.
    """

    id: str
    outlet: str | None
    url: str | None
    span: Span
    words: str
    sentence: str
    voice: int
    primary: bool
    contradicts: bool


@dataclass(frozen=True, slots=True)
class Consulted:
    """Another article on the event that a copy was held against, and the voice with which it counts."""

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    voice: int
    primary: bool
