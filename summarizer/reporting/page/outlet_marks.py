"""The colour and the shape by which every chart tells outlets apart; neither ever stands without the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from summarizer.naming import plain
from summarizer.reporting.page.html import element
from summarizer.schema import Article

SHAPES = (
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",  # disc
    "M-4.6-4.6h9.2v9.2h-9.2z",  # square
    "M0-6L6 4.6H-6z",  # triangle
    "M0-6.4L6.4 0L0 6.4L-6.4 0z",  # diamond
    "M0 6L6-4.6H-6z",  # triangle that stands on its point
    "M-2-5.8h4v3.8h3.8v4h-3.8v3.8h-4v-3.8h-3.8v-4h3.8z",  # plus
    "M-6.2 0L-3.1-5.4h6.2L6.2 0L3.1 5.4h-6.2z",  # hexagon
    "M-5.5-2.7l2.8-2.8L0-2.8L2.7-5.5L5.5-2.7L2.8 0L5.5 2.7L2.7 5.5L0 2.8L-2.7 5.5L-5.5 2.7L-2.8 0z",  # cross
)
"""As paths around the origin, in px."""
COLOURS = 8


@dataclass(frozen=True)
class OutletMark:
    """How an outlet is drawn.

    Attributes:
        colour: 1 to 8, the number of the custom property `--o1` to `--o8`.
        shape: a path around the origin.
        outlet: whose mark it is; without an outlet the article's name.
    """

    colour: int
    shape: str
    outlet: str

    @property
    def class_(self) -> str:
        """The class that gives an element the outlet's colour as its own."""
        return f"o{self.colour}"

    def sign(self) -> Markup:
        """The shape in its colour, as large as a letter. The name stands beside it."""
        path = element("path", d=self.shape)
        return element(
            "svg", path, class_=f"sign {self.class_}", viewBox="-8 -8 16 16", width=14, height=14, aria_hidden="true"
        )


UNKNOWN = OutletMark(1, SHAPES[0], "an article that is not in this report")


def marks_of(articles: Sequence[Article], names: Mapping[str, str]) -> dict[str, OutletMark]:
    """The mark of each article by its id: one for all of an outlet; without an outlet the article has its own.

    Eight outlets differ in both colour and shape, sixty-four in one of them at least.
    """
    numbers: dict[str, int] = {}
    marks = {}
    for article in articles:
        outlet = plain(article.outlet) or names.get(article.article_id, article.article_id)
        number = numbers.setdefault(outlet.casefold(), len(numbers))
        shape = (number + number // COLOURS) % len(SHAPES)
        marks[article.article_id] = OutletMark(number % COLOURS + 1, SHAPES[shape], outlet)
    return marks
