"""A forecast as a person and as a program reads it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from summarizer.pipeline.forecasting import Calls, Forecast, Foreseen, Range
from summarizer.reporting.phrases import count, listed
from summarizer.spending import Price, age_of, is_old
from summarizer.terms import RULES

FORMAT = 1
_SMALL = Decimal("0.1")
_HEAD = ("", "calls", "tokens in", "tokens out", "cost", "at least", "at most", "already paid")
_ESTIMATED = (
    "Tokens are estimated from characters; what the model will answer, from the recorded answers of four stories. A model "
    "that is paid for thinking costs more than this: what it thinks is not foreseen."
)


def dollars(amount: Decimal) -> str:
    """An amount: "$1.25", and four places below ten cents."""
    return f"${amount:,.2f}" if amount >= _SMALL or not amount else f"${amount:,.4f}"


def lines_of(forecast: Forecast, today: dt.date) -> Iterator[str]:
    """What a person reads, a line each."""
    yield _articles(forecast)
    if forecast.model == RULES:
        yield "Nothing is sent: rules read the articles, and that costs nothing."
        return
    yield _sent(forecast)
    yield ""
    yield from _table([_HEAD, *_rows(forecast)])
    yield ""
    yield from _surety(forecast)
    if forecast.price is not None:
        yield f"{price_line(forecast.price, today, is_known=forecast.is_known)}"
    yield from (f"{remark}." for remark in forecast.remarks)


def price_line(price: Price, today: dt.date, *, is_known: bool = True) -> str:
    """From which table the dollars are, and whether it is old."""
    basis = price.basis[:1].upper() + price.basis[1:]
    each = f"{basis}: ${price.input:.2f} for a million tokens in, ${price.output:.2f} out"
    age = age_of(price, today)
    old = f"; that table is old ({age} days): check it" if is_old(price, today) else ""
    wanted = "a newer one" if is_known else "one that has the model"
    own = f"; --prices takes {wanted}" if old or not is_known else ""
    return f"{each}{old}{own}."


def _articles(forecast: Forecast) -> str:
    left = f", {count(forecast.left_out, 'file')} left out" if forecast.left_out else ""
    added = "" if forecast.added is None else f"; {forecast.added:,} of them new beside those of the report in the folder"
    return f"{count(forecast.articles, 'article')} read{left}{added}."


def _sent(forecast: Forecast) -> str:
    asked = forecast.asked.calls
    if not forecast.sends:
        missing = f"; {_number(asked)} that it would need are not recorded" if asked.high else ""
        return f"Nothing is sent: recorded answers of {forecast.model} are replayed{missing}."
    if not asked.high:
        return f"Nothing would be sent: every answer of {forecast.model} that this takes is in the store."
    low, likely, high = forecast.dollars
    return (
        f"Would be sent to {forecast.model}: {_number(asked)} {'call' if asked.high == 1 else 'calls'}, "
        f"for about {dollars(likely)} ({dollars(low)} to {dollars(high)}). Nothing has been sent."
    )


def _rows(forecast: Forecast) -> Iterator[tuple[str, ...]]:
    for step in forecast.steps:
        yield _row(str(step.step), step.asked, step.kept, forecast)
    yield _row("total", forecast.asked, forecast.kept, forecast)


def _row(name: str, asked: Calls, kept: Calls, forecast: Forecast) -> tuple[str, ...]:
    price = forecast.price if forecast.sends else None
    low, likely, high = asked.cost(price) if price else (Decimal(0),) * 3
    answers = count(kept.calls.likely, "answer") if kept.calls.likely else "-"
    tokens = f"{asked.input_tokens.likely:,}", f"{asked.output_tokens.likely:,}"
    return name, _number(asked.calls), *tokens, dollars(likely), dollars(low), dollars(high), answers


def _number(number: Range) -> str:
    """A number, and between which it lies if it is not known."""
    return f"{number.likely:,}" if number.is_single else f"{number.likely:,} ({number.low:,} to {number.high:,})"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))]
        yield "  ".join(cells).rstrip()


def _surety(forecast: Forecast) -> Iterator[str]:
    """What is exact, and what is estimated."""
    if kept := forecast.kept.calls.likely:
        price = forecast.price
        worth = f", worth {dollars(forecast.kept.cost(price)[1])}" if price else ""
        place = "in the store" if forecast.sends else "recorded"
        yield f"Exact: {count(kept, 'answer')} {place}{worth}, and nothing is paid for them again."
    if not forecast.asked.calls.high:
        return
    asked = [step for step in forecast.steps if step.asked.calls.high]
    exact = [str(step.step) for step in asked if step.asked.calls.is_known]
    about = [str(step.step) for step in asked if not step.asked.calls.is_known]
    if exact:
        yield f"Exact: the number of calls for {listed(exact)}."
    if about:
        yield f"Estimated, a range in brackets: the number of calls for {listed(about)}."
    yield _ESTIMATED


def as_json(forecast: Forecast, today: dt.date) -> str:
    """One JSON object."""
    return json.dumps(fields_of(forecast, today), ensure_ascii=True, indent=2)


def fields_of(forecast: Forecast, today: dt.date) -> dict[str, Any]:
    """What a program reads."""
    return {
        "format": FORMAT,
        "model": forecast.model,
        "sends": forecast.sends and forecast.asked.calls.high > 0,
        "articles": {"read": forecast.articles, "left_out": forecast.left_out, "added": forecast.added},
        "steps": [_step(step, forecast) for step in forecast.steps],
        "total": _calls(forecast.asked, forecast),
        "kept": _kept(forecast.kept),
        "prices": None if forecast.price is None else price_fields(forecast.price, today, is_known=forecast.is_known),
        "remarks": list(forecast.remarks),
    }


def price_fields(price: Price, today: dt.date, *, is_known: bool) -> dict[str, Any]:
    """A price as a program reads it."""
    return {
        "as_of": price.as_of.isoformat() if price.as_of else None,
        "age_days": age_of(price, today),
        "is_old": is_old(price, today),
        "is_known": is_known,
        "input": float(price.input),
        "output": float(price.output),
        "basis": price.basis,
    }


def _step(step: Foreseen, forecast: Forecast) -> dict[str, Any]:
    return {"step": str(step.step), **_calls(step.asked, forecast), "kept": _kept(step.kept)}


def _calls(calls: Calls, forecast: Forecast) -> dict[str, Any]:
    price = forecast.price if forecast.sends else None
    amounts = calls.cost(price) if price else (Decimal(0),) * 3
    return {
        "calls": _range(calls.calls),
        "input_tokens": _range(calls.input_tokens),
        "output_tokens": _range(calls.output_tokens),
        "dollars": dict(zip(("low", "likely", "high"), map(float, amounts), strict=True)),
    }


def _range(number: Range) -> dict[str, int]:
    return {"low": number.low, "likely": number.likely, "high": number.high}


def _kept(calls: Calls) -> dict[str, int]:
    return {
        "answers": calls.calls.likely,
        "input_tokens": calls.input_tokens.likely,
        "output_tokens": calls.output_tokens.likely,
    }
