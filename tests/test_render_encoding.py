"""JSON of any text: UTF-8, as long as it was, and the same for whoever reads it back."""

from __future__ import annotations

import json

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st

from mtaudit.render.encoding import encoded, formatted
from mtaudit.render.reading.text import writable

TEXT = st.text(st.characters() | st.characters(categories=["Cs"]))


class Kept(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    some_text: str
    more: tuple[str, ...] = ()
    named: dict[str, int | None] | None = None


@given(TEXT, st.lists(TEXT), TEXT)
@example("\ud800", ["\udc00 a"], "b \udfff")
def test_half_a_surrogate_is_replaced_wherever_it_stands(text: str, more: list[str], name: str) -> None:
    said: dict[str, object] = {"someText": writable(text)}
    said |= {"more": [*map(writable, more)]} if more else {}
    said["named"] = {writable(name): 1, "none": None} if writable(name) != "none" else {"none": None}
    value = Kept(text, tuple(more), {name: 1, "none": None})
    assert json.loads(encoded(value)) == json.loads(formatted(value)) == said
    assert len(json.loads(encoded(value))["someText"]) == len(text)


@given(TEXT)
def test_it_does_not_show_how_a_text_was_encoded(text: str) -> None:
    clean = Kept(writable(text), ("a",), {"b": None})
    assert encoded(Kept(text, ("a",), {"b": None})) == encoded(clean) == msgspec.json.encode(clean)
