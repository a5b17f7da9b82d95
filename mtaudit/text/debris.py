"""Traces that scrapers, content systems and syndication leave in an article: facts of the trade, not of a story."""

from __future__ import annotations

import re

from mtaudit.lexicon.notices import is_syndication_notice, is_translation_notice

_WHOLE = re.compile(
    r"""^\W*(?:
        \[/?[a-z]{2,}[\w-]*(?:[ ][^\]]*)?\]                      # a shortcode: [ad_1], [/caption]
      | \{\{?[^}]{1,60}\}?\}                                     # a template's slot
      | (?:original[ ])?source(?:[ ]link)?(?:[ ]?:[ ]?\S+)?      # the scraper's footer
      | (?:related|recommended|trending|popular)[ ](?:stor(?:y|ies)|articles?|posts?|news|topics?|reading|content)
      | read[ ]the[ ](?:original|full|whole|complete)\b.*
      | (?:read|see|view|watch)[ ](?:more|also|next|too|now)(?:[ ]?:.*|[ ]on[ ].*)?
      | (?:also|more)[ ](?:read|from[ ].{1,40}|on[ ]this(?:[ ]topic|[ ]story)?)(?:[ ]?:.*)?
      | continue[ ]reading.*
      | (?:story[ ]continues|article[ ]continues|scroll\b)[ ]?.{0,40}
      | advert(?:isement|isment|ising)?(?:[ ]-.*)?
      | sponsored(?:[ ]content)? | promoted
      | (?:click|tap)[ ]here.*
      | (?:share|tweet|print|e-?mail|save)(?:[ ]this)?(?:[ ](?:article|story|post|page))?(?:[ ]on[ ].{1,40})?
      | (?:follow|like|find)[ ]us[ ]on.*
      | (?:subscribe|sign[ ]up|register|log[ ]in)(?:[ ](?:to|for|now|here|today)\b.*)?
      | (?:download|get|install)[ ](?:our|the)[ ](?:free[ ])?(?:app|newsletter)\b.*
      | join[ ](?:our|the)[ ](?:community|newsletter|conversation|discussion)\b.*
      | (?:leave|post|add)[ ]a[ ](?:comment|reply)
      | \d*[ ]?comments?
      | (?:tags?|filed[ ]under|categories|topics?|keywords)[ ]?:.*
      | (?:image|photo|picture)[ ]credits?[ ]?:.*
      | (?:news|story)[ ]highlights?[ ]?:?
      | posted[ ](?:by|on|in)\b.{0,60}
      | (?:©|\(c\)|copyright\b).{0,120} | all[ ]rights[ ]reserved.*
      | (?:loading|please[ ]wait)[ .…]*
    )\W*$""",
    re.VERBOSE | re.IGNORECASE,
)

_NOTICE = re.compile(
    r"^the post .{1,200} (?:appeared first|first appeared) on .{1,80}|^your (?:vote of )?support is important\b",
    re.IGNORECASE,
)

_PROSE = re.compile(
    r",[ ][^,]*\b(?:said|says|told|advised|warned|added|wrote|asked|explained)\b[^,]*[.!]$"
    r"|[ ](?:was|were|is|are|has|had)[ ].*\.$",
    re.IGNORECASE,
)
"""A whole sentence with its verb, which begins like a call to the reader and is none."""

LONGEST = 300
"""Code points: no longer paragraph is debris, whatever it says."""


def is_debris(paragraph: str) -> bool:
    """Whether a whole paragraph is no part of the article: an ad slot, a footer, a syndication notice."""
    text = " ".join(paragraph.split())
    if len(text) > LONGEST:
        return False
    if is_syndication_notice(text) or is_translation_notice(text):
        return True
    return bool(_NOTICE.search(text) or (_WHOLE.match(text) and not _PROSE.search(text)))
