"""Fits what tags words as OK or BAD: a small network that looks at each word's vectors of the language model.

From the fit halves of the public benchmarks, their sound sentences alone: each is read as it is and with one edit of
ours, which makes BAD what it touches: two neighbours swapped, a word replaced by another function word, by another form
of its verb or noun, by another word of its stem or its class, a word put in, or one left out, which makes a gap.
Nothing of what the benchmarks hold to be wrong is looked at. Run: `python -m training.word_quality`; it takes two
minutes and says how well the network tells the words of sentences that it did not see.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.wordnet import lemma, parts_of_speech
from mtaudit.model.encoder import load
from mtaudit.pair.context import PLACE
from mtaudit.records import Span, Word
from mtaudit.text.words import words
from training.judging import FOLDER, area
from training.sets import rows

SOUND = {
    "human_refs": ("ref", "hyp"),
    "wmt20_zhen_mqm": ("ref", "ref2"),
    "wmt21_zhen_mqm": ("ref", "ref2"),
    "demetr": ("ref", "good"),
    "sts_news": ("ref", "hyp"),
    "menli": ("ref", "good"),
    "summedits": ("ref",),
}
"""The sides of each set that people wrote or hold to be sound."""

SHORTEST, LONGEST = 5, 60
"""Words of a sentence to learn from."""

EDITS = 3
"""Edited forms of each sentence."""

SPARED = 0.12
"""Share of the words left alone that are learned from."""

WIDTH, PASSES, RATE, DECAY, BATCH = 64, 20, 1e-3, 1e-3, 512
"""The network's inner width, and how it is fitted. Half the width is .01 worse, twice no better."""

HELD_OUT = 8
"""One sentence in so many is kept to report on."""

OK, BAD, GAP = range(3)


@dataclass(frozen=True, slots=True)
class Edited:
    """A sentence, with the words that an edit made BAD, and the one before which it left a gap."""

    text: str
    bad: tuple[Span, ...] = ()
    gap: Span | None = None

    def tag(self, word: Word) -> int:
        """What is true of one of its words."""
        if any(word.span.overlaps(span) for span in self.bad):
            return BAD
        return GAP if self.gap and word.span.overlaps(self.gap) else OK


Edit = Callable[[str, Sequence[Word], int], Edited | None]
"""Of the word with this number in the text; None where it cannot be made there."""


@dataclass(slots=True)
class Editor:
    """Makes one edit of a sentence, with the words of all sentences to choose from."""

    chance: random.Random
    small: Counter[str] = field(default_factory=Counter)
    classes: dict[str, list[str]] = field(default_factory=dict)
    forms: dict[str, list[str]] = field(default_factory=dict)
    stems: dict[str, list[str]] = field(default_factory=dict)

    def learn(self, texts: Sequence[str]) -> None:
        """Takes in the vocabulary."""
        counts = Counter(w.form for text in texts for w in words(text) if w.form.isalpha())
        for form, count in sorted(counts.items()):
            if is_function_word(form):
                self.small[form] = round(count**0.5)
            elif count > 1 and len(form) > 2 and parts_of_speech(form):
                self.classes.setdefault(_class(form), []).append(form)
                self.forms.setdefault(lemma(form), []).append(form)
                self.stems.setdefault(form[:5], []).append(form)

    def __call__(self, text: str) -> Edited | None:
        """The sentence with an edit; None where twenty tries found no place for one."""
        side = words(text)
        plain = [k for k, w in enumerate(side) if w.form.isalpha() and w.text == w.form]
        edits: dict[Edit, int] = {
            self._swapped: 3, self._of_small: 4, self._left_out: 3, self._other_form: 3, self._of_class: 3,
            self._of_stem: 2, self._put_in: 1,
        }  # fmt: skip
        (edit,) = self.chance.choices(tuple(edits), tuple(edits.values()))
        tries = (edit(text, side, self.chance.choice(plain)) for _ in range(20 if plain else 0))
        return next((found for found in tries if found), None)

    def _swapped(self, text: str, side: Sequence[Word], k: int) -> Edited | None:
        if k + 1 >= len(side) or not side[k + 1].form.isalpha() or side[k + 1].form == side[k].form:
            return None
        a, b = side[k].span, side[k + 1].span
        between = text[a.end : b.start]
        middle = a.start + b.end - b.start
        made = text[: a.start] + b.of(text) + between + a.of(text) + text[b.end :]
        bad = Span(a.start, middle), Span(middle + len(between), b.end)
        return Edited(made, bad) if between.isspace() else None

    def _of_small(self, text: str, side: Sequence[Word], k: int) -> Edited | None:
        if not is_function_word(side[k].form):
            return None
        (new,) = self.chance.choices(tuple(self.small), tuple(self.small.values()))
        return _replaced(text, side[k], new)

    def _other_form(self, text: str, side: Sequence[Word], k: int) -> Edited | None:
        return self._one_of(self.forms.get(lemma(side[k].form), ()), text, side[k])

    def _of_stem(self, text: str, side: Sequence[Word], k: int) -> Edited | None:
        base = lemma(side[k].form)
        others = [form for form in self.stems.get(side[k].form[:5], ()) if lemma(form) != base]
        return self._one_of(others, text, side[k]) if len(side[k].form) > 5 else None

    def _of_class(self, text: str, side: Sequence[Word], k: int) -> Edited | None:
        return self._one_of(self.classes.get(_class(side[k].form), ()), text, side[k])

    def _one_of(self, others: Sequence[str], text: str, word: Word) -> Edited | None:
        if is_function_word(word.form) or not others:
            return None
        return _replaced(text, word, self.chance.choice(others))

    def _put_in(self, text: str, side: Sequence[Word], k: int) -> Edited | None:
        sources = [tuple(self.small), self.chance.choice(list(self.classes.values()))]
        new = self.chance.choice(self.chance.choice(sources))
        at = side[k].span.start
        return Edited(f"{text[:at]}{new} {text[at:]}", (Span(at, at + len(new)),)) if k else None

    def _left_out(self, text: str, side: Sequence[Word], k: int) -> Edited | None:
        if not k or k + 1 >= len(side) or not side[k + 1].spaced:
            return None
        at, behind = side[k].span.start, side[k + 1].span
        return Edited(text[:at] + text[behind.start :], gap=Span(at, at + behind.end - behind.start))


