"""Reads news articles on one story and reports, quote beside quote, where they disagree.

    from summarizer import report

    result = report("articles", model="gpt-5.1", out="reports/ferry", max_cost=2.50)
    for finding in result.contradictions:
        (left, a), (right, b) = result.sides(finding)[:2]
        print(finding.question, a.outlet, left.quote, b.outlet, right.quote)

`docs/library.md` is the reference. What is imported from here is loaded when it is first used: the module alone is instant.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.articles import article_of, read_article, read_articles
    from summarizer.attributions import find_attributions
    from summarizer.dates import find_dates
    from summarizer.errors import (
        ArticleError,
        BudgetReached,
        ConfigError,
        ModelError,
        ModelSetupError,
        StoreError,
        SummarizerError,
    )
    from summarizer.events import Event
    from summarizer.library.calls import acompare, aextract, areport, compare, extract, report
    from summarizer.library.forecasts import aforecast, forecast
    from summarizer.library.logs import log_event
    from summarizer.library.results import Evidence, Result, Summaries, Usage, open_report
    from summarizer.library.samples import Sample, sample
    from summarizer.pipeline.forecasting import Forecast
    from summarizer.quantities import find_quantities
    from summarizer.schema import Article, Finding, Report, Side, Summary
    from summarizer.settings import ModelSettings, Settings

__version__ = "0.1.0"
__all__ = [
    "Article",
    "ArticleError",
    "BudgetReached",
    "ConfigError",
    "Event",
    "Evidence",
    "Finding",
    "Forecast",
    "ModelError",
    "ModelSettings",
    "ModelSetupError",
    "Report",
    "Result",
    "Sample",
    "Settings",
    "Side",
    "StoreError",
    "Summaries",
    "SummarizerError",
    "Summary",
    "Usage",
    "acompare",
    "aextract",
    "aforecast",
    "areport",
    "article_of",
    "compare",
    "extract",
    "find_attributions",
    "find_dates",
    "find_quantities",
    "forecast",
    "log_event",
    "open_report",
    "read_article",
    "read_articles",
    "report",
    "sample",
]
_HOMES = {
    "articles": "article_of read_article read_articles",
    "attributions": "find_attributions",
    "dates": "find_dates",
    "errors": "ArticleError BudgetReached ConfigError ModelError ModelSetupError StoreError SummarizerError",
    "events": "Event",
    "library.calls": "acompare aextract areport compare extract report",
    "library.forecasts": "aforecast forecast",
    "library.logs": "log_event",
    "library.results": "Evidence Result Summaries Usage open_report",
    "library.samples": "Sample sample",
    "pipeline.forecasting": "Forecast",
    "quantities": "find_quantities",
    "schema": "Article Finding Report Side Summary",
    "settings": "ModelSettings Settings",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Load a name of `__all__` from its module, once."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
