"""Names of people, bodies, laws and places, and the other forms in which single articles have them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mtaudit.event.facts.lines import Line, Reading, fact
from mtaudit.event.facts.people import People
from mtaudit.event.facts.renderings import (
    SPELT_LONG,
    begin_alike,
    is_inverted,
    is_said,
    is_slip,
    is_translated,
    meanings,
    one_replaced,
)
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.wordnet import known as is_known
from mtaudit.lexicon.wordnet import parts_of_speech
from mtaudit.records import Fact, FactKind, Mention, Role, Span
from mtaudit.text.names import MOSTLY, TITLES, folded, is_capitalised, may_name, sounds_alike
from mtaudit.text.people import is_person_noun, role_of

JOINTS = frozenset(("of", "for", "&"))
"""Small words inside the name of a body, behind a common noun: "Bank of Hope", but not "Brook of Oldham"."""

LONGEST = 8
"""Words of a name; more of them in a row are a headline."""

BESIDE = 5
"""Words on either side of a name among which stands what the person is."""

CLOSING = frozenset(("”", "’", '"', "'", "»"))

MANY = 400
"""Names of an article that are read."""


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name as an article has it: its words in plain form, titles and small words left out."""

    article: int
    span: Span
    parts: tuple[str, ...]
    text: str
    joined: bool
    beside: frozenset[str] = frozenset()


def name_facts(reading: Reading) -> Iterator[Fact]:
    """Each name that articles agree on and that single ones have inverted, translated or misspelt."""
    found = [name for lines in reading.lines for name in _names(reading, lines)]
    found += _in_headlines(reading, {n.parts: n for n in found if len(n.parts) > 1 and not n.joined})
    whole: defaultdict[tuple[str, ...], list[Name]] = defaultdict(list)
    parts: defaultdict[str, list[Name]] = defaultdict(list)
    for name in found:
        whole[name.parts].append(name)
        for part in set(name.parts):
            parts[part].append(name)
    strays: defaultdict[tuple[str, ...], list[Name]] = defaultdict(list)
    for stray, right in _strays(reading, whole, parts):
        strays[right].append(stray)
    for right, wrong in strays.items():
        sound = whole[right] if len(right) > 1 else [_part(name, right[0], reading) for name in parts[right[0]]]
        accused = {name.article for name in wrong}
        value = min(Counter(n.text for n in sound).items(), key=lambda told: (-told[1], told[0]))[0]
        mentions = [_mention(n, value) for n in sound if n.article not in accused] + [
            _mention(n, n.text) for n in wrong
        ]
        yield fact(FactKind.NAME, value, mentions)


def _mention(name: Name, value: str) -> Mention:
    return Mention(name.article, name.span, value)


def _names(reading: Reading, lines: Sequence[Line]) -> list[Name]:
    found: list[Name] = []
    for line in lines:
        if len(found) < MANY and not _is_shouting(line):
            found += _on(line, reading.names[line.article])
    return found


def _in_headlines(reading: Reading, known: Mapping[tuple[str, ...], Name]) -> list[Name]:
    """Names of several words, known from elsewhere, in lines that capitalise nearly all of their words."""
    lengths = {len(parts) for parts in known}
    found = []
    for line in reading:
        forms = [folded(w.form) for w in line.words] if _is_shouting(line) else []
        for k, length in ((k, n) for k in range(len(forms)) for n in sorted(lengths) if k + n <= len(forms)):
            name = known.get(tuple(forms[k : k + length]))
            if name:
                found.append(Name(line.article, line.span(range(k, k + length)), name.parts, name.text, False))
    return found


def _is_shouting(line: Line) -> bool:
    """Whether nearly all words begin with capitals, as in a headline, where these tell nothing."""
    worded = [w for w, form in zip(line.words, line.lemmas, strict=True) if form and w.text[0].isalpha()]
    return line.role is not Role.BODY and sum(map(is_capitalised, worded)) > MOSTLY * len(worded)


