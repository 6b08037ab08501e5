"""The map of origins: which articles go back to which report, as a tree that reads as a list where it cannot be seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from summarizer.naming import day, plain
from summarizer.reporting.page.html import chained, element
from summarizer.reporting.page.links import article_link
from summarizer.reporting.page.naming import name_in
from summarizer.reporting.page.outlet_marks import UNKNOWN, marks_of
from summarizer.reporting.phrases import count, sentence
from summarizer.reporting.retold import OWN_REPORTING
from summarizer.schema import Origin, Report, Retelling, Summary

WHOLE = 0.98
"""Share of a text from which it is printed word for word."""
COPIED = 0.3
"""Share of a text from which it is held to be copied from the other one."""
BRANCHES = 10
"""Articles on one branch that are shown; more of them are folded."""
ALONE = 12
"""Articles with a report of their own that are shown; more of them are folded."""
DEEPEST = 6
"""Levels of a tree; what goes back to the lowest stands on the first."""
SIGNS = 12
CREDITS = 6
_BAR = 60
WHAT = (
    "Sources are counted by origin: articles that retell one report are one source, however many they are. "
    "Under each origin stand the articles that go back to it; those that have it from another of them, under that one."
)


def origins(report: Report, names: Mapping[str, str]) -> Markup:
    """First the origins that several articles share or that lie outside the articles, then the reports of one article.

    Args:
        report: whose origins are shown.
        names: of its articles by their ids, as plain text.
    """
    if not report.origins:
        return Markup()
    drawing = _Map(report, names)
    ranked = sorted(report.origins, key=lambda origin: -len(origin.article_ids))
    shared = [origin for origin in ranked if not _is_alone(origin)]
    alone = [origin.article_ids[0] for origin in ranked if _is_alone(origin)]
    return element(
        "section",
        element("p", WHAT, class_="org-what"),
        drawing.strip(ranked),
        element("ul", *map(drawing.origin, shared), class_="org-list") if shared else None,
        *drawing.alone(alone),
        *drawing.in_common(),
        class_="org",
    )


def _is_alone(origin: Origin) -> bool:
    return len(origin.article_ids) == 1 and origin.basis == OWN_REPORTING


class _Map:
    """Draws the origins of one report."""

    def __init__(self, report: Report, names: Mapping[str, str]) -> None:
        self._names = names
        self._report = report
        self._summaries = {summary.article.article_id: summary for summary in report.summaries}
        self._marks = marks_of([summary.article for summary in report.summaries], names)
        self._by_outlet = {
            plain(one.article.outlet).casefold(): one.article.article_id
            for one in reversed(report.summaries)
            if one.article.outlet
        }
        self._retold: dict[tuple[str | None, str], list[Retelling]] = defaultdict(list)
        for retelling in report.retellings:
            self._retold[retelling.origin_id, retelling.told_id].append(retelling)

    def strip(self, ranked: Sequence[Origin]) -> Markup:
        """All origins side by side, each with the signs of its articles: how few or many sources there are, at a glance."""
        boxes = [element("li", self._signs(one.article_ids), element("bdi", one.label)) for one in ranked[:ALONE]]
        rest = len(ranked) - len(boxes)
        if rest > 0:
            boxes.append(element("li", element("bdi", f"and {count(rest, 'more origin')}")))
        articles = count(sum(len(one.article_ids) for one in ranked), "article")
        verb = "goes" if articles == "1 article" else "go"
        told = element("p", f"{articles} {verb} back to {count(len(ranked), 'independent origin')}.", class_="org-count")
        return chained([told, element("ul", *boxes, class_="org-strip", aria_hidden="true")])

    def origin(self, origin: Origin) -> Markup:
        """One origin: its label, why its articles are held to be one, and their tree."""
        inside = {one.retold_id for key, many in self._retold.items() if key[0] == origin.origin_id for one in many}
        left = set(origin.article_ids)
        order = sorted(dict.fromkeys(origin.article_ids), key=lambda one: one in inside)
        branches = [self._branch(one, None, origin, left) for one in order if one in left]
        return element(
            "li",
            element("p", element("strong", element("bdi", origin.label)), " ", self._size(origin), class_="org-head"),
            element("p", element("bdi", _capital(sentence(origin.basis))), class_="org-basis"),
            element("ul", *_few(branches, "further article"), class_="org-tree"),
            class_="org-origin",
        )

    def alone(self, article_ids: Sequence[str]) -> Iterator[Markup]:
        """The articles that are an origin of their own."""
        if not article_ids:
            return
        yield element("h3", f"Own reporting ({len(article_ids)})", class_="org-h")
        items = [element("li", self._node(one), *self._how(one, None)) for one in article_ids]
        yield element("ul", *_few(items, "further article", ALONE), class_="org-list")

    def in_common(self) -> Iterator[Markup]:
        """Articles of different origins that have passages word for word: nobody knows yet where these come from."""
        loose = [one for one in self._report.retellings if one.origin_id is None]
        if not loose:
            return
        yield element("h3", f"Passages in common, of unknown origin ({len(loose)})", class_="org-h")
        yield element("ul", *_few([self._pair(one) for one in loose], "further pair"), class_="org-list")

    def _pair(self, one: Retelling) -> Markup:
        return element("li", self._node(one.retold_id), " shares ", _share(one), " of its text with ", self._node(one.told_id))

    def _branch(self, article_id: str, how: Retelling | None, origin: Origin, left: set[str], depth: int = 0) -> Markup:
        """An article, how it goes back to the one above, and what goes back to it; nobody stands in the tree twice."""
        left.discard(article_id)
        below = self._retold.get((origin.origin_id, article_id), ()) if depth < DEEPEST else ()
        holds = self._holds(article_id, origin)
        found = {one.retold_id: one for one in below if one.retold_id in left and (holds or one.shared >= COPIED)}
        copies = [one.retold_id for one in found.values() if not one.changes and one.shared >= WHOLE]
        folded = copies if len(copies) > BRANCHES else []
        left.difference_update(folded)
        under = [self._branch(one, how, origin, left, depth + 1) for one, how in found.items() if one in left]
        branches = _few(under, "further article")
        if folded:
            branches.append(self._copies(folded))
        return element(
            "li",
            element("div", self._node(article_id), *self._how(article_id, how), class_="org-node"),
            element("ul", *branches, class_="org-tree") if branches else None,
        )

    def _holds(self, article_id: str, origin: Origin) -> bool:
        """The article is the report itself that the others retell; else they have it from outside, and stand beside it."""
        summary = self._summaries.get(article_id)
        outlet, label = plain(summary.article.outlet).casefold() if summary else "", plain(origin.label).casefold()
        return bool(outlet and label) and (outlet in label or label in outlet)

    def _copies(self, copies: Sequence[str]) -> Markup:
        """Many articles that print the one above word for word."""
        items = [element("li", self._node(one)) for one in copies]
        title = element("summary", f"{count(len(copies), 'article')} print it word for word")
        return element("li", element("details", title, element("ul", *items, class_="org-names"), class_="org-fold"))

    def _how(self, article_id: str, how: Retelling | None) -> Iterator[Markup | str]:
        if how is not None:
            changed = f"{count(len(how.changes), 'passage')} changed" if how.changes else "no change that code sees"
            yield element("span", " ", _share(how), f" word for word, {changed}", class_="org-note")
        credited = self._credited(article_id)
        if credited:
            shown = [self._credit(name) for name in credited[:CREDITS]]
            more = f" and {len(credited) - CREDITS} more" if len(credited) > CREDITS else ""
            yield element("span", " · credits ", chained(shown, ", "), more, class_="org-note")

    def _credited(self, article_id: str) -> list[str]:
        summary = self._summaries.get(article_id)
        return [] if summary is None else list(dict.fromkeys(filter(None, (summary.main_source, *summary.credited))))

    def _credit(self, name: str) -> Markup:
        """Who is credited; a link if it is the outlet of an article of the story."""
        holder = self._by_outlet.get(plain(name).casefold())
        return article_link(holder, element("bdi", name)) if holder else element("bdi", name)

    def _node(self, article_id: str) -> Markup:
        """An article: sign, name and date."""
        name = name_in(self._names, article_id)
        link = article_link(article_id, element("bdi", name))
        written = _written(self._summaries.get(article_id))
        date = element("span", f", {written}", class_="org-note") if written not in name else None
        return chained(part for part in (self._marks.get(article_id, UNKNOWN).sign(), " ", link, date) if part)

    def _signs(self, article_ids: Sequence[str]) -> Markup:
        signs = [self._marks.get(one, UNKNOWN).sign() for one in article_ids[:SIGNS]]
        more = f"+{len(article_ids) - SIGNS:,}" if len(article_ids) > SIGNS else None
        return element("span", *signs, more, class_="org-signs")

    def _size(self, origin: Origin) -> Markup:
        outlets = {plain(found.article.outlet) for one in origin.article_ids if (found := self._summaries.get(one))} - {""}
        of = f" of {count(len(outlets), 'outlet')}" if outlets else ""
        return element("span", f"{count(len(origin.article_ids), 'article')}{of}, one origin", class_="org-count")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _written(summary: Summary | None) -> str:
    return day(summary.article.published) if summary and summary.article.published else "no date given"


def _share(one: Retelling) -> Markup:
    """The share of the text that stands word for word in the other one, as a bar and in digits."""
    whole = element("rect", x=0.5, y=0.5, width=_BAR, height=9, class_="org-whole")
    part = element("rect", x=0.5, y=0.5, width=round(_BAR * min(1.0, max(0.0, one.shared)), 1), height=9)
    bar = element("svg", whole, part, class_="org-share", width=_BAR + 1, height=10, aria_hidden="true")
    return chained([bar, element("span", f"{one.shared:.0%}")])


def _few(items: Sequence[Markup], what: str, limit: int = BRANCHES) -> list[Markup]:
    """The items of a list; of many the first, and the others folded in a list of their own."""
    if len(items) <= limit + 1:
        return list(items)
    summary = element("summary", count(len(items) - limit, what))
    rest = element("details", summary, element("ul", *items[limit:], class_="org-tree"), class_="org-fold")
    return [*items[:limit], element("li", rest)]
