"""Builders of a small story with findings, and of decisions on them."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from summarizer.review import Judgement, articles_of, decision_on
from summarizer.schema import Article, Decision, Finding, Report, RunRecord, Side, Summary, UsageRecord
from summarizer.terms import ArticleStatus

HARBOUR = "Nine boats burned. The mayor was in Velm. No one was hurt. Divers came at noon."
TRIBUNE = "Twelve boats burned. The mayor was abroad. Two were hurt. Divers came at dusk."
BANNER = "Ten boats burned. The mayor kept silent. A guard was hurt. Divers never came."
NOON = dt.datetime(2031, 5, 1, 12, 0, tzinfo=dt.UTC)


def article(text: str, outlet: str, **fields: Any) -> Article:
    """An article whose id rests on its text, as those that are read from files."""
    digest = hashlib.sha256(f"{text}{outlet}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
    path = f"fire/{outlet.lower()}.txt"
    return Article(**{"article_id": f"a{digest}", "path": path, "outlet": outlet, "text": text, **fields})


def side(of: Article, quote: str, **fields: Any) -> Side:
    start = of.text.index(quote)
    place = {"start": start, "end": start + len(quote), "anchor_start": start, "anchor_end": start + len(quote)}
    given = {"article_id": of.article_id, "item_id": f"i{start}", "quote": quote, "value": quote, "statement": quote}
    return Side(**{**given, **place, **fields})


def finding(finding_id: str, *sides: Side, **fields: Any) -> Finding:
    given = {"verdict": "contradict", "kind": "quantity", "severity": "high", "decided_by": "both", "origins": 2}
    words = {"question": f"What of {finding_id}?", "why": "They cannot both be right."}
    return Finding(**{**given, **words, **fields, "finding_id": finding_id, "sides": sides})


def report(articles: tuple[Article, ...], *findings: Finding, **fields: Any) -> Report:
    run = {"program": "summarizer", "version": "0", "model": "m", "endpoint": "none", "prompts": {}}
    usage = {"extraction": UsageRecord(answers=len(articles)), "comparison": UsageRecord(answers=1)}
    summaries = tuple(Summary(article=one, status=ArticleStatus.EXTRACTED) for one in articles)
    record = RunRecord(**run, **usage, articles=len(articles))
    return Report(**{"run": record, "summaries": summaries, "findings": findings, "origins": (), "failures": (), **fields})


def fire(harbour: str = HARBOUR, tribune: str = TRIBUNE, *, banner: str | None = None) -> Report:
    """Two or three articles on a fire: boats (f1), the mayor (f2) and, told differently, the divers (f3)."""
    one, two = article(harbour, "Harbour"), article(tribune, "Tribune")
    others = (article(banner, "Banner"),) if banner else ()
    return report(
        (one, two, *others),
        finding("f1", side(one, "Nine boats burned."), side(two, "Twelve boats burned.")),
        finding("f2", side(one, "The mayor was in Velm."), side(two, "The mayor was abroad."), kind="fact"),
        finding("f3", side(one, "Divers came at noon."), side(two, "Divers came at dusk."), verdict="differs"),
    )


def decision(of: Report, finding_id: str, ruling: str | None = "confirmed", *, by: str = "Ann", **fields: Any) -> Decision:
    """A decision on a finding of the report; `after` seconds after noon."""
    at = NOON + dt.timedelta(seconds=fields.pop("after", 0))
    found = next(one for one in of.findings if one.finding_id == finding_id)
    return decision_on(found, articles_of(of), Judgement(ruling, **fields), by=by, at=at)
