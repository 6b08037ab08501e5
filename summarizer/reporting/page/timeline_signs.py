"""The key of the charts: what each kind of drawing means."""

from __future__ import annotations

from markupsafe import Markup

from summarizer.reporting.page.html import element

_DISC = "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"
_SIGNS = (
    ("an exact figure", ((_DISC, "fig-shape"),)),
    ("from … to", (("M0 12V-12M-4.5 12h9M-4.5-12h9", "fig-bar"), (_DISC, "fig-shape"))),
    (
        "at least; at most points down",
        (
            ("M0 8V2", "fig-bar fig-fade0"),
            ("M0 2V-5", "fig-bar fig-fade1"),
            ("M0-5V-13", "fig-bar fig-fade2"),
            ("M-4-8L0-13L4-8", "fig-arrow"),
            ("M-5 8a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", "fig-shape"),
        ),
    ),
    ("a vague word, such as “dozens”", (("M0 13V-13", "fig-band"), (_DISC, "fig-shape fig-hollow"))),
    (
        "differs: shares no value with a figure of another article",
        ((_DISC, "fig-shape"), ("M-9.5 0a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0z", "fig-ring")),
    ),
    ("stands on the day that the figure holds for", (("M-10 0H10", "fig-foot"), ("M0-4L4 0L0 4L-4 0z", "fig-tick"))),
)


def signs() -> Markup:
    """Each kind of drawing and what it means."""
    return element("ul", *(element("li", _sign(parts), " ", words) for words, parts in _SIGNS), class_="fig-signs")


def _sign(parts: tuple[tuple[str, str], ...]) -> Markup:
    paths = [element("path", d=path, class_=kind) for path, kind in parts]
    return element("svg", *paths, viewBox="-12 -15 24 30", width=24, height=30, aria_hidden="true")