def _class(form: str) -> str:
    """The parts of speech that a word can be, and its ending."""
    ending = next((e for e in ("ed", "ing", "ly", "s") if form.endswith(e)), "")
    return "".join(sorted(parts_of_speech(form))) + ending


def _replaced(text: str, word: Word, new: str) -> Edited | None:
    at = word.span.start
    made = Edited(text[:at] + new + text[word.span.end :], (Span(at, at + len(new)),))
    return made if new != word.form else None


def sentences() -> list[str]:
    """The sound sentences of the fit halves that no half to report on has, in an order of their own."""
    seen = {
        str(row[side]).strip()
        for name in (*SOUND, "contratico_rt")
        for row in rows(name, "report")
        for side in ("ref", "ref2", "hyp", "good", "bad", "orig", "rt")
        if row.get(side)
    }
    found = {
        text: None
        for name, sides in SOUND.items()
        for row in rows(name, "fit")
        for side in sides
        if row.get(side) and (text := str(row[side]).strip()) not in seen
    }
    fitting = [t for t in found if SHORTEST <= len(t.split()) <= LONGEST and t[0].isupper()]
    random.Random(0).shuffle(fitting)
    return fitting


def examples(texts: Sequence[str]) -> Iterator[tuple[int, Edited]]:
    """Each sentence by its number, as it is and edited."""
    editor = Editor(random.Random(1))
    editor.learn(texts)
    for number, text in enumerate(texts):
        yield number, Edited(text)
        for _ in range(EDITS):
            if found := editor(text):
                yield number, found


def main() -> None:
    """Makes the network and says how well it does."""
    from sklearn.neural_network import MLPClassifier

    encoder = load()
    if encoder is None:
        raise SystemExit("the language model is not installed: mtaudit model install")
    chance = random.Random(2)
    vectors, tags, numbers = [], [], []
    todo = examples(sentences())
    while batch := list(islice(todo, 500)):
        read = encoder.tokens([e.text for _, e in batch], PLACE, encoder.shape.layers)
        for (number, edited), of_text in zip(batch, read, strict=True):
            side = words(edited.text)
            of_words = of_text.over([w.span for w in side]).astype(np.float16)
            for word, row in zip(side, of_words, strict=True):
                tag = edited.tag(word)
                if tag or chance.random() < SPARED:
                    vectors.append(row)
                    tags.append(tag)
                    numbers.append(number)
    table, wanted = np.array(vectors, dtype=np.float32), np.array(tags)
    held = np.array(numbers) % HELD_OUT == 0
    mean, spread = table[~held].mean(axis=0), table[~held].std(axis=0)
    scale = np.where(spread > 1e-3, 1 / np.maximum(spread, 1e-3), 0.0)  # what is the same in all words tells nothing
    network = MLPClassifier(
        (WIDTH,), alpha=DECAY, learning_rate_init=RATE, batch_size=BATCH, max_iter=PASSES, random_state=0
    )
    network.fit((table[~held] - mean) * scale, wanted[~held])
    told = network.predict_proba((table[held] - mean) * scale)
    for tag, name in ((BAD, "BAD"), (GAP, "gap")):
        print(f"{name}: area under the curve {area(told[:, tag], wanted[held] == tag):.3f}")
    (first, second), (first_bias, second_bias) = network.coefs_, network.intercepts_
    made = {
        "mean": mean, "scale": scale, "first": first, "first_bias": first_bias, "second": second,
        "second_bias": second_bias,
    }  # fmt: skip
    np.savez_compressed(FOLDER / "word-quality.npz", **{k: v.astype(np.float16) for k, v in made.items()})


if __name__ == "__main__":
    main()
