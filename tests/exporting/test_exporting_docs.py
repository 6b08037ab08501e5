"""The page on exports lists the tables as they are declared."""

from __future__ import annotations

from pathlib import Path

from summarizer.exporting import TABLES
from summarizer.exporting.tables.columns import Kind, Table
from summarizer.exporting.tables.views import VIEWS

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
KINDS = {
    Kind.TEXT: "text",
    Kind.INTEGER: "integer",
    Kind.REAL: "number",
    Kind.DATE: "date",
    Kind.MOMENT: "time",
    Kind.BOOLEAN: "true or false",
    Kind.TEXTS: "list of texts",
    Kind.JSON: "JSON",
}


def described(table: Table) -> str:
    """A table as the page describes it; printed, it is what goes there."""
    named = [f"Key: {_names(table.key)}."] if table.key else []
    named += [
        f"{_names(used)} {'names' if len(used) == 1 else 'name'} a row of `{other}`." for other, used in table.refers.items()
    ]
    head = [f"### {table.name}", "", " ".join([table.says, *named]), "", "| column | holds | |", "|---|---|---|"]
    return "\n".join(
        [*head, *(f"| `{one.name}` | {KINDS[one.kind]} | {_remark(one.says, one.in_csv)} |" for one in table.columns)]
    )


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _remark(says: str, in_csv: bool) -> str:
    return says if in_csv else f"{says} Not in the CSV file."


def test_every_table_is_described_with_every_column():
    assert [table.name for table in TABLES if described(table) not in PAGE] == []
    assert [line[4:] for line in PAGE.splitlines() if line.startswith("### ")] == [table.name for table in TABLES]


def test_every_view_is_described():
    assert [view.name for view in VIEWS if f"| `{view.name}` | {view.says} |" not in PAGE] == []


if __name__ == "__main__":
    print("\n\n".join(map(described, TABLES)))  # noqa: T201  # for whoever writes the page