def _on(line: Line, known: frozenset[str]) -> Iterator[Name]:
    """The runs of capitals of a line that have a name in them; the word that begins the line only where it is one."""
    words, k = line.words, 0
    while k < len(words):
        if not _begins(line, k, known):
            k += 1
            continue
        stop = k + 1
        while stop < len(words) and stop - k < LONGEST:
            if may_name(line.words[stop]):
                stop += 1
            elif (
                words[stop].form in JOINTS
                and stop + 1 < len(words)
                and may_name(line.words[stop + 1])
                and _is_body(line, stop)
            ):
                stop += 2
            else:
                break
        yield from _made(line, range(k, stop), known)
        k = stop


def _is_body(line: Line, k: int) -> bool:
    """Whether the word before a joint is a common noun, and not for a person."""
    form = line.words[k - 1].form
    return line.words[k].form == "&" or ("n" in parts_of_speech(form) and not is_person_noun(form))


def _begins(line: Line, k: int, known: frozenset[str]) -> bool:
    if k and line.words[k - 1].form == "-" and not line.words[k].spaced:
        return False
    return may_name(line.words[k]) and (line.words[k].form in known or (k > 0 and not _opens(line, k)))


def _opens(line: Line, k: int) -> bool:
    """Whether a sentence or a quotation begins with that word, so that its capital tells nothing."""
    before = line.words[k - 1].text
    if before in CLOSING and k > 1 and line.words[k - 2].text == ",":  # “It is over,” Ada Brook said
        return False
    return not any(c.isalnum() for c in before) and before not in (",", "(", "-", "–")


def _made(line: Line, run: range, known: frozenset[str]) -> Iterator[Name]:
    while run and line.words[run.start].form in TITLES:
        run = range(run.start + 1, run.stop)
    words = [line.words[k] for k in run]
    parts = tuple(folded(w.form) for w in words if not is_function_word(w.form) and w.form != "&")
    told = any(w.form in known for w in words) or (len(parts) > 1 and run.start > 0 and not _opens(line, run.start))
    if told and parts and all(parts):
        span = line.span(run)
        text = line.text[span.start - line.start : span.end - line.start]
        near = line.words[max(0, run.start - BESIDE) : run.stop + BESIDE]
        beside = frozenset(w.form for w in near if is_person_noun(w.form) and w.form not in parts)
        yield Name(line.article, span, parts, " ".join(text.split()), len(parts) < len(words), beside)


def _part(name: Name, part: str, reading: Reading) -> Name:
    """The one word of a name, as a name of its own."""
    text = reading.articles[name.article].document.text
    start = name.span.start
    for word in name.span.of(text).split():
        if folded(word.casefold()).startswith(part):
            start = text.index(word, start, name.span.end)
            return Name(name.article, Span(start, start + min(len(word), len(part))), (part,), word[: len(part)], False)
    return name


Strays = Iterator[tuple[Name, tuple[str, ...]]]


def _strays(reading: Reading, whole: Mapping[tuple[str, ...], list[Name]], parts: Mapping[str, list[Name]]) -> Strays:
    """Each form that one article alone has of a name, with the parts of the name."""
    where = {form: {n.article for n in names} for form, names in whole.items()}
    by_part = {part: {n.article for n in names} for part, names in parts.items()}
    for form, names in list(whole.items()):
        right = _right_of(reading, form, names[0], where, parts) if len(form) > 1 else None
        for name in names if right else ():
            assert right is not None
            yield name, right
    yield from _single(reading, by_part, parts)
    yield from _word_by_word(reading, whole, where)


def _word_by_word(
    reading: Reading, whole: Mapping[tuple[str, ...], list[Name]], where: Mapping[tuple[str, ...], set[int]]
) -> Strays:  # fmt: skip
    """Names of which every word was translated ("Clear River", "Rio Claro"), or that fell into words ("Lark Hill")."""
    foreign = {n: meant for n in whole if reading.anchors(where[n]) and all(meant := tuple(map(meanings, n)))}
    long = {n[0]: n for n in whole if len(n) == 1 and len(n[0]) > SPELT_LONG and reading.anchors(where[n])}
    for form, names in whole.items():
        joint = long.get("".join(form[:2])) if len(form) > 1 else None
        said = (n for n in sorted(foreign) if len(n) == len(form) > 1 and is_said(form, foreign[n]))
        candidates = [joint] if joint else said
        right = next((n for n in candidates if n and n != form and where[n].isdisjoint(where[form])), None)
        for name in names if right else ():
            assert right is not None
            yield name, right


