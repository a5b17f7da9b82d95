"""Notices of syndication and of translation under an article, told by what they are made of, not by their wording."""

from __future__ import annotations

import re

LONGEST = 400
"""Code points: a longer sentence is no notice."""

_ITEM = (
    r"\b(?:this|the (?:above|following)) (?:\w+[ -]){0,2}?"
    r"(?:story|article|report|post|piece|item|content|copy|text|news)\b"
)
_UNTOUCHED = (
    r"\bun(?:edited|altered|modified|changed)\b|\bun-?touched\b"
    r"|\bnot (?:been )?(?:edited|altered|modified|changed|reviewed|checked|verified|produced|created|written)\b"
    r"|\bwithout (?:\w+ )?(?:edit|modification|change|alteration|intervention)\w*"
    r"|\b(?:only|except|apart|barring|save)\b.{0,40}\bheadline\b"
    r"|\bheadline\b.{0,60}\b(?:changed|reworked|rewritten|modified|edited)\b"
)
_MADE = (
    r"\b(?:auto(?:matic(?:ally)?)?|machine)[ -]?(?:generated|published|created|produced|posted|imported|aggregated)\b"
)
_SOURCE = (
    r"\bsyndicat\w+|\b(?:news|wire|agency|rss|press|xml|third[ -]party|partner)[ -](?:agency |service |news )?feeds?\b"
    r"|\b(?:wire|news) (?:agency|service)\b|\bfrom (?:a|an|our) (?:\w+ )?feed\b"
)
_STAFF = r"\b(?:staff|newsroom|editors?|editorial team|team|desk|journalists?)\b"
_VERB = (
    r"\b(?:published|generated|created|produced|sourced|taken|received|provided|supplied|imported|posted|edited"
    r"|reproduced)\b"
)

_TRANSLATED = re.compile(
    rf"{_ITEM}.{{0,60}}\b(?:auto(?:matic(?:ally)?)?|machine|ai)[ -]?(?:\w+ )?translat(?:ed|ion)\b"
    rf"|{_ITEM}.{{0,40}}\btranslat(?:ed|ion)\b.{{0,80}}"
    r"\b(?:automatic(?:ally)?|machine|software|translator|algorithm|artificial intelligence|ai|engine|bot|tool)\b"
    r"|^\W{0,3}(?:machine|automatic(?:ally)?|ai)[ -](?:\w+ )?translat(?:ed|ion)\b"
    r"|^\W{0,3}translat(?:ed|ion)\b.{0,60}\b(?:by|with|using|via|through) (?:an? |the )?"
    r"(?:\w+ ){0,2}?(?:machine|software|translator|translate|deepl|ai|engine|bot|tool|artificial intelligence)\b",
    re.IGNORECASE,
)
_ITEMS, _UNTOUCHEDS, _MADES, _SOURCES, _STAFFS, _VERBS = (
    re.compile(pattern, re.IGNORECASE) for pattern in (_ITEM, _UNTOUCHED, _MADE, _SOURCE, _STAFF, _VERB)
)


def is_syndication_notice(sentence: str) -> bool:
    """Whether the sentence says that its article came out of a feed and no person touched it.

    It speaks of the item itself, and of two things of three: a feed or agency that it came from, the hands that did
    not touch it, the machine that made it.
    """
    said = " ".join(sentence.split())
    if len(said) > LONGEST or '"' in said or "“" in said:
        return False
    untouched, made = (bool(p.search(said)) for p in (_UNTOUCHEDS, _MADES))
    if not untouched and not made:
        return False
    source = bool(_SOURCES.search(said))
    if not _ITEMS.search(said):
        return made and source
    return source + untouched + made > 1 or (untouched and bool(_STAFFS.search(said)) and bool(_VERBS.search(said)))


def is_translation_notice(sentence: str) -> bool:
    """Whether the sentence says that a machine translated its article."""
    if "translat" not in sentence.lower():
        return False
    said = " ".join(sentence.split())
    return len(said) <= LONGEST and '"' not in said and "“" not in said and bool(_TRANSLATED.search(said))
