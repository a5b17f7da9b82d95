"""Fits what tells, from two sentences in context, how probably the one does harm to what the other says.

From the fit halves of the public benchmarks: of two copies in DEMETR and MENLI the corrupted one shall do more harm,
edits in SummEdits and ContraTICO do harm or not, translations of WMT the more the graver experts found their errors,
two sound ones (human_refs) none; besides, words that lie in marked errors (DEMETR, MENLI, WMT) shall be told from
others, which teaches where to look.
Three committees are fitted: two on half the documents each, whose word on the other half is what the segment score is
fitted with, for none has seen what it judges there; and one on all, which comes with mtaudit. It prints how each does
on the halves to report on.
What was chosen was chosen inside the fit halves, by networks that saw one half of the documents there and told of the
other; two that differ in first weights alone differ by .005 to .01. Two together (mean of eight single networks in
brackets) rank .836 (.816) of DEMETR's pairs and .969 (.962) of MENLI's, and have areas of .790 (.786) on SummEdits and
.783 (.775) on ContraTICO; eight have .789 on the last. To learn from what eight said gained a single network nothing.
Weights averaged over the second half of the steps do better than the last ones by .003. WMT's penalties took the rank
correlation with them from .34 to .41 and cost others nothing. All rows of DEMETR instead of 5,000 gave .020 there and
took .009 from ContraTICO; six passes instead of four took .010 from MENLI; a width of 64 instead of 96 took .015 from
SummEdits and .006 from ContraTICO, one of 128 gave nothing.
Run: `python -m training.sentence_quality`, before `training.segment`; half an hour on two cores.
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mtaudit.model.encoder import load
from mtaudit.model.sentences import EPSILON, Pairing, network
from mtaudit.pair.alignment import align
from mtaudit.pair.comparison import worded
from mtaudit.pair.context import contexts
from mtaudit.records import Document, Pair, Span
from mtaudit.text.segmentation import segment
from training.judging import FOLDER, area
from training.sets import Half, Row, document, sample

if TYPE_CHECKING:
    from mtaudit.model.encoder.encoder import Encoder

HELD_OUT = Path(__file__).with_name("held-out.json")
"""What networks that had not seen them say of rows of the fit halves; not kept in the repository."""

SIZES: Mapping[str, tuple[str, str, int]] = {
    "demetr": ("ref", "bad", 5000),
    "menli": ("ref", "bad", 3500),
    "summedits": ("ref", "hyp", 1600),
    "contratico_rt": ("orig", "rt", 11200),
    "wmt20_zhen_mqm": ("ref", "hyp", 1500),
    "wmt21_zhen_mqm": ("ref", "hyp", 1500),
    "human_refs": ("ref", "hyp", 1500),
}
"""The original and the copy of a row, and how many rows are fitted on; to report on, an eighth as many."""

WANTED: Mapping[str, Row] = {
    "contratico_rt": {"unchanged_foreign": False},
    "wmt20_zhen_mqm": {"human": False},
    "wmt21_zhen_mqm": {"human": False},
}
"""Rows of a set that count: its makers say to leave others out."""

LABELLED: Mapping[str, float] = {
    "summedits": 2.0,
    "contratico_rt": 2.0,
    "wmt20_zhen_mqm": 0.75,
    "wmt21_zhen_mqm": 0.75,
}
"""Sets that say of each row how harmful it is, and what that counts for beside a pair; where harm begins, each has of
its own."""

UNMARKED = ("summedits", "contratico_rt")
"""Sets that do not say which words do the harm."""

PENALTY = 4.0
"""MQM points by which a translation counts as harmful with a chance of 1 - 1/e."""

GRAVE = ("Major", "Critical", "critical", "major")

MEMBERS = 2
"""Networks of a committee."""

WIDTH, DROPPED = 96, 0.3
"""A network's inner width, and the share of numbers left out while it learns."""

