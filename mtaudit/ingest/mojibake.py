"""Text that was decoded wrongly on its way to us, put right where that is certain."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SUSPECT = re.compile(r"[^\x00-\x7f](?:(?<=[\x80-\x9fÂÃ])|[^\x00-\x7f])")
"""What all mojibake has: two characters side by side that are not ASCII, of one that was; a control character; or one
of the two letters that stay where a space was made of the second. All begin alike, so that one look passes over ASCII.
"""


def repaired(lines: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """The lines with their mojibake undone, and a remark that says so.

    Line by line, since often a quotation alone is broken; nothing but the encoding is touched, least of all the
    quotation marks. What cannot be put right is remarked on and left.
    """
    text = "\n".join(lines)
    if not _SUSPECT.search(text):
        return list(lines), ()

    from ftfy import TextFixerConfig, fix_encoding
    from ftfy.badness import badness, is_bad

    if not is_bad(text):
        return list(lines), ()
    config = TextFixerConfig(uncurl_quotes=False, unescape_html=False, explain=False)
    fixed = [fix_encoding(line, config) if is_bad(line) else line for line in lines]
    count = sum(old != new for old, new in zip(lines, fixed, strict=True))
    left = sum(badness(line) for line in fixed if is_bad(line))
    remarks = (f"mojibake repaired in {count} paragraph{'' if count == 1 else 's'}",) if count else ()
    return fixed, remarks + ((f"looks like mojibake in {left} places",) if left else ())
