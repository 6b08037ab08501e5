"""The pages name every check, verdict, kind and cause, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.cli.reviewing.wording import HELP
from summarizer.comparison.checks.catalogue import CHECKS
from summarizer.terms import Cause, DecidedBy, DismissalReason, FindingKind, Severity, Verdict

DOCS = Path(__file__).parents[2] / "docs"
DECIDED = (DOCS / "how-findings-are-decided.md").read_text(encoding="utf-8")
REVIEWING = (DOCS / "reviewing.md").read_text(encoding="utf-8")


def table_after(words: str) -> list[list[str]]:
    """The cells of the first table behind these words, its head left out."""
    lines = DECIDED[DECIDED.index(words) :].splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("|"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows[2:]


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("| verdict | in the report", Verdict),
        ("| kind | what the sides", FindingKind),
        ("| cause | why it is none", Cause),
        ("## Who decided", DecidedBy),
    ],
)
def test_a_table_names_all_terms_and_no_others(words, terms):
    assert sorted(row[0].strip("`") for row in table_after(words)) == sorted(terms)


def test_the_table_of_checks_is_the_catalogue():
    told = [(row[0].strip("`"), row[1].strip("`"), int(row[4])) for row in table_after("## The checks in code")]

    assert told == [(check.find.__name__, check.kind.value, check.most) for check in CHECKS]


def test_severities_and_reasons_are_named():
    assert [cell for cell in Severity if f" {cell} |" not in DECIDED] == []
    assert set(re.findall(r"\(`(\w+)`", REVIEWING)) == set(DismissalReason)


def test_every_key_of_a_review_is_told():
    table = REVIEWING[REVIEWING.index("| key |") : REVIEWING.index("A decision is kept")]
    keys = [key for line in HELP for key in re.split(r", ", line.split("   ")[0])]

    assert len(keys) > 15
    assert [key for key in keys if f"`{key}`" not in table and f" {key}" not in table] == []
