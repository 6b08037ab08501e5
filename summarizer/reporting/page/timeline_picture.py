"""The chart of one measure as SVG: the time from left to right, the figures as intervals from low to high."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from summarizer.reporting.page.html import element
from summarizer.reporting.page.links import passage_link
from summarizer.reporting.page.outlet_marks import UNKNOWN, OutletMark
from summarizer.reporting.page.timeline_figures import Drawn
from summarizer.reporting.page.timeline_layout import MARGIN, Group, Slot, width_of
from summarizer.reporting.page.timeline_scale import ValueScale, short

TOP = 12.0
FOOT = 158.0
"""Where the heights of the scale end; between them and the figures there is room for a label."""
_ABOVE = 22.0
_BELOW = 28.0
_LANE = 40.0
"""Height of the lane of figures that are not on the scale."""
_UNDER = 34.0
_BAR = 3
_BAND = 4.5
_RING = 9.5
_WRITTEN = "M0-2V3"
_ON_DAY = "M0-4L4 0L0 4L-4 0z"
"""Under a figure: a stroke on the day its article was written, a diamond on the day that it holds for."""


@dataclass(frozen=True)
class _Chart:
    """What every part of one chart is drawn by.

    Attributes:
        foot: where the days begin, in px from the top.
    """

    scale: ValueScale
    marks: Mapping[str, OutletMark]
    foot: float


def picture(groups: Sequence[Group], marks: Mapping[str, OutletMark], called: Sequence[str], title: str) -> Markup:
    """The axis, which stays where it is, and beside it the figures, which scroll in a box of their own.

    Args:
        groups: the figures by day.
        marks: by article id.
        called: what each of the figures is called by a screen reader, in the same order.
        title: of the picture as a whole.
    """
    drawn = [slot.drawn for group in groups for slot in group.slots]
    chart = _Chart(scale_of(drawn), marks, FOOT if all(one.on_scale for one in drawn) else FOOT + _LANE)
    width = (groups[-1].right if groups else 0.0) + MARGIN
    height = chart.foot + _UNDER
    names = iter(called)
    inner = [*_grid(chart, groups, width), *(_mark(slot, chart, next(names)) for group in groups for slot in group.slots)]
    size = {"width": _px(width), "height": _px(height), "viewBox": f"0 0 {_px(width)} {_px(height)}"}
    svg = element("svg", *inner, role="group", aria_label=title, class_="fig-svg", **size)
    return element("div", _axis(chart.scale, height), element("div", svg, class_="fig-scroll"), class_="fig-plot")


def scale_of(drawn: Sequence[Drawn]) -> ValueScale:
    """The scale on which all of these figures that have a number can be seen."""
    return ValueScale.of(_ends(drawn, vague=False), _ends(drawn, vague=True))


def _ends(drawn: Sequence[Drawn], *, vague: bool) -> list[Decimal]:
    found = [one for one in drawn if one.on_scale and one.row.vague is vague]
    return [end for one in found for end in (one.low, one.high) if end is not None]


def _axis(scale: ValueScale, height: float) -> Markup:
    """The scale's numbers; a screen reader hears them with the figures."""
    lines = [(line, short(line)) for line in scale.lines()]
    width = max((width_of(words) for _, words in lines), default=0.0) + 8
    texts = [element("text", words, x=_px(width - 4), y=_px(_y(scale, line) + 4)) for line, words in lines]
    return element("svg", *texts, class_="fig-axis", width=_px(width), height=_px(height), aria_hidden="true")


def _grid(chart: _Chart, groups: Sequence[Group], width: float) -> Iterator[Markup]:
    for line in chart.scale.lines():
        yield element("path", d=f"M0 {_px(_y(chart.scale, line))}H{_px(width)}", class_="fig-line")
    if chart.foot > FOOT:
        yield element("path", d=f"M0 {_px(FOOT)}H{_px(width)}", class_="fig-apart")
    yield element("path", d=f"M0 {_px(chart.foot)}H{_px(width)}", class_="fig-foot")
    for place, group in enumerate(groups):
        yield from _day(group, chart.foot, groups[place - 1] if place else None)


