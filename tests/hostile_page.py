"""Reports whose every text is hostile to a page: made of any report by replacing its texts, so that a new field is filled by itself."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from large_report import large_report
from pydantic import BaseModel

from summarizer.reporting.escape import visible
from summarizer.schema import Report, Retelling, Summary

RAN = "window.hostileTextRan"
"""What every text sets if any of it is run as a script."""
SET = f"{RAN}=1"

SCRIPTS = (
    f"<script>{SET}</script>",
    f"</script><script>{SET}</script>",
    f"<!--<script>{SET}</script>--><script>{SET}//",
    f"</style></title></textarea></template></noscript><script>{SET}</script>",
    f"<img src=x onerror={SET}>",
    f"\"><img src=x onerror='{SET}'>",
    f"' onmouseover='{SET}' onfocus='{SET}' autofocus tabindex='0",
    f'" onclick="{SET}" style="position:fixed;inset:0" x="',
    f"` onpointerenter=`{SET}` autofocus",
    f"<svg onload={SET}><animate onbegin={SET} attributeName=x dur=1s></svg>",
    f"</text></svg><foreignObject><body onload={SET}></foreignObject>",
    f"<details open ontoggle={SET}>x</details>",
    "<iframe srcdoc='<script>parent.hostileTextRan=1</script>'></iframe>",
    f"<a href='javascript:{SET}'>x</a>",
    f"javascript:{SET}",
    "data:text/html,<script>opener.hostileTextRan=1</script>",
    f"<form action='javascript:{SET}'><button autofocus>x</button></form>",
    f"<math><mtext><table><mglyph><style><!--</style><img src=x onerror={SET}>",
    f"];{SET};[",
    f"'+({SET})+'",
    f"\\u003cscript\\u003e{SET}\\u003c/script\\u003e",
    f"${{{SET}}}",
    f"{{{{constructor.constructor('{SET}')()}}}}",
    f"\u2028{SET}\u2029",
)
ADDRESSES = (
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/x.css><link rel=prefetch href=//evil.example/p>",
    "<img src=https://evil.example/p.png srcset='//evil.example/q.png 2x'>",
    "<video src=//evil.example/v poster=//evil.example/w autoplay></video><object data=//evil.example/o></object>",
    "</style><style>@import 'https://evil.example/x.css';body{background:url(//evil.example/b)}</style>",
    "red;background:url(//evil.example/c)}body{display:none",
    "https://evil.example/?a=1&b=2#c",
    "//evil.example",
    "file:///etc/passwd",
)
WRITING = (
    "\u202egnitirw desrever\u202c and on",
    "\u2066isolated",
    "\u2067\u2067\u2067never closed",
    "a\u200bb\u00adc\ufeffd",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA\u036b\u0357\u0334\u0362",
    "👩‍👩‍👧‍👦🏳️‍🌈👩🏽🇺🇳",
    "التسليم في 12 من ‎(a) مارس",
    "﷽" * 8,
    "𝕳𝖊𝖑𝖑𝖔 \U0002000b",
    "x" * 400,
    "W" * 90 + " " + "/".join(["path"] * 60),
    "\x00\x07\x1b[31m\x7f\x9b",
    "\ufffe\uffff\U0010ffff",
    "\t\n\r\n ",
    "",
)
NAMES = (
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    "null",
    "undefined",
    "NaN",
    "0",
    "-1",
    "&lt;b&gt;&amp;amp;&#60;&nbsp",
    'back\\slash "quoted" \'\'\'three\'\'\' """three"""',
    "[[decisions]]",
    "=cmd|' /C calc'!A0",
    "%s %d {0} {x}",
)
HOSTILE = (*SCRIPTS, *ADDRESSES, *WRITING, *NAMES)

IDS = {"article_id", "finding_id", "item_id", "claim_id", "attribution_id", "origin", "origin_id", "told_id", "retold_id"}
MANY_IDS = {"article_ids", "silent", "maybe"}
QUOTED = {"text", "quote", "prefix", "suffix"}
"""They stay what they are in each other: an article's text, and what is cut out of it."""

Place = tuple[str, int, int]
"""An article's id, and where in its text."""


def hostile_report(texts: Sequence[str] = HOSTILE, articles: int = 8, findings: int = 24) -> Report:
    """A report in which every text is one of these, turn by turn; a quote stays in its article.

    An id stays that of one thing; it is of characters that can be seen, as all are that the program makes.
    """
    turns = itertools.cycle(texts)
    visible_turns = itertools.cycle([one for one in texts if visible(one) == one])
    report = large_report(articles, findings, sentences=4)
    places: dict[Place, dict[str, Any]] = {}
    articles_told = [_told(summary, turns, places) for summary in report.summaries]
    moved = _moved(report.model_copy(update={"summaries": tuple(articles_told)}), "", places)
    ids: dict[str, str] = {}

    def another(name: str, old: str) -> str:
        if name in QUOTED:
            return old
        if name in IDS | MANY_IDS:
            return ids.setdefault(old, f"{next(visible_turns)} {len(ids)}") if old else old
        return next(turns)

    return _replaced(moved, "", another)


def _told(summary: Summary, turns: Iterator[str], places: dict[Place, dict[str, Any]]) -> Summary:
    """The article tells hostile text in the place of each of its statements; where each has gone is noted."""
    text = f"{next(turns)} 👩‍🚒\n\n"
    for claim in summary.claims:
        quote = f"{claim.quote[: len(claim.quote) // 3]} {next(turns)} 👩‍🚒 {next(turns)}"
        start, end = len(text), len(text) + len(quote)
        text += f"{quote}\n\n"
        there = {"quote": quote, "start": start, "end": end, "anchor_start": start + 3, "anchor_end": end - 1}
        places[summary.article.article_id, claim.start, claim.end] = there
    return summary.model_copy(
        update={"article": summary.article.model_copy(update={"text": text, "zones": ()}), "uncovered": ()}
    )


def _moved(value: Any, article_id: str, places: dict[Place, dict[str, Any]]) -> Any:
    """The records with every quote where the statement has gone that it was cut out of."""
    if isinstance(value, tuple):
        return tuple(_moved(one, article_id, places) for one in value)
    if not isinstance(value, BaseModel):
        return value
    fields = type(value).model_fields
    article_id = value.article.article_id if isinstance(value, Summary) else getattr(value, "article_id", article_id)
    if "quote" in fields:
        there = places[article_id, value.start, value.end]
        return value.model_copy(update={key: new for key, new in there.items() if key in fields})
    if isinstance(value, Retelling):
        sides = {"told": value.told_id, "retold": value.retold_id}
        changes = [
            one.model_copy(update={key: _moved(getattr(one, key), of, places) for key, of in sides.items()})
            for one in value.changes
        ]
        return value.model_copy(update={"changes": tuple(changes)})
    return value.model_copy(update={key: _moved(getattr(value, key), article_id, places) for key in fields})


def _replaced(value: Any, name: str, another: Callable[[str, str], str]) -> Any:
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return value.model_copy(update={key: _replaced(getattr(value, key), key, another) for key in fields})
    if isinstance(value, tuple):
        return tuple(_replaced(one, name, another) for one in value)
    if isinstance(value, dict):
        return {another("", key): _replaced(one, key, another) for key, one in value.items()}
    return another(name, value) if type(value) is str and not _closed(value, name) else value


def _closed(value: str, name: str) -> bool:
    """A word of a vocabulary that a schema closes is no text."""
    return name in {"read_by", "approximator", "direction", "source_kind", "source_sha256", "text_sha256", "requests"} and bool(
        value
    )