def _right_of(
    reading: Reading, form: tuple[str, ...], name: Name, where: Mapping[tuple[str, ...], set[int]],
    parts: Mapping[str, list[Name]],
) -> tuple[str, ...] | None:  # fmt: skip
    """The name of which a long one is another form: inverted, or with one word that stands for another."""
    if is_known(" ".join(form)):
        return None
    others = {n.parts for part in form for n in parts[part] if len(n.parts) == len(form) and n.parts != form}
    best: tuple[int, tuple[str, ...]] | None = None
    for other in sorted(others):
        inverted = not name.joined and is_inverted(form, other)
        if (
            not inverted
            and not one_replaced(form, other, name.joined)
            and not _is_namesake(reading, form, other, where[form], parts)
        ):
            continue
        free = inverted or begin_alike(form, other)
        theirs = where[other] - (where[form] if free else set())
        if not theirs or (not inverted and (theirs & where[form] or not reading.anchors(theirs))):
            continue
        if best is None or len(theirs) > best[0]:
            best = len(theirs), other
    return best[1] if best and best[0] >= len(where[form]) else None


def _is_namesake(
    reading: Reading, form: tuple[str, ...], other: tuple[str, ...], mine: set[int], parts: Mapping[str, list[Name]]
) -> bool:  # fmt: skip
    """Whether the two are one person by the given name, whose surname no article has that has the other one.

    Where they begin alike, an article may have both: the right one stands elsewhere in it.
    """
    if form[1:] == other[1:] and other[-1] in People.of(reading).surnames:
        return _is_renamed(form, other, mine, parts)
    if form[:-1] != other[:-1] or role_of(form[0]) or other[-1] not in People.of(reading).surnames:
        return False
    if begin_alike(form, other):
        return not sounds_alike(form[-1], other[-1])
    theirs = {n.article for n in parts[other[-1]] if len(n.parts) == 1 or n.parts == other}
    return theirs.isdisjoint(mine) and mine == {n.article for n in parts[form[-1]]}


def _is_renamed(form: tuple[str, ...], other: tuple[str, ...], mine: set[int], parts: Mapping[str, list[Name]]) -> bool:
    """Whether a person has another given name in an article that never has theirs, and is the same thing by trade."""
    if {n.article for n in parts[other[0]]} & mine or {n.article for n in parts[form[0]]} != mine:
        return False
    told = [frozenset(w for n in parts[f[-1]] if n.parts == f for w in n.beside) for f in (form, other)]
    return bool(told[0] & told[1])


def _single(reading: Reading, by_part: Mapping[str, set[int]], parts: Mapping[str, list[Name]]) -> Strays:
    """Words that stand in the names of one article alone, with the word of all others' that this one lacks."""
    count = len(reading.articles)
    alone: defaultdict[int, list[str]] = defaultdict(list)
    for part, articles in by_part.items():
        if len(articles) == 1 and not any(part in said for k, said in enumerate(reading.names) if k not in articles):
            alone[next(iter(articles))].append(part)
    agreed = [
        p
        for p, articles in by_part.items()
        if len(articles) < count and reading.anchors({n.article for n in parts[p] if len(n.parts) == 1})
    ]
    for article, lone in sorted(alone.items()):
        said = {folded(form) for form in reading.names[article]} | reading.lemmas[article]
        lacking = [p for p in sorted(agreed) if article not in by_part[p] and p not in said]
        for part in lone:
            right = next((p for p in lacking if is_slip(part, p) or is_translated(part, p)), None)
            for name in parts[part] if right else ():
                assert right is not None
                if len(name.parts) == 1 or is_slip(part, right):
                    yield _part(name, part, reading), (right,)