PASSES, RATE, DECAY, BATCH = 4, 1e-3, 1e-2, 24
"""How it is fitted: passes over the rows, Adam's highest rate, its decay of weights, rows a step."""

AVERAGED = 500
"""Steps back from which a weight counts for 1/e of the newest, in the average over the second half of all steps."""

GRAVER, SOUND, WORD = 1.5, 0.2, 0.2
"""What counts for how much beside a pair: a pair with a graver error, that a copy is sound, words."""

MIXED = 30
"""Batches' worth of rows that are sorted by length together."""

LEAST_SPREAD = 0.02
"""A number of a vector that varies less than this tells nothing."""

LONGEST = 120
"""Words of a sentence to learn from; what stands behind them is left out."""

NO_HARM = -5.0
"""Log-odds of a passage in which no sentence was reworded."""

Array = NDArray[np.float32]
Weights = dict[str, Any]
"""Tensors of torch by the names that `mtaudit.model.sentences.Network` has for them."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One bead of a copy that was reworded, with where its words stand in the copy."""

    pairing: Pairing
    spans: tuple[Span, ...]


Passage = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A row with its copy, and with the sound one in DEMETR and MENLI."""

    name: str
    row: Row
    copy: Passage
    good: Passage | None

    @property
    def harmful(self) -> float:
        """How harmful the edits of a labelled row are, 0 to 1."""
        if "mqm" in self.row:
            return 1 - math.exp(-max(0.0, self.row["mqm"]) / PENALTY)
        return float(not self.row["faithful"] if "faithful" in self.row else self.row["severity"] in GRAVE)

    @property
    def errors(self) -> list[tuple[int, int]]:
        """Where its copy is marked as wrong."""
        spans = self.row.get("spans") or grave_errors(self.row)
        return [(span["start"], span["end"]) for span in spans if span.get("end", 0) > span.get("start", 0)]

    def texts(self) -> Iterator[tuple[str, Passage]]:
        """Its copies by the key of their texts."""
        original, copy, _ = SIZES[self.name]
        yield key(self.row[original], self.row[copy]), self.copy
        if self.good is not None:
            yield key(self.row[original], self.row["good"]), self.good

    @property
    def fold(self) -> int:
        """Which of the two networks may not see it: all that belongs to one document has the same."""
        return sha256(document(self.name, self.row).encode()).digest()[1] & 1


def grave_errors(row: Row) -> list[Row]:
    """The errors that any expert marked as major or worse in a translation of WMT; none in rows of other sets."""
    return [error for rater in row.get("raters", ()) for error in rater["errors"] if error["sev"] in GRAVE]


def key(original: str, copy: str) -> str:
    """What two texts are called in HELD_OUT, which holds no text."""
    return sha256(f"{original}\n{copy}".encode()).hexdigest()


def held_out() -> dict[str, float]:
    """The log-odds of harm of the rows that were fitted on, by a network that had not seen them."""
    if not HELD_OUT.exists():
        raise SystemExit(f"{HELD_OUT} is missing: python -m training.sentence_quality makes it")
    told: dict[str, float] = json.loads(HELD_OUT.read_text(encoding="utf-8"))
    return told


def examples(half: Half, encoder: Encoder) -> list[Example]:
    """The rows of all sets in context."""
    chosen = [
        (name, row, (row[original], row[copy]), (row[original], row["good"]) if "good" in row else None)
        for name, (original, copy, size) in SIZES.items()
        for row in sample(name, half, size if half == "fit" else size // 8, **WANTED.get(name, {}))
        if row.get("severity") != "base"
    ]
    texts = {both for _, _, *given in chosen for both in given if both}
    read = dict(_passages(sorted(texts), encoder))
    return [Example(n, row, read[copy], read[good] if good else None) for n, row, copy, good in chosen]


def _passages(texts: Iterable[tuple[str, str]], encoder: Encoder) -> Iterator[tuple[tuple[str, str], Passage]]:
    """Originals and copies with their beads in context, some hundreds encoded at once."""
    todo = iter(texts)
    while batch := list(islice(todo, 300)):
        pairs = [Pair(Document("o", o, language="en"), Document("c", c, language="en")) for o, c in batch]
        beads = [worded(align(p, segment(p.original), segment(p.copy))) for p in pairs]
        found = iter(contexts([sides for of_pair in beads for sides in of_pair], encoder))
        for texts_of, of_pair in zip(batch, beads, strict=True):
            known = [
                (context.pairing, copy)
                for (_, copy), context in zip(of_pair, found, strict=False)
                if context and context.pairing
            ]
            yield texts_of, tuple(Sentence(_halved(both), tuple(w.span for w in copy)) for both, copy in known)


def _halved(both: Pairing) -> Pairing:
    """The same in half the memory."""
    original, copy = (vectors[:LONGEST].astype(np.float16) for vectors in both.vectors)
    return replace(both, vectors=(original, copy))  # type: ignore[arg-type]


def _padded(arrays: Sequence[Array], sides: int = 1) -> Any:
    """Arrays as one tensor, zeros where one is shorter; the first one or two axes are words."""
    import torch

    cut = [a[:LONGEST] if sides == 1 else a[:LONGEST, :LONGEST] for a in arrays]
    room = np.zeros((len(cut), *np.max([a.shape for a in cut], axis=0)), dtype=np.float32)
    for of_room, a in zip(room, cut, strict=True):
        of_room[tuple(map(slice, a.shape))] = a
    return torch.from_numpy(room)


@dataclass(frozen=True, slots=True, eq=False)
class Learner:
    """The network while it learns: `mtaudit.model.sentences.Network` on torch, for many sentences at once."""

    weights: Weights

    @classmethod
    def new(cls, given: Sequence[Example]) -> Learner:
        """Weights to begin with; what is read from vectors has mean 0 and spread 1."""
        import torch

        some = np.concatenate([s.pairing.vectors[0] for e in given[::10] for s in e.copy]).astype(np.float32)
        middle, spread = some.mean(axis=0), some.std(axis=0)
        told = given[0].copy[0].pairing.flags[0].shape[1]
        sizes = {
            "read": (len(middle), WIDTH),
            "compare": (5 * WIDTH + 2 * told + 1, WIDTH),
            "around": (3 * WIDTH, WIDTH),
            "word": (WIDTH, 1),
            "judge": (2 * (2 * WIDTH + 1) + 1, WIDTH),
            "harm": (WIDTH, 1),
        }
        made: Weights = {}
        for name, (inputs, outputs) in sizes.items():
            made[name], made[bias_of(name)] = (
                (torch.rand(*size) * 2 - 1) * inputs**-0.5 for size in ((inputs, outputs), (outputs,))
            )
        for name, size in (("read_norm", WIDTH), ("compare_norm", 5 * WIDTH)):
            made[name], made[bias_of(name)] = torch.ones(size), torch.zeros(size)
        made["attention"] = torch.tensor([8.0, 2.0, -3.0])
        for weight in made.values():
            weight.requires_grad_()
        scale = np.where(spread > LEAST_SPREAD, 1 / np.maximum(spread, LEAST_SPREAD), 0.0)
        return cls(made | {"middle": torch.from_numpy(middle), "scale": torch.from_numpy(scale.astype(np.float32))})

    def __call__(self, passages: Sequence[Passage], dropped: float = 0.0) -> tuple[Any, Any]:
        """The log-odds of each passage, which its worst sentence has, and of each word of its sentences' copies."""
        import torch

        known = [(number, s) for number, passage in enumerate(passages) for s in passage]
        if not known:
            return torch.full((len(passages),), NO_HARM), torch.zeros(0, 0)
        owners = torch.tensor([number for number, _ in known])
        sentences, words = self._sentences([s for _, s in known], dropped)
        of_passage = torch.where(torch.arange(len(passages))[:, None] == owners, sentences, -1e4)
        unknown = torch.full((len(passages),), NO_HARM)
        return torch.where((of_passage > -1e4).any(1), torch.logsumexp(of_passage, 1), unknown), words

    def _sentences(self, given: Sequence[Sentence], dropped: float) -> tuple[Any, Any]:
        import torch
        import torch.nn.functional as F

        pairings = [s.pairing for s in given]
        vectors, flags = (
            [_padded([getattr(p, name)[side] for p in pairings]) for side in (0, 1)] for name in ("vectors", "flags")
        )
        cosines, equal, linked = (_padded([getattr(p, n) for p in pairings], 2) for n in ("cosines", "equal", "linked"))
        masks = [_padded([np.ones(len(p.flags[side]), np.float32) for p in pairings]) for side in (0, 1)]
        w = self.weights
        inner = [self._normal(self._layer((v - w["middle"]) * w["scale"], "read"), "read_norm") for v in vectors]
        attention = torch.exp(w["attention"][0] * (cosines - 1) + w["attention"][1] * equal)
        attention = attention * masks[0][:, :, None] * masks[1][:, None, :]
        near = [a / (a.sum(2, keepdim=True) + w["attention"][2].exp()) for a in (attention, attention.transpose(1, 2))]
        turned = linked.transpose(1, 2)
        original, _ = self._side(inner, flags, near[0], linked, masks[0], dropped)
        copy, words = self._side(inner[::-1], flags[::-1], near[1], turned, masks[1], dropped)
        longer = torch.log(masks[1].sum(1) / masks[0].sum(1))[:, None]
        judged = F.dropout(F.relu(self._layer(torch.cat([original, copy, longer], 1), "judge")), dropped)
        return self._layer(judged, "harm").squeeze(1), words

    def _side(
        self, inner: Sequence[Any], flags: Sequence[Any], near: Any, linked: Any, mask: Any, dropped: float
    ) -> tuple[Any, Any]:
        import torch
        import torch.nn.functional as F

        mine, other = inner
        standing = linked / linked.sum(2, keepdim=True).clamp(min=1.0)
        met = standing @ other
        parts = torch.cat([mine, met, (mine - met).abs(), mine * met, (mine - near @ other).abs()], 2)
        parts = F.dropout(self._normal(parts, "compare_norm"), dropped)
        known = torch.cat([parts, flags[0], standing @ flags[1], near.sum(2, keepdim=True)], 2)
        inside = mask[..., None]
        compared = F.dropout(F.relu(self._layer(known, "compare")), dropped) * inside
        padded = F.pad(compared, (0, 0, 1, 1))
        three = torch.cat([padded[:, :-2], compared, padded[:, 2:]], 2)
        compared = (compared + F.relu(self._layer(three, "around"))) * inside
        wrong = self._layer(compared, "word").squeeze(2)
        outside = (mask - 1) * 1e4
        most, usual = (compared + outside[..., None]).max(1).values, compared.sum(1) / mask.sum(1, keepdim=True)
        return torch.cat([most, usual, torch.logsumexp(wrong + outside, 1, keepdim=True)], 1), wrong

    def _layer(self, rows: Any, name: str) -> Any:
        return rows @ self.weights[name] + self.weights[bias_of(name)]

    def _normal(self, rows: Any, name: str) -> Any:
        import torch.nn.functional as F

        return F.layer_norm(rows, rows.shape[-1:], self.weights[name], self.weights[bias_of(name)], EPSILON)

    def learn(self, given: Sequence[Example], chance: random.Random) -> Learner:
        """Passes over the examples; what was learned, averaged over the later steps."""
        import torch

        borders = {name: torch.zeros((), requires_grad=True) for name in LABELLED}
        free = [*(w for w in self.weights.values() if w.requires_grad), *borders.values()]
        steps = torch.optim.AdamW(free, lr=RATE, weight_decay=DECAY)
        total = PASSES * math.ceil(len(given) / BATCH)
        rate = torch.optim.lr_scheduler.OneCycleLR(steps, RATE, total_steps=total + 1, pct_start=0.1)
        average: Weights = {}
        for number, batch in enumerate(batch for _ in range(PASSES) for batch in _batches(given, chance)):
            steps.zero_grad()
            self._loss(batch, borders).backward()
            torch.nn.utils.clip_grad_norm_(free, 1.0)
            steps.step()
            rate.step()
            if number >= total // 2:
                for name, weight in self.weights.items():
                    average.setdefault(name, weight.detach().clone()).lerp_(weight.detach(), 1 / AVERAGED)
        return Learner(average)

    def _loss(self, batch: Sequence[Example], borders: Mapping[str, Any]) -> Any:
        """How far the network is from what the examples say, a number of torch."""
        import torch
        import torch.nn.functional as F

        paired = [(number, e) for number, e in enumerate(batch) if e.good is not None]
        passages = [*(e.copy for e in batch), *(e.good for _, e in paired if e.good is not None)]
        told, words = self(passages, DROPPED)
        loss = torch.zeros(())
        for good, (bad, e) in enumerate(paired, start=len(batch)):
            counts = GRAVER if e.row.get("severity") in GRAVE else 1.0
            loss = loss + counts * F.softplus(told[good] - told[bad])
            loss = loss + SOUND * (F.softplus(-told[bad]) + F.softplus(told[good]))
        for number, e in enumerate(batch):
            if e.name in LABELLED:
                sure = told[number] + borders[e.name]
                loss = loss + LABELLED[e.name] * F.binary_cross_entropy_with_logits(sure, torch.tensor(e.harmful))
            elif e.name == "human_refs":
                loss = loss + SOUND * F.softplus(told[number])
        marked = [
            _marked(sentence, ([] if sound else e.errors), e.name in UNMARKED)
            for passage, e, sound in [
                *((e.copy, e, False) for e in batch),
                *((e.good, e, True) for _, e in paired if e.good is not None),
            ]
            for sentence in passage
        ]
        if marked:
            wanted, counts = (_padded(side) for side in zip(*marked, strict=True))
            loss = loss + (F.binary_cross_entropy_with_logits(words, wanted, reduction="none") * counts).sum()
        return loss / len(batch)

    def harm(self, passages: Sequence[Passage]) -> NDArray[np.float64]:
        """The log-odds of each passage."""
        import torch

        found = np.zeros(len(passages))
        order = sorted(range(len(passages)), key=lambda k: _size(passages[k]))
        with torch.no_grad():
            for start in range(0, len(order), BATCH):
                some = order[start : start + BATCH]
                found[some] = self([passages[k] for k in some])[0].numpy()
        return found

    def read(self) -> dict[str, Array]:
        """The weights as `mtaudit.model.sentences.Network` has them."""
        w = {name: weight.numpy() for name, weight in self.weights.items()}
        middle, scale = w.pop("middle"), w.pop("scale")
        w["read, bias"] = w["read, bias"] - (middle * scale) @ w["read"]
        w["read"] = scale[:, None] * w["read"]
        w["attention"] = np.append(w["attention"][:2], np.exp(w["attention"][2]))
        return w


