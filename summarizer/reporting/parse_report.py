"""Reads report.json back, and trusts none of it: what it shows is checked against the texts that it carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from pydantic import TypeAdapter, ValidationError

from summarizer.errors import ConfigError
from summarizer.reporting.flat import FORMAT, Flat
from summarizer.reporting.parse import checked_summary, first_error, load_json
from summarizer.schema import Finding, Measure, MeasureRow, Passage, Report, Retelling, Side, Summary

FEWEST_SIDES = 2
ADVICE = "make the report again"

_PARTS: dict[str, TypeAdapter[Any]] = {
    name: TypeAdapter(field.rebuild_annotation()) for name, field in Report.model_fields.items() if name != "summaries"
}
"""What validates each part of the document but the articles, by its name."""
_NEEDED = {name for name, field in Report.model_fields.items() if field.is_required()} - {"summaries"} | {"articles"}


def parse_report(data: bytes, name: str) -> Report:
    """The report in these bytes, as `render_json` wrote it; one of an earlier version may lack some lists.

    Args:
        data: a file report.json.
        name: of the file, for messages.

    Raises:
        ConfigError: it is no report, a newer version wrote it, a quote does not stand in its article, or something names
            an article or a finding that is not there; one line that says where.
    """
    document = _document(data, name)
    summaries = tuple(_summary(loaded, number, name) for number, loaded in enumerate(_list(document, "articles", name)))
    parts = {key: _part(key, value, name) for key, value in document.items() if key not in {"format", "articles"}}
    report = Report(summaries=summaries, **parts)
    fault = next(_faults(report), None)
    if fault is not None:
        raise _bad(name, f"{fault}; {ADVICE}")
    return report


def _document(data: bytes, name: str) -> Flat:
    try:
        loaded = load_json(data.decode("utf-8-sig"))
    except RecursionError:
        raise _bad(name, "no report: it is nested too deeply") from None
    except ValueError as error:
        raise _bad(name, f"not JSON ({error}); expected a report.json as `summarizer report` writes it") from None
    if not isinstance(loaded, dict) or "format" not in loaded:
        raise _bad(name, "no report; expected a report.json as `summarizer report` writes it")
    _check_format(loaded["format"], name)
    missing = sorted(_NEEDED - loaded.keys())
    unknown = sorted(loaded.keys() - _PARTS.keys() - {"format", "articles"})
    if missing:
        raise _bad(name, f'the report lacks "{missing[0]}"; {ADVICE}')
    if unknown:
        raise _bad(name, f"the report has a part {unknown[0]!a} that this version does not know; update summarizer")
    return loaded


def _check_format(found: object, name: str) -> None:
    if isinstance(found, int) and found > FORMAT:
        known = f"format {found}, this one knows {FORMAT}"
        raise _bad(name, f"was written by a newer version of summarizer ({known}); update summarizer")
    if found != FORMAT or isinstance(found, bool):
        raise _bad(name, f"no report: its format must be {FORMAT}; {ADVICE}")


def _list(document: Flat, key: str, name: str) -> list[Any]:
    found = document[key]
    if not isinstance(found, list):
        raise _bad(name, f'"{key}" is no list; {ADVICE}')
    return found


def _summary(loaded: object, number: int, name: str) -> Summary:
    if not isinstance(loaded, dict):
        raise _bad(name, f"articles[{number}] is no JSON object; {ADVICE}")
    try:
        return checked_summary(loaded)
    except ValueError as error:
        raise _bad(name, f"articles[{number}]: {error}; {ADVICE}") from None


def _part(key: str, loaded: object, name: str) -> Any:
    try:
        return _PARTS[key].validate_python(loaded)
    except ValidationError as error:
        raise _bad(name, f"{key}: {first_error(error)}; {ADVICE}") from None


def _faults(report: Report) -> Iterator[str]:
    """What in the report does not hold together, in the order of the document."""
    texts = {summary.article.article_id: summary.article.text for summary in report.summaries}
    yield from _twins("articles", (summary.article.article_id for summary in report.summaries))
    for number, summary in enumerate(report.summaries):
        for zone in summary.article.zones:
            if not 0 <= zone.start <= zone.end <= len(summary.article.text):
                yield f"articles[{number}]: a zone is not in the text"
    yield from _twins("findings", (finding.finding_id for finding in report.findings))
    for number, finding in enumerate(report.findings):
        yield from _of_finding(finding, f"findings[{number}]", texts)
    for number, measure in enumerate(report.measures):
        yield from _of_measure(measure, f"measures[{number}]", texts)
    for number, retelling in enumerate(report.retellings):
        yield from _of_retelling(retelling, f"retellings[{number}]", texts)
    yield from _strangers(report, texts)


def _twins(where: str, ids: Iterable[str]) -> Iterator[str]:
    yield from (f"{where}: two have the id {one!a}" for one, times in Counter(ids).items() if times > 1)


def _of_finding(finding: Finding, where: str, texts: Mapping[str, str]) -> Iterator[str]:
    if len(finding.sides) < FEWEST_SIDES:
        yield f"{where} has fewer than {FEWEST_SIDES} sides"
    for number, side in enumerate(finding.sides):
        yield from _of_quote(side, side.article_id, f"{where}.sides[{number}]", texts)
        if not side.start <= side.anchor_start <= side.anchor_end <= side.end:
            yield f"{where}.sides[{number}]: its decisive words are not in its quote"


def _of_measure(measure: Measure, where: str, texts: Mapping[str, str]) -> Iterator[str]:
    for number, row in enumerate(measure.rows):
        yield from _of_quote(row, row.article_id, f"{where}.rows[{number}]", texts)


def _of_retelling(retelling: Retelling, where: str, texts: Mapping[str, str]) -> Iterator[str]:
    for number, change in enumerate(retelling.changes):
        yield from _of_quote(change.told, retelling.told_id, f"{where}.changes[{number}].told", texts)
        yield from _of_quote(change.retold, retelling.retold_id, f"{where}.changes[{number}].retold", texts)


def _of_quote(quoted: Side | MeasureRow | Passage, article_id: str, where: str, texts: Mapping[str, str]) -> Iterator[str]:
    text = texts.get(article_id)
    if text is None:
        yield f"{where}: there is no article {article_id!a}"
    elif not 0 <= quoted.start <= quoted.end or text[quoted.start : quoted.end] != quoted.quote:
        yield f"{where}: characters {quoted.start} to {quoted.end} of the article are not the quote that is given"


def _strangers(report: Report, texts: Mapping[str, str]) -> Iterator[str]:
    """What names articles or findings that are not in the report, without a quote from them."""
    findings = {finding.finding_id for finding in report.findings}
    named = {
        "topics": chain.from_iterable(([c.article_id for c in t.carriers], t.maybe, t.silent) for t in report.topics),
        "origins": (origin.article_ids for origin in report.origins),
        "retellings": ((retelling.told_id, retelling.retold_id) for retelling in report.retellings),
        "batches": report.batches,
        "news": (report.news.articles,) if report.news else (),
    }
    for where, groups in named.items():
        yield from (f"{where}: there is no article {one!a}" for one in chain.from_iterable(groups) if one not in texts)
    for one in report.news.findings if report.news else ():
        if one not in findings:
            yield f"news: there is no finding {one!a}"


def _bad(name: str, what: str) -> ConfigError:
    return ConfigError(f"{name}: {' '.join(what.split())}")
