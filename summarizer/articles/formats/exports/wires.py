"""Dumps of agency wires: each report begins with a line of channel, number, priority, desk and count of words.

"bdt0123 4 vm 143 dpa 0456" is channel and number, priority, desk, words; a report ends with "041430 Mär 21": day, time,
month, year. The form is that of IPTC 7901, https://iptc.org/standards/iptc-7901/.
"""

from __future__ import annotations

import re
from itertools import pairwise

from summarizer.articles.formats.exports.record import Record
from summarizer.articles.formats.plain_text import join_wrapped
from summarizer.articles.publication import find_dates

_PRIORITY = re.compile(
    r"\s*(?P<channel>[a-zA-Z]{2,4})\s?(?P<number>\d{3,4})\s+(?P<priority>[1-9])\s+(?P<desk>[a-zA-Z]{1,3})\s+(?P<words>\d{2,5})"
    r"(?P<rest>\s+\S.{0,60})?\s*"
)
_AGENCIES = {
    "dpa": "dpa", "afp": "AFP", "apa": "APA", "ap": "AP", "reuters": "Reuters", "rtr": "Reuters", "sda": "Keystone-SDA",
    "ansa": "ANSA", "efe": "EFE", "epd": "epd", "kna": "KNA", "anp": "ANP", "belga": "Belga", "ntb": "NTB", "tt": "TT",
    "pap": "PAP",
}  # fmt: skip
_CREDIT = re.compile(r"\((?P<agency>[A-Za-z]{2,8})(?:/[^()]{1,40})?\)\s*[-–—]")
_STAMP = re.compile(
    r"(?:^|\s)(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?(?:GMT|UTC|"
    r"Z)?\s+(?P<month>[^\W\d_]{3,9})\.?\s+(?P<year>\d{2,4})\s*$"
)
_MONTHS = {
    "mrz": "März",
    "mär": "März",
    "mai": "Mai",
    "okt": "Oktober",
    "dez": "Dezember",
    "fév": "février",
    "avr": "avril",
    "aoû": "août",
}
_KEYWORDS = re.compile(r"\s*[^\W\d_][\w .-]{0,40}(?:/[\w .-]{0,40}){2,8}\s*")
_FURNITURE = re.compile(
    r"\s*(?:\((?:zusammenfassung|meldung|wdh|berichtigung|achtung|eil|zf|mit |neu).{0,80}\)|[#*=-]{2,}|"
    r"[a-z]{2,4}(?:/[a-z]{2,5}){1,5}|dpa [a-z]{2,3}(?: [a-z0-9]{2,6}){0,4}|.{0,3}notizblock.{0,40})\s*",
    re.IGNORECASE,
)
_MAX_LINE = 200


def read_wires(lines: list[str]) -> list[Record] | None:
    """The reports of a dump; None if the lines are none."""
    starts = [number for number, line in enumerate(lines) if len(line) < _MAX_LINE and _PRIORITY.fullmatch(line)]
    if not starts or any(line.strip() for line in lines[: starts[0]][:-2]):
        return None
    return [_report(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]


def _report(lines: list[str]) -> Record:
    head = _PRIORITY.fullmatch(lines[0])
    record = Record(words=f"{head['words']} words" if head else None, left_out=["priority line"])
    kept = [line.strip() for line in lines[1:]]
    for number in range(len(kept) - 1, -1, -1):
        if stamp := _STAMP.search(kept[number][-_MAX_LINE:]):
            record.date = _date(stamp)
            kept = kept[:number]
            break
    kept = [line for line in kept if not (len(line) < _MAX_LINE and (_KEYWORDS.fullmatch(line) or _FURNITURE.fullmatch(line)))]
    text = "\n".join(kept).strip("\n")
    credit = _CREDIT.search(text[:2000])
    name = (credit["agency"] if credit else _agency_in(head["rest"] or "" if head else "")).casefold()
    record.outlet = _AGENCIES.get(name, credit["agency"] if credit else None)
    record.title, text = _headline(text)
    record.text = join_wrapped(text)[0]
    return record


def _agency_in(rest: str) -> str:
    return next((word for word in re.findall(r"[A-Za-z]+", rest) if word.casefold() in _AGENCIES), "")


def _headline(text: str) -> tuple[str | None, str]:
    """The lines above the first that ends a sentence or holds the dateline, and what follows."""
    block, gap, rest = text.partition("\n\n")
    if gap and rest.strip() and not _CREDIT.search(block) and len(block) < 2 * _MAX_LINE:
        return " ".join(block.split()).removesuffix("=").strip() or None, rest.strip("\n")
    first, _, rest = text.partition("\n")
    if rest.strip() and not _CREDIT.search(first) and len(first) < _MAX_LINE:
        return first.removesuffix("=").strip() or None, rest.strip("\n")
    return None, text


def _date(stamp: re.Match[str]) -> str | None:
    year = stamp["year"] if len(stamp["year"]) == 4 else f"20{stamp['year'][-2:]}"  # noqa: PLR2004
    month = _MONTHS.get(stamp["month"].casefold(), stamp["month"])
    told = f"{int(stamp['day'])} {month} {year} {stamp['hour']}:{stamp['minute']}"
    return told if find_dates(told) else None
