"""What an editor should know of an audit as a whole before reading its findings, in plain sentences."""

from __future__ import annotations

from mtaudit.records import Audit, Document
from mtaudit.text.language import NATIVE, name_of


def remarks(audit: Audit) -> tuple[str, ...]:
    """What speaks against the pair, and where it is not known in which language a text is."""
    untold = [name for name, document in _sides(audit) if document and document.language is None]
    told = [audit.relation.doubt] if audit.relation.doubt else []
    if untold:
        texts = " and of the ".join(untold)
        told.append(f"The language of the {texts} cannot be told; it was read as {name_of(NATIVE)}.")
    return tuple(told)


def languages(audit: Audit) -> str:
    """In which languages the texts are, where they are not all in the one that is read; nothing where they are."""
    told = [(name, document.language) for name, document in _sides(audit) if document and document.language]
    if all(code == NATIVE for _, code in told):
        return ""
    return ", ".join(f"{name} in {name_of(code)}" for name, code in told)


def orphan(copy: Document) -> str:
    """Why a copy has no original, as far as it can be told."""
    if (copy.language or NATIVE) == NATIVE:
        return "a copy of none of the originals"
    return f"in {name_of(copy.language or '')}: no original in another language can be found"


def _sides(audit: Audit) -> tuple[tuple[str, Document | None], ...]:
    return ("original", audit.original), ("copy", audit.copy)
