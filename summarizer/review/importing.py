"""Reads decisions from whatever file they come in: review.toml, a table out of a spreadsheet, an export of Label Studio."""

from __future__ import annotations

import codecs
import datetime as dt
import json
import re

from summarizer.errors import ConfigError
from summarizer.review.cells import carried
from summarizer.review.deciding import Judgement
from summarizer.review.label_studio_reading import parse_label_studio
from summarizer.review.reading import parse_review
from summarizer.review.sheet_reading import is_table, parse_table
from summarizer.review.taking import Importer, Taken, taken_up
from summarizer.schema import Decision, Report, ReviewRecord

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TOML = re.compile(r"^[ \t]*(?:format[ \t]*=|\[\[[ \t]*decision|# Decisions )", re.MULTILINE)
_JSON = re.compile(r"\s*(?:\{|\[\s*[\{\]])")
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx and .ods begin, and .xls."""
_MISREAD = "\u00ef\u00bb\u00bf"
"""A byte order mark that was read as Latin-1, and so were all letters beyond ASCII behind it."""


def read_decisions(data: bytes, name: str, report: Report, *, by: str | None, at: dt.datetime) -> ReviewRecord:
    """The decisions in a file, told apart by its content; those of review.toml may be on findings of other reports.

    Args:
        data: the file's bytes.
        name: of the file, for messages.
        report: what a table or an export was made of.
        by: whose decisions they are where the file does not say; None if that is not known.
        at: when they are taken to be made where the file does not say.

    Raises:
        ConfigError: it is none of these files, or a decision in it would be lost; nothing is taken of it then.
    """
    text = _decoded(data, name)
    importer = Importer(name, by, at)
    if is_table(text):
        return taken_up(parse_table(text, name), report, importer)
    if _JSON.match(text):
        return taken_up(parse_label_studio(_json(text, name), name), report, importer)
    if _TOML.search(text):
        return parse_review(text.encode("utf-8"), name)
    raise ConfigError(
        f"{name}: holds no decisions; give a review.toml, a table of findings with its columns finding_id and "
        "review_verdict, or an export of Label Studio as JSON"
    )


def unkept(data: bytes, name: str, review: ReviewRecord, saved: dt.datetime) -> int:
    """How many decisions of a table a review lacks; what the same person decided after it was saved has replaced its own.

    Raises:
        ConfigError: the table cannot be read, so that nobody can tell.
    """
    taken = parse_table(_decoded(data, name), name)
    return sum(not any(_covers(kept, one, saved) for kept in review.decisions) for one in taken)


def _covers(kept: Decision, taken: Taken, saved: dt.datetime) -> bool:
    if kept.finding_id != taken.finding_id or taken.by not in {None, kept.by}:
        return False
    return kept.at > saved or _said(Judgement(kept.ruling, kept.reason, kept.note)) == _said(taken.judgement)


def _said(judgement: Judgement) -> tuple[object, ...]:
    return judgement.ruling, judgement.reason, "".join(carried(judgement.note or "").split())


def _decoded(data: bytes, name: str) -> str:
    """The text in UTF-8, or in the UTF-16 that some spreadsheets save."""
    if data.startswith(_WORKBOOK):
        raise ConfigError(f"{name}: is a workbook; save the table as CSV (UTF-8) and import that file")
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    if encoding != "utf-16" and b"\0" in data[:4]:
        encoding = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise ConfigError(f"{name}: is not UTF-8; save it again in that encoding (CSV UTF-8)") from None
    if text.lstrip('"').startswith(_MISREAD):
        raise ConfigError(f"{name}: was opened in another encoding than UTF-8; open the exported table as UTF-8 and save it so")
    return text


def _json(text: str, name: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{name}: is not JSON ({' '.join(str(error).split())}); export the project again") from None