@dataclass(frozen=True, slots=True)
class Committee:
    """Networks that learned from other first weights and in another order; together they err less than each."""

    members: tuple[Learner, ...]

    @classmethod
    def learned(cls, given: Sequence[Example]) -> Committee:
        """One that learned from the examples."""
        import torch

        members = []
        for number in range(MEMBERS):
            torch.manual_seed(number)
            members.append(Learner.new(given).learn(given, random.Random(number)))
        return cls(tuple(members))

    def harm(self, passages: Sequence[Passage]) -> NDArray[np.float64]:
        """The log-odds of each passage, the mean of its members."""
        found: NDArray[np.float64] = np.mean([member.harm(passages) for member in self.members], axis=0)
        return found

    def write(self, path: Path) -> None:
        """All members' weights as `mtaudit.model.sentences.network` reads them: stacked, in half precision."""
        read = [member.read() for member in self.members]
        made: Weights = {name: np.stack([w[name] for w in read]).astype(np.float16) for name in read[0]}
        np.savez_compressed(path, **made)


def bias_of(name: str) -> str:
    """What a layer's bias is called."""
    return f"{name}, bias"


def _batches(given: Sequence[Example], chance: random.Random) -> list[Sequence[Example]]:
    """The examples in batches of about equal length, in a new order."""
    mixed = chance.sample(given, len(given))
    batches: list[Sequence[Example]] = []
    for start in range(0, len(mixed), MIXED * BATCH):
        some = sorted(mixed[start : start + MIXED * BATCH], key=lambda e: _size(e.copy))
        batches += [some[k : k + BATCH] for k in range(0, len(some), BATCH)]
    return chance.sample(batches, len(batches))


