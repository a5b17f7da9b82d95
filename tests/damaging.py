"""What a failing disk, an unfinished copy or another program does to a file."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

Damage = Callable[[bytes], bytes]


def _cut(share: float) -> Damage:
    return lambda data: data[: int(share * len(data))]


def _flipped(shares: list[float], value: int) -> Damage:
    def flip(data: bytes) -> bytes:
        made = bytearray(data)
        for share in shares:
            if made:
                made[int(share * len(made))] ^= value
        return bytes(made)

    return flip


def _replaced(data: bytes) -> Damage:
    return lambda _: data


_SHARE = st.floats(0, 1, exclude_max=True)
_HEAD = st.floats(0, 0.02)
DAMAGE: st.SearchStrategy[Damage] = st.one_of(
    st.builds(_cut, _SHARE),
    st.builds(_flipped, st.lists(_SHARE | _HEAD, min_size=1, max_size=30), st.integers(1, 255)),
    st.builds(_replaced, st.binary(max_size=300)),
)
"""Cuts a file short, changes some of its bytes, or puts others in their place."""
