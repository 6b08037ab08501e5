"""Findings as annotations of the articles (W3C Web Annotation Data Model, Recommendation of 2017-02-23, as JSON-LD).

Each side of each finding is one annotation. Its first target is the article's page, found by its quote, where the address
is known; the last is the text that was read, which lies beside, found by its quote and by its place. Places hold in that text
alone: a page has other characters before the passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.exporting.linking import across, address_of, carried, linked_json, uuid_of
from summarizer.naming import names_of
from summarizer.review import FindingState, articles_of, as_read, states
from summarizer.schema import Article, Finding, Report, ReviewRecord, Side

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FILE = "annotations.jsonld"
TEXTS = "texts"
AROUND = 32
"""Characters before and behind a quote that tell it from another one like it; Hypothesis keeps as many."""

Node = dict[str, Any]


@dataclass(frozen=True)
class _Story:
    """What annotations of one report share.

    Attributes:
        names: what the articles are called, by their ids.
        places: where each is: the address of its page if that is known, and the id of its text.
        agent: the program that made them.
    """

    articles: Mapping[str, Article]
    names: Mapping[str, str]
    places: Mapping[str, tuple[str | None, str]]
    states: Mapping[str, FindingState]
    agent: Node


def annotation_files(report: Report, review: ReviewRecord) -> Iterator[tuple[str, str | bytes]]:
    """The annotations of all findings that reviewers did not dismiss, and the texts in which their places hold."""
    articles = articles_of(report)
    program = f"{report.run.program} {report.run.version}"
    agent = {"id": _urn("program", program), "type": "Software", "name": program}
    places = {key: (address_of(article), _text_id(article)) for key, article in articles.items()}
    story = _Story(articles, names_of(list(articles.values())), places, states(report, review), agent)
    items = [
        _annotation(finding, side, number, story)
        for finding in as_read(report)
        if not story.states[finding.finding_id].is_dismissed
        for number, side in enumerate(finding.sides)
    ]
    yield FILE, linked_json(_collection(items, agent)) + "\n"
    for key, article in articles.items():
        # As bytes, so that no line end becomes another one: each character keeps its place.
        yield f"{TEXTS}/{places[key][1]}.txt", carried(article.text).encode()


def _collection(items: list[Node], agent: Node) -> Node:
    """All annotations as one collection with one page (section 5 of the model)."""
    identity = _urn("collection", *(item["id"] for item in items))
    collection = {
        "@context": CONTEXT,
        "id": identity,
        "type": "AnnotationCollection",
        "label": "Where the articles of a story disagree",
        "generator": agent,
        "total": len(items),
    }
    if not items:
        return collection
    page = {"id": _urn("page", identity), "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {**collection, "first": page}


def _annotation(finding: Finding, side: Side, number: int, story: _Story) -> Node:
    state = story.states[finding.finding_id]
    node = {
        "id": _urn("side", finding.finding_id, side.article_id, side.item_id, side.start, side.end, number),
        "type": "Annotation",
        "motivation": ["commenting", "tagging", "linking"],
        "creator": story.agent,
        "generator": story.agent,
        "body": _bodies(finding, side, state, story),
        "target": _places(side, story),
    }
    ruled = [one.at for one in state.holding if one.ruling is not None]
    return {**node, "modified": f"{max(ruled):%Y-%m-%dT%H:%M:%SZ}"} if ruled else node


def _bodies(finding: Finding, side: Side, state: FindingState, story: _Story) -> list[Node]:
    """What is said of the passage: the finding in words, its verdict and so on as tags, and the passage it is laid against."""
    other = across(finding, side)
    said = f"{finding.question}\n\n{finding.why}\n\n{story.names[other.article_id]}: “{other.quote}”"
    tags = [finding.verdict, finding.kind, f"{finding.severity} severity"]
    if state.settled is not None:
        tags.append(f"reviewed: {state.settled}")
    return [
        {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": said},
        *({"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": tag} for tag in tags),
        {**_places(other, story)[0], "purpose": "linking"},
    ]


def _places(side: Side, story: _Story) -> list[Node]:
    """Where the passage stands: on the page, if its address is known, and in the text that was read."""
    address, text_id = story.places[side.article_id]
    quoted = _quoted(side, story.articles[side.article_id].text)
    placed = {"type": "TextPositionSelector", "start": side.start, "end": side.end}
    text = {"type": "SpecificResource", "source": f"urn:uuid:{text_id}", "selector": [quoted, placed]}
    if address is None:
        return [text]
    return [{"type": "SpecificResource", "source": address, "selector": [quoted]}, text]


def _quoted(side: Side, text: str) -> Node:
    """The quote and what stands around it in its paragraph: between paragraphs a page has other characters than the text."""
    before = text[max(0, side.start - AROUND) : side.start].rpartition("\n")[2]
    behind = text[side.end : side.end + AROUND].partition("\n")[0]
    return {"type": "TextQuoteSelector", "exact": side.quote, "prefix": before, "suffix": behind}


def _text_id(article: Article) -> str:
    """Of the text that was read: another text of the same article has another one."""
    return uuid_of("text", article.article_id, article.text)


def _urn(*parts: str | int) -> str:
    return f"urn:uuid:{uuid_of(*parts)}"
