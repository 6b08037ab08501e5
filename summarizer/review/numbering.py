"""The numbers by which findings are known: in report.md, on the page, at the terminal, in tables; no decision changes them."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.schema import Finding, Report
from summarizer.terms import AS_READ, Verdict

INDEPENDENT = 2
"""From how many origins on an agreement is a confirmation."""


def as_read(report: Report) -> tuple[Finding, ...]:
    """All findings in the order in which a report shows them: by verdict, then as they came; the first is number 1."""
    return tuple(finding for verdict in AS_READ for finding in _ranked(report.findings, verdict))


def _ranked(findings: Iterable[Finding], verdict: Verdict) -> list[Finding]:
    """In the order in which the comparison ranked them; behind them what no reading weighed, or one origin repeats."""
    chosen = (finding for finding in findings if finding.verdict is verdict)
    return sorted(chosen, key=lambda finding: (finding.unweighed, _repeated(finding)))


def _repeated(finding: Finding) -> bool:
    """An agreement within one origin stands behind all agreements of several."""
    return finding.verdict is Verdict.AGREE and finding.origins < INDEPENDENT
