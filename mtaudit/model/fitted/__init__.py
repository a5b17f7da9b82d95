"""Small calibrated models: a few named features → a probability that means what it says.

Each is a versioned JSON file in this folder, made by a script in `training/` from public benchmarks; the file says by
which, on what, and how well it did. A model is logistic: the coefficients can be read, and a probability be explained
by the features that raised it. Where features weigh more or less by what else is seen, trees go with it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec


def probability(logit: float) -> float:
    """What log-odds mean, 0 to 1."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, logit))))


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression: the probability is 1 / (1 + e^-(bias + Σ weight · feature))."""

    version: str
    made_by: str
    fitted_on: str
    figures: dict[str, float]
    bias: float
    weights: dict[str, float]

    def logit(self, features: Mapping[str, float]) -> float:
        """The log-odds. Raises KeyError for a feature that is not given."""
        return self.bias + sum(weight * features[name] for name, weight in self.weights.items())

    def __call__(self, features: Mapping[str, float], raised: float = 0.0) -> float:
        """The probability, 0 to 1, its log-odds `raised` for cases where what is asked is commoner than in the data."""
        return probability(self.logit(features) + raised)


@dataclass(frozen=True, slots=True)
class Tree:
    """At node k go to `below[k]` if feature number `feature[k]` is at most `threshold[k]`, else to `above[k]`.

    The first node is 0. A negative number n is the leaf -n - 1, whose value is in `leaves`.
    """

    feature: list[int]
    threshold: list[float]
    below: list[int]
    above: list[int]
    leaves: list[float]

    def __call__(self, values: Sequence[float]) -> float:
        """The value of the leaf to which these features lead."""
        node = 0
        while node >= 0:
            lower = values[self.feature[node]] <= self.threshold[node]
            node = self.below[node] if lower else self.above[node]
        return self.leaves[-node - 1]


@dataclass(frozen=True, slots=True)
class Boosted:
    """Boosted trees, whose values add up to log-odds."""

    version: str
    made_by: str
    fitted_on: str
    features: list[str]
    trees: list[Tree]

    def logit(self, features: Mapping[str, float]) -> float:
        """The log-odds. Raises KeyError for a feature that is not given."""
        values = [features[name] for name in self.features]
        return sum(tree(values) for tree in self.trees)


@cache
def load(name: str) -> Logistic:
    """The model in `<name>.json`."""
    return msgspec.json.decode(files(__name__).joinpath(f"{name}.json").read_bytes(), type=Logistic)


@cache
def load_trees(name: str) -> Boosted:
    """The trees in `<name>-trees.json`, which go with the model in `<name>.json`."""
    return msgspec.json.decode(files(__name__).joinpath(f"{name}-trees.json").read_bytes(), type=Boosted)
