"""Records are kept small and come back as they were; what has no form is refused."""

from __future__ import annotations

import json
import zlib
from contextlib import suppress

import pytest
from damaging import DAMAGE, Damage
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.records import Audit, Document, Span
from mtaudit.records.packing import decoded, packed, unpacked


@pytest.mark.parametrize("level", [1, 9])
def test_what_is_packed_comes_back(level: int) -> None:
    for value, kind in (
        (Document("a", "It rained. ü\ud800", "en"), Document),
        (Span(3, 7), Span),
        (range(2, 5), range),
    ):
        assert unpacked(packed(value, level), kind) == value


def test_what_has_no_form_is_refused() -> None:
    with pytest.raises(NotImplementedError):
        packed(object(), 1)
    with pytest.raises(NotImplementedError):
        unpacked(packed([1], 1), complex)


def test_what_is_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="start"):
        unpacked(packed(Document("a", "It rained."), 1), Span)


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists) | st.dictionaries(
    st.sampled_from(["id", "text", "language", "published", "marked", "start", "end", "copy"]),
    st.integers() | st.text(),
)


@given(JSON, DAMAGE)
def test_law_what_was_not_packed_so_is_refused_and_nothing_worse(value: object, damage: Damage) -> None:
    whole = json.dumps(value).encode()
    for data in (zlib.compress(whole), damage(zlib.compress(whole)), zlib.compress(damage(whole)), damage(whole)):
        for kind in (Document, tuple[Audit, ...], range):
            with suppress(ValueError):
                unpacked(data, kind)
            with suppress(ValueError):
                decoded(data, dict[str, Document])


@pytest.mark.parametrize("data", [b"[" * 100_000, b"\xff", b"", b'{"a":' * 100_000, b"9" * 5000])
def test_what_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decoded(data, dict[str, Document])
    with pytest.raises(ValueError, match=r"."):
        unpacked(zlib.compress(data), Document)
