"""`summarizer cost`: what finished reports took, and what folders of articles would take."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import typer

from summarizer.cli.costing import Before, dry_report
from summarizer.cli.talk import printable
from summarizer.errors import ConfigError
from summarizer.settings import Settings
from summarizer.spending import Price, known_price, price_of
from summarizer.terms import RULES

if TYPE_CHECKING:
    from summarizer.schema import RunRecord, UsageRecord

RECORDED = "recorded answers"
_LOCAL = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}  # noqa: S104  names to compare with, nothing listens on them


@dataclass(frozen=True)
class Bill:
    """What one report took.

    Attributes:
        model: at whose prices it is counted; price: None where no model was asked.
    """

    path: str
    run: RunRecord
    model: str
    price: Price | None
    is_known: bool

    @property
    def steps(self) -> tuple[tuple[str, UsageRecord], ...]:
        """Its two steps with what each took."""
        return ("Extraction", self.run.extraction), ("Comparison", self.run.comparison)

    def dollars(self, usage: UsageRecord) -> Decimal:
        """What so much costs."""
        return self.price.of(usage.input_tokens, usage.output_tokens) if self.price else Decimal(0)

    @property
    def total(self) -> Decimal:
        """What it all costs."""
        return sum((self.dollars(usage) for _, usage in self.steps), Decimal(0))


def costs(paths: Sequence[Path], settings: Settings, model: str | None, *, as_json: bool, quiet: bool) -> int:
    """Print what reports took, summed up; of folders of articles what a report would take. Raises ConfigError, StoreError."""
    reports = [path for path in paths if _is_report(path)]
    if not reports:
        return dry_report([str(path) for path in paths], settings, Before(dry_run=True, as_json=as_json), quiet=quiet)
    if len(reports) < len(paths):
        other = next(path for path in paths if path not in reports)
        raise ConfigError(f"{other} holds no report, and others here do; ask for reports and for folders of articles apart")
    from summarizer.report_folder import open_report

    bills = [_bill(path, open_report(path).report.run, model, settings.model.prices) for path in reports]
    today = dt.datetime.now(dt.UTC).date()
    if as_json:
        typer.echo(json.dumps(_fields(bills, today), indent=2))
    else:
        typer.echo("\n".join(printable(line) for line in _lines(bills, today)))
    return 0


def _is_report(path: Path) -> bool:
    try:
        folder = path if path.is_dir() else path.parent
        return (folder / "report.json").is_file() and (path.is_dir() or path.name.startswith("report."))
    except OSError:
        return False


def _bill(path: Path, run: RunRecord, model: str | None, prices: Path | None) -> Bill:
    if run.model == RULES:
        return Bill(str(path), run, RULES, None, is_known=True)
    name = model or run.model
    return Bill(str(path), run, name, price_of(name, prices), known_price(name, prices) is not None)


def _lines(bills: Sequence[Bill], today: dt.date) -> Iterator[str]:
    from summarizer.cli.forecast_text import dollars

    for bill in bills:
        yield from _of(bill, today)
        yield ""
    if len(bills) > 1:
        yield f"{len(bills)} reports together: {dollars(sum((bill.total for bill in bills), Decimal(0)))}."


def _of(bill: Bill, today: dt.date) -> Iterator[str]:
    from summarizer.cli.forecast_text import dollars, price_line
    from summarizer.reporting.checks import usage_text

    if bill.price is None:
        yield f"{bill.path}: no model was asked; rules read the articles, and that costs nothing."
        return
    yield f"{bill.path}: {bill.run.model} at {bill.run.endpoint}"
    for name, usage in bill.steps:
        yield f"{name}: {usage_text(usage)}: {dollars(bill.dollars(usage))}"
    if any(usage.unreported for _, usage in bill.steps):
        yield "The endpoint did not count all tokens, so it took more than this."
    yield f"Total: {dollars(bill.total)} for {bill.model}, answers taken from the store included."
    yield f"The same articles asked about anew today, with nothing kept: about {dollars(bill.total)}."
    if bill.run.endpoint == RECORDED:
        yield "The answers were replayed from a recording: nothing was paid for this report; asked for, they cost this."
    elif _is_local(bill.run.endpoint):
        yield "The endpoint is on this machine: if it costs nothing, give its model a price of 0 in a table for --prices."
    yield price_line(bill.price, today, is_known=bill.is_known)


def _is_local(endpoint: str) -> bool:
    try:
        return urlsplit(f"//{endpoint}").hostname in _LOCAL
    except ValueError:
        return False


def _fields(bills: Sequence[Bill], today: dt.date) -> dict[str, Any]:
    reports = [_report_fields(bill, today) for bill in bills]
    return {"format": 1, "reports": reports, "dollars": float(sum((bill.total for bill in bills), Decimal(0)))}


def _report_fields(bill: Bill, today: dt.date) -> dict[str, Any]:
    from summarizer.cli.forecast_text import price_fields

    steps = [
        {"step": name.lower(), **usage.model_dump(mode="json"), "dollars": float(bill.dollars(usage))}
        for name, usage in bill.steps
    ]
    return {
        "path": bill.path,
        "model": bill.run.model,
        "endpoint": bill.run.endpoint,
        "is_replayed": bill.run.endpoint == RECORDED,
        "priced_as": bill.model,
        "steps": steps,
        "dollars": float(bill.total),
        "prices": None if bill.price is None else price_fields(bill.price, today, is_known=bill.is_known),
    }