def _size(passage: Passage) -> int:
    return max((len(s.spans) for s in passage), default=0)


def _marked(sentence: Sentence, errors: Sequence[tuple[int, int]], unknown: bool) -> tuple[Array, Array]:
    """Which words of a copy are wrong, and what each counts for: nothing where nobody marked them."""
    spans = [Span(*error) for error in errors]
    wrong = [float(any(word.overlaps(span) for span in spans)) for word in sentence.spans[:LONGEST]]
    counts = np.full(len(wrong), 0.0 if unknown else WORD * len(wrong) ** -0.5, np.float32)
    return np.array(wrong, np.float32), counts


def figures(given: Sequence[Example], judge: Committee) -> dict[str, float]:
    """Share of pairs ranked rightly, area under the curve of labels, and Spearman's correlation with penalties."""
    from scipy.stats import spearmanr

    found: dict[str, float] = {}
    for name in SIZES:
        some = [e for e in given if e.name == name]
        harm = judge.harm([e.copy for e in some])
        if name in UNMARKED:
            found[name] = area(harm, [bool(e.harmful) for e in some])
        elif name in LABELLED:
            found[name] = spearmanr(harm, [e.harmful for e in some]).statistic
        elif all(e.good is not None for e in some):
            found[name] = float((harm > judge.harm([e.good for e in some if e.good is not None])).mean())
    return {name: round(float(value), 3) for name, value in found.items()}


def _farthest(given: Sequence[Example], judge: Committee) -> float:
    """How far what comes with mtaudit, in half precision and without torch, is from what was learned."""
    single = [e.copy for e in given if len(e.copy) == 1]
    network.cache_clear()
    read = [network()(passage[0].pairing) for passage in single]
    return float(np.abs(read - judge.harm(single)).max())


def main() -> None:
    """Makes the committee, and what two others say of what they did not see."""
    encoder = load()
    if encoder is None:
        raise SystemExit("the language model is not installed: mtaudit model install")
    fitted_on, reported = examples("fit", encoder), examples("report", encoder)
    told: dict[str, float] = {}
    for fold in (0, 1, None):
        learned = Committee.learned([e for e in fitted_on if e.fold != fold and e.copy])
        print(f"all but fold {fold}: {figures(reported, learned)}", flush=True)
        unseen = dict(chain.from_iterable(e.texts() for e in fitted_on if e.fold == fold))
        told |= zip(unseen, learned.harm(list(unseen.values())).round(4).tolist(), strict=True)
    learned.write(FOLDER / "sentence-quality.npz")
    print(f"as it is read: log-odds differ by at most {_farthest(reported, learned):.3f}")
    HELD_OUT.write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main()
