"""What each retelling changed: passage beside passage, the words that differ marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from markupsafe import Markup

from summarizer.reporting.page.direction import direction, language_code
from summarizer.reporting.page.html import chained, element, text
from summarizer.reporting.page.links import article_link, passage_link
from summarizer.reporting.page.naming import name_in
from summarizer.reporting.page.origin_map import WHOLE
from summarizer.reporting.phrases import count, some
from summarizer.reporting.places import Places
from summarizer.reporting.retold import CHANGED
from summarizer.schema import Change, Passage, Report, Retelling

PAIRS = 12
"""Retellings that are shown; more of them are folded."""
CHANGES = 8
"""Changes of one retelling that are shown; more of them are folded."""
MOST_WORDS = 600
"""A longer passage is shown without marks: comparing costs the product of the lengths."""
_PARTS = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")
_SHAPES = str.maketrans("“”„«»‘’–—", '"""""\'\'--')
"""Another shape of quotation mark or dash is no other word."""
WHAT = (
    "Each passage as it is told first, and beside it what the retelling made of it; words that only one has are marked. "
    "The line above a passage is a link to its place."
)


def retellings(report: Report, names: Mapping[str, str]) -> Markup:
    """First the retellings that changed a passage, each with its changes; then those in which code sees no change.

    Args:
        report: whose retellings are shown.
        names: of its articles by their ids, as plain text.
    """
    if not report.retellings:
        return Markup()
    view = _View(report, names)
    changed = [view.pair(one) for one in report.retellings if one.changes]
    return element(
        "section",
        element("p", WHAT, class_="ret-what") if changed else None,
        *_few(changed, PAIRS, "further retelling", "div"),
        *view.unchanged([one for one in report.retellings if not one.changes]),
        class_="ret",
    )


class _View:
    """Shows the retellings of one report."""

    def __init__(self, report: Report, names: Mapping[str, str]) -> None:
        self._names = names
        self._places = Places.of(report.summaries)
        self._languages = {summary.article.article_id: summary.article.language for summary in report.summaries}

    def pair(self, retelling: Retelling) -> Markup:
        """One retelling and all that it changed."""
        changes = [self._change(change, retelling) for change in retelling.changes]
        return element(
            "div",
            element("h3", self._name(retelling.retold_id), ", laid against ", self._name(retelling.told_id)),
            element("p", f"{_share(retelling)}; {count(len(changes), 'passage')} changed.", class_="ret-note"),
            element("ol", *_few(changes, CHANGES, "further change", "li"), class_="ret-changes"),
            class_="ret-pair",
        )

    def unchanged(self, same: Sequence[Retelling]) -> Iterator[Markup]:
        """Those in which no figure, name, negation, quotation or word of caution differs, by the article they retell."""
        if not same:
            return
        yield element("h3", f"Without a change that code sees ({len(same)})")
        yield element("p", "No figure, name, negation, quotation or word of caution differs in a passage that both have.")
        lines = [self._same(told_id, same) for told_id in dict.fromkeys(one.told_id for one in same)]
        yield element("ul", *_few(lines, PAIRS, "further article", "li"))

    def _same(self, told_id: str, same: Sequence[Retelling]) -> Markup:
        """All that print one article as it is, and how much of it the others have."""
        found = [one for one in same if one.told_id == told_id]
        whole = [self._called(one) for one in found if one.shared >= WHOLE]
        parts = [f"{self._called(one)} ({one.shared:.0%} of its text)" for one in found if 0 < one.shared < WHOLE]
        none = [self._called(one) for one in found if one.shared == 0]
        lines = (
            ("printed word for word by", whole),
            ("passages of it stand word for word in", parts),
            ("told in other words by", none),
        )
        told = [f"{how} {some(names)}" for how, names in lines if names]
        return element("li", element("bdi", self._name(told_id)), ": ", element("bdi", "; ".join(told)))

    def _change(self, change: Change, retelling: Retelling) -> Markup:
        left, right = marked(change.told.quote, change.retold.quote)
        kind = element("span", CHANGED.get(change.what) or change.what, class_="ret-kind")
        return element(
            "li",
            element("p", kind, ": ", element("bdi", change.note)),
            element(
                "div",
                self._side("told", retelling.told_id, change.told, left),
                self._side("retold", retelling.retold_id, change.retold, right),
                class_="ret-sides",
            ),
            class_="ret-change",
        )

    def _side(self, how: str, article_id: str, passage: Passage, words: Markup) -> Markup:
        where = self._places.paragraph(article_id, passage.start, passage.end)
        name = element("bdi", name_in(self._names, article_id))
        link = passage_link(article_id, passage.start, passage.end, name, f", {where}")
        quote = element("blockquote", words, lang=language_code(self._languages.get(article_id)), dir=direction(passage.quote))
        return element("figure", element("figcaption", f"{how} in ", link), quote, class_="ret-side")

    def _called(self, one: Retelling) -> str:
        return name_in(self._names, one.retold_id)

    def _name(self, article_id: str) -> Markup:
        name = name_in(self._names, article_id)
        return article_link(article_id, element("bdi", name))


def marked(told: str, retold: str) -> tuple[Markup, Markup]:
    """Both passages with the words marked that the other one has not."""
    left, right = _PARTS.findall(told), _PARTS.findall(retold)
    if max(len(left), len(right)) > MOST_WORDS:
        return text(told), text(retold)
    steps = SequenceMatcher(None, _alike(left), _alike(right), autojunk=False).get_opcodes()
    return (
        chained(_piece("".join(left[a:b]), step, "ret-gone") for step, a, b, _, _ in steps),
        chained(_piece("".join(right[c:d]), step, "ret-came") for step, _, _, c, d in steps),
    )


def _alike(parts: Sequence[str]) -> list[str]:
    """The parts as they are compared: a line end is a blank."""
    return [one.casefold().translate(_SHAPES) if one.strip() else " " for one in parts]


def _piece(words: str, step: str, kind: str) -> Markup:
    core = words.strip()
    if step == "equal" or not core:
        return text(words)
    before, _, after = words.partition(core)
    return chained([text(before), element("mark", core, class_=kind), text(after)])


def _share(retelling: Retelling) -> str:
    return f"{retelling.shared:.0%} of its text stands word for word there"


def _few(items: Sequence[Markup], limit: int, what: str, around: str) -> list[Markup]:
    """The items; of many the first, and the others folded, in an element of the kind that the items are."""
    if len(items) <= limit + 1:
        return list(items)
    summary = element("summary", count(len(items) - limit, what))
    inner = element("ol", *items[limit:], class_="ret-changes") if around == "li" else chained(items[limit:])
    return [*items[:limit], element(around, element("details", summary, inner, class_="ret-fold"))]
