"""Reports for the tests of the formats of linked data."""

from __future__ import annotations

from typing import Any

from review.reviewed import HARBOUR, TRIBUNE, article, finding, report, side

from summarizer.exporting import Given, Publisher
from summarizer.schema import Report

ADDRESS = "https://harbour.example/boats?a=1"
PUBLISHED_BY = Publisher("Example Desk", "https://desk.example/")


def fire_on_the_web(text: str = HARBOUR, **fields: Any) -> Report:
    """Two articles, of which the address of one is known: boats (f1), the mayor (f2) and, told differently, the divers (f3)."""
    one = article(text, "Harbour", url=ADDRESS, language="fr", title="Boats burn", **fields)
    two = article(TRIBUNE, "Tribune")
    return report(
        (one, two),
        finding("f1", side(one, "Nine boats burned."), side(two, "Twelve boats burned.")),
        finding("f2", side(one, "The mayor was in Velm."), side(two, "The mayor was abroad."), kind="fact"),
        finding("f3", side(one, "Divers came at noon."), side(two, "Divers came at dusk."), verdict="differs"),
    )


def given_for(told: Report) -> Given:
    """All that the formats must be told, for this report."""
    ids = {one.article.article_id: f"d{number}" for number, one in enumerate(told.summaries)}
    return Given(PUBLISHED_BY, ids)
