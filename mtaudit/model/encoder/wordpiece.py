"""The uncased WordPiece tokenizer of BERT: text → pieces of its vocabulary, each with its span in the text.

Words end at white space, punctuation marks and CJK ideographs, which are words of their own; they are put in lower
case and lose their accents; then the longest piece of the vocabulary is taken off the front of a word again and again.
Equal to `BertTokenizerFast` but for the names of special tokens, "[SEP]" say, which are plain text here.
Source: Wu et al. 2016, https://arxiv.org/abs/1609.08144, as in Devlin et al. 2019.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from mtaudit.records import Span

MAX_WORD = 100
"""Characters of a word at most, as in BERT; a longer one is unknown."""

CACHED = 50_000
"""Runs of text between spaces whose pieces are remembered: the words of about a hundred articles."""

RUN = re.compile("[^ \\t\\n\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+")
"""What stands between white space as Unicode has it; other control characters join the run and are dropped."""

IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
"""Blocks of CJK ideographs as BERT's tokenizers list them."""

Placed = tuple[int, int, int]
"""Number of a piece, its start and its end."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text, in order: their numbers in the vocabulary and their spans.

    The spans of a word's pieces tile the word. Only a character that falls into several (a Korean syllable) may stand
    in two spans.
    """

    ids: tuple[int, ...]
    spans: tuple[Span, ...]


class WordPiece:
    """Text → pieces, by a vocabulary of piece → number that has "[UNK]"."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary["[UNK]"]
        self._longest = max(map(len, vocabulary))
        self._of_run = lru_cache(CACHED)(self._cut)

    def __call__(self, text: str) -> Pieces:
        """The pieces of `text`."""
        ids, spans = [], []
        for run in RUN.finditer(text):
            offset = run.start()
            for number, start, end in self._of_run(run.group()):
                ids.append(number)
                spans.append(Span(offset + start, offset + end))
        return Pieces(tuple(ids), tuple(spans))

    def _cut(self, run: str) -> tuple[Placed, ...]:
        return tuple(piece for start, end in _words(run) for piece in self._pieces(run, start, end))

    def _pieces(self, run: str, start: int, end: int) -> Iterable[Placed]:
        """The pieces of the word run[start:end]; one unknown piece where the vocabulary does not cover it."""
        letters = [(letter, k) for k in range(start, end) for letter in _plain(run[k])]
        word = "".join(letter for letter, _ in letters)
        if len(word) > MAX_WORD:
            return [(self._unknown, start, end)]
        found: list[tuple[int, int]] = []
        at = 0
        while at < len(word):
            prefix = "##" if at else ""
            for stop in range(min(len(word), at + self._longest), at, -1):
                number = self._vocabulary.get(prefix + word[at:stop])
                if number is not None:
                    break
            else:
                return [(self._unknown, start, end)]
            found.append((number, stop))
            at = stop
        return _placed(found, [k for _, k in letters], start, end)


def _placed(found: Iterable[tuple[int, int]], source: list[int], start: int, end: int) -> Iterator[Placed]:
    """Pieces, given with the letter they end before, at their place; `source` is the character of each letter."""
    for number, stop in found:
        cut = end if stop == len(source) else max(source[stop], source[stop - 1] + 1)
        yield number, start, cut
        start = cut if stop == len(source) else source[stop]


def _words(run: str) -> Iterator[tuple[int, int]]:
    """The words of a run without white space; characters that are dropped stay with the word they stand in."""
    start = 0
    for k, character in enumerate(run):
        if _alone(character):
            yield from ((start, k),) if start < k else ()
            yield k, k + 1
            start = k + 1
    if start < len(run):
        yield start, len(run)


@lru_cache(4096)
def _alone(character: str) -> bool:
    """Whether the character is a word of its own: an ideograph, a punctuation mark or any sign of ASCII."""
    if any(low <= ord(character) <= high for low, high in IDEOGRAPHS):
        return True
    plain = _plain(character)
    return len(plain) == 1 and (_sign(plain) or unicodedata.category(plain).startswith("P"))


def _sign(character: str) -> bool:
    return character.isascii() and character.isprintable() and not character.isalnum() and character != " "


@lru_cache(4096)
def _plain(character: str) -> str:
    """The character in lower case without accents: none, one or several."""
    if character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co"):
        return ""
    apart = unicodedata.normalize("NFD", character)
    return "".join(c.lower() for c in apart if unicodedata.category(c) != "Mn")
