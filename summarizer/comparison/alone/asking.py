"""The words of a finding that no model has put: the question and its parts, made from the records. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from summarizer.comparison.checks.occasions import Days, day_of
from summarizer.comparison.meeting.table import Row
from summarizer.schema import Figure

_STATE = r"[a-z]+(?:ed|en)|dead|missing|aboard|homeless|hit|lost|cut|sold|bought|built|sunk|held|hurt|found|shot"
_DONE = re.compile(
    rf"(?P<whom>(?:(?!of\b|in\b|on\b|by\b)\S+ )*?\S+) (?P<done>(?:{_STATE})(?: (?:and|or) (?:{_STATE}))*)(?P<rest>,? .+)?"
)
_PLURALS = {"child": "children", "woman": "women", "man": "men", "person": "people", "persons": "people"}
_LONGEST = 140


def day_words(day: dt.date) -> str:
    """3 April 2017."""
    return f"{day.day} {day:%B} {day.year}"


def asked_figure(left: tuple[Row, Figure], right: tuple[Row, Figure]) -> str:
    """The question that both figures answer: "How many civilians were killed in Douma on 3 April 2017?"."""
    days = {day_of(*left), day_of(*right)} - {None}
    return f"{_how_many(left[1], right[1])}{_place(left[1], right[1])}{_when(days)}?"


def _when(days: set[Days | None]) -> str:
    """The day, if all that is told of it is one day."""
    only = next(iter(days)) if len(days) == 1 else None
    return f" on {day_words(only[0])}" if only and (only[1] - only[0]).days == 1 else ""


def _how_many(left: Figure, right: Figure) -> str:
    """The wider of two measures that are held to be one: people, if one counts people and the other a group."""
    measure = right.measure if right.measure.startswith("people ") else left.measure
    match = _DONE.fullmatch(measure)
    if match is not None:
        done = match["done"].replace(" and ", " or ")
        return f"How many {_plural(match['whom'])} were {done}{match['rest'] or ''}"
    return f"How many {_plural(measure)} were there" if _is_count(left) else f"What was the {measure}"


def _is_count(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.split()[-1].rstrip("s") == figure.measure.split()[-1].rstrip("s")


def _plural(noun: str) -> str:
    """The plural of a counted noun that stood in the singular behind "one"."""
    first, space, last = noun.rpartition(" ")
    return f"{first}{space}{_PLURALS.get(last, last)}"


def _place(left: Figure, right: Figure) -> str:
    """The first place that both name, else the one that one of them names."""
    first, second = ([p for p in (f.where or "").split(", ") if p] for f in (left, right))
    chosen = [p for p in first if p in second] or first or second
    return f" in {chosen[0]}" if chosen else ""


def told(row: Row, value: str, names: Mapping[str, str]) -> str:
    """One side in short: "“at least 22 civilians” (Halbro police, in The Courier)"; names by the articles' ids in the table."""
    name = names[row.row_id.partition(".")[0]]
    speaker = f"{row.attribution.source}, in {name}" if row.attribution else name
    return f"“{shortened(value)}” ({speaker})"


def shortened(text: str) -> str:
    """One line of bearable length."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