def _day(group: Group, foot: float, before: Group | None) -> Iterator[Markup]:
    """The day under its figures, and the time that passed since the one before."""
    middle = _px((group.left + group.right) / 2)
    yield element("text", group.title, x=middle, y=_px(foot + 16), class_="fig-day", aria_hidden="true")
    if group.names_year and group.day:
        yield element("text", str(group.day.year), x=middle, y=_px(foot + 29), class_="fig-year", aria_hidden="true")
    if before is None:
        return
    between = (before.right + group.left) / 2
    if group.gap:
        yield element("text", group.gap, x=_px(between), y=_px(foot + 16), class_="fig-gap", aria_hidden="true")
        yield element(
            "path", d=f"M{_px(between - 5)} {_px(foot + 4)}l4-8M{_px(between + 1)} {_px(foot + 4)}l4-8", class_="fig-foot"
        )
    if group.day is None:
        yield element("path", d=f"M{_px(between)} {_px(TOP)}V{_px(foot)}", class_="fig-apart")


def _mark(slot: Slot, chart: _Chart, called: str) -> Markup:
    """One figure: a link to its passage that is drawn as its interval."""
    drawn, mark = slot.drawn, chart.marks.get(slot.drawn.row.article_id, UNKNOWN)
    return passage_link(
        drawn.row.article_id,
        drawn.row.start,
        drawn.row.end,
        *_parts(slot, mark, chart, called),
        class_=" ".join(_classes(drawn, mark)),
        transform=f"translate({_px(slot.x)} 0)",
    )


def _parts(slot: Slot, mark: OutletMark, chart: _Chart, called: str) -> Iterator[Markup]:
    drawn = slot.drawn
    place, label, interval = _drawn(drawn, chart.scale)
    size = {"width": _px(slot.width), "height": _px(chart.foot - TOP + 8)}
    yield element("title", called)
    yield element("rect", x=_px(-slot.width / 2), y=_px(TOP - 8), rx=3, class_="fig-hit", **size)
    yield element(
        "path", d=_ON_DAY if drawn.is_as_of else _WRITTEN, transform=f"translate(0 {_px(chart.foot)})", class_="fig-tick"
    )
    yield from interval
    if drawn.row.differs:
        yield element("circle", cy=_px(place), r=_RING, class_="fig-ring")
    yield element("path", d=mark.shape, transform=f"translate(0 {_px(place)})", class_="fig-shape")
    yield element("text", slot.label, y=_px(label), class_="fig-label")


def _classes(drawn: Drawn, mark: OutletMark) -> Iterator[str]:
    yield "fig-mark"
    yield mark.class_
    if drawn.row.differs:
        yield "fig-differs"
    if drawn.row.vague or not drawn.on_scale:
        yield "fig-vague"


def _drawn(drawn: Drawn, scale: ValueScale) -> tuple[float, float, list[Markup]]:
    """The heights of the shape and of the label in px, and what else is drawn: the interval."""
    if not drawn.on_scale:
        return FOOT + _LANE - 12, FOOT + 12, []
    low, high = _height(scale, drawn.low), _height(scale, drawn.high)
    if low is not None and high is not None:
        place = (low + high) / 2
        return place, min(high, place - 4) - 8, [] if low == high else [_interval(low, high, vague=drawn.row.vague)]
    if low is not None:
        return low, low + 20, list(_open(low, TOP, -1, vague=drawn.row.vague))
    place = high if high is not None else FOOT
    return place, place - 12, list(_open(place, FOOT, 1, vague=drawn.row.vague))


def _interval(low: float, high: float, *, vague: bool) -> Markup:
    if vague:
        return element("path", d=f"M0 {_px(low)}V{_px(high)}", class_="fig-band")
    caps = f"M{-_BAND} {_px(low)}h{2 * _BAND}M{-_BAND} {_px(high)}h{2 * _BAND}"
    return element("path", d=f"M0 {_px(low)}V{_px(high)}{caps}", class_="fig-bar")


def _open(start: float, end: float, step: int, *, vague: bool) -> Iterator[Markup]:
    """A bar that fades towards its open end and ends in an arrow at the edge of the chart."""
    third = (end - start) / 3
    for part in range(3):
        kind = "fig-band" if vague else "fig-bar"
        path = f"M0 {_px(start + part * third)}V{_px(start + (part + 1) * third)}"
        yield element("path", d=path, class_=f"{kind} fig-fade{part}")
    yield element("path", d=f"M-4 {_px(end - 5 * step)}L0 {_px(end)}L4 {_px(end - 5 * step)}", class_="fig-arrow")


def _height(scale: ValueScale, value: Decimal | None) -> float | None:
    return None if value is None else _y(scale, value)


def _y(scale: ValueScale, value: Decimal) -> float:
    """The height of a value in px from the top."""
    top, foot = TOP + _ABOVE, FOOT - _BELOW
    return foot - (foot - top) * scale.at(value)


def _px(value: float) -> str:
    """At most one decimal, which no screen shows better."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown
