"""The names of copies, as short as they can be told apart: five reposts of one story have one headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

_ELLIPSIS = "…/"


def names(ids: Iterable[str]) -> dict[str, str]:
    """For each name of a document the shortest part that no other one shares.

    Of a path that is its end, the file with as many of its folders as need be; of an address its host, and behind it as
    much of the end of its path. The whole name where nothing shorter will do.
    """
    left = dict.fromkeys(ids)
    chosen: dict[str, str] = {}
    forms = {name: _forms(name) for name in left}
    for length in range(max(map(len, forms.values()), default=0)):
        shown = {name: form[min(length, len(form) - 1)] for name, form in forms.items()}
        shared = Counter(shown.values())
        chosen |= {name: shown[name] for name in left if shared[shown[name]] == 1}
        left = {name: None for name in left if name not in chosen}
        if not left:
            break
    return chosen | {name: name for name in left}


def _forms(name: str) -> tuple[str, ...]:
    """What a name can be shortened to, the shortest first, itself last."""
    host, path = _parted(name)
    ends = ["/".join(path[-length:]) for length in range(1, len(path))]
    if not host:
        return (*ends, name)
    return (host, *(f"{host}/{_ELLIPSIS}{end}" for end in ends), name)


def _parted(name: str) -> tuple[str, Sequence[str]]:
    """The host of an address, nothing for a file; and the parts of the path."""
    if "://" in name:
        try:
            parts = urlsplit(name)
        except ValueError:
            return "", (name,)
        path = parts._replace(scheme="", netloc="").geturl()
        return parts.netloc.rpartition("@")[2], [part for part in path.split("/") if part]
    return "", [part for part in name.replace("\\", "/").split("/") if part] or [name]
