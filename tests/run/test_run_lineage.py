"""Articles that come to a folder one after the other, without a model; and what a report in the folder may do to a run."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import article

from summarizer.pipeline.lineage import MOST_BATCHES, Lineage, earlier_report, lineage_of
from summarizer.reporting.earlier import Earlier, Head
from summarizer.schema import Article, News
from summarizer.settings import ModelSettings, Settings

WAYS = (
    "On 14 October 2024 the mine of Torvik fell in. {n} miners were killed in Torvik on 14 October 2024, officials said.",
    "Torvik mourns. In Torvik, {n} miners were killed on 14 October 2024, the county said, and the mine was shut.",
    "The mine in Torvik caved in at dawn. Officials said {n} miners were killed in Torvik on 14 October 2024.",
    "A shaft gave way. The union said {n} miners were killed in Torvik on 14 October 2024 as the shaft gave way.",
    "Boats and lorries came. Rescuers said {n} miners were killed in Torvik on 14 October 2024, all of one shift.",
)


def write(folder: Path, number: int, dead: int) -> None:
    folder.mkdir(exist_ok=True)
    head = f"Title: Mine {number}\nOutlet: Outlet {number}\nDate: 2024-10-20\n\n"
    (folder / f"{number}.txt").write_text(f"{head}{WAYS[number % len(WAYS)].format(n=dead)}\n", encoding="utf-8")


def told(folder: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads((folder / "report.json").read_bytes())
    return report


def test_without_a_model_an_article_is_added_too(cli: Callable[..., Any], tmp_path: Path) -> None:
    for number, dead in enumerate((12, 30, 12)):
        write(tmp_path / "a", number, dead)
    command = ("report", "a", "--model", "rules", "--out", "out")
    assert cli(*command).returncode == 0
    first = told(tmp_path / "out")
    write(tmp_path / "a", 3, 30)
    assert "1 new article beside the 3" in cli(*command).stderr
    second, files = told(tmp_path / "out"), (tmp_path / "out" / "report.json").read_bytes()
    assert cli(*command).returncode == 0
    cli("report", "a", "--model", "rules", "--out", "whole")

    assert (tmp_path / "out" / "report.json").read_bytes() == files
    assert {f["finding_id"] for f in first["findings"]} <= {f["finding_id"] for f in second["findings"]}
    assert [len(batch) for batch in second["batches"]] == [3, 1]
    sides = [{frozenset(s["item_id"] for s in f["sides"]) for f in r["findings"]} for r in (second, told(tmp_path / "whole"))]
    assert sides[0] == sides[1] != set()


def test_a_comparison_of_extracted_articles_is_added_to_as_well(cli: Callable[..., Any], tmp_path: Path) -> None:
    for number, dead in enumerate((12, 30, 12, 30)):
        write(tmp_path / "a", number, dead)
    lines = cli("extract", "a", "--model", "rules").stdout.splitlines(keepends=True)
    command = ("compare", "-", "--model", "rules", "--out", "out")
    cli(*command, stdin="".join(lines[:3]))
    assert "batches" not in told(tmp_path / "out")

    cli(*command, stdin="".join([lines[3], *lines[:3]]))

    assert [len(batch) for batch in told(tmp_path / "out")["batches"]] == [3, 1]
    cli(*command, "--afresh", stdin="".join(lines))
    assert "batches" not in told(tmp_path / "out")


def test_a_file_that_was_renamed_is_the_same_article(cli: Callable[..., Any], tmp_path: Path) -> None:
    for number, dead in enumerate((12, 30, 12)):
        write(tmp_path / "a", number, dead)
    cli("report", "a", "--model", "rules", "--out", "out")
    order = [one["article_id"] for one in told(tmp_path / "out")["articles"]]
    (tmp_path / "a" / "0.txt").rename(tmp_path / "a" / "9.txt")

    said = cli("report", "a", "--model", "rules", "--out", "out").stderr

    assert "afresh" not in said
    assert [one["article_id"] for one in told(tmp_path / "out")["articles"]] == order


@pytest.mark.parametrize("there", ["a folder", "a pipe"])
def test_what_is_no_file_is_no_earlier_report(tmp_path: Path, there: str) -> None:
    path, said = tmp_path / "report.json", list[str]()
    path.mkdir() if there == "a folder" else os.mkfifo(path)

    assert earlier_report(tmp_path, said.append) is None


def test_the_demonstration_builds_on_nothing(cli: Callable[..., Any], tmp_path: Path) -> None:
    for number, dead in enumerate((12, 30, 12)):
        write(tmp_path / "a", number, dead)
    cli("report", "a", "--model", "rules", "--out", "out")

    cli("demo", "--story", "ferry", "--out", "out")

    assert "news" not in told(tmp_path / "out")


def articles(count: int) -> list[Article]:
    return [article(f"The ferry sank, says paper {n}.", outlet=f"Paper {n}") for n in range(count)]


def earlier_of(batches: list[list[Article]], **fields: Any) -> Earlier:
    heads = {
        one.article_id: Head(article_id=one.article_id, outlet=one.outlet, published=str(one.published), language=one.language)
        for batch in batches
        for one in batch
    }
    ids = tuple(tuple(one.article_id for one in batch) for batch in batches)
    return Earlier(**{"model": "rules", "prompts": {}, "heads": heads, "batches": ids, "findings": {}, "news": None, **fields})


def lineage(found: list[Article], earlier: Earlier, *, afresh: bool = False) -> Lineage:
    settings = Settings(ModelSettings(model="rules"), store=Path("s"), out=Path("out"), afresh=afresh)
    return lineage_of(found, earlier, settings, lambda _: None)


def test_additions_are_counted_before_all_is_compared_afresh() -> None:
    every = articles(40 + MOST_BATCHES)
    batches = [every[:40], *([one] for one in every[40 : 40 + MOST_BATCHES - 2])]
    kept = lineage(every[: 40 + MOST_BATCHES - 1], earlier_of(batches))
    assert kept.added == (1,) * (MOST_BATCHES - 1)

    full = earlier_of([*batches, [every[40 + MOST_BATCHES - 2]]])

    assert lineage(every[: 40 + MOST_BATCHES - 1], full).added == kept.added
    assert lineage(every, full).added == ()


def test_a_changed_date_is_a_changed_article() -> None:
    found = articles(5)
    earlier = earlier_of([found[:4]])
    assert lineage(found, earlier).added == (1,)

    changed = [found[0].model_copy(update={"published": None}), *found[1:]]

    assert lineage(changed, earlier).added == ()


def test_news_stay_while_the_articles_stay() -> None:
    found = articles(5)
    news = News(articles=(found[4].article_id,), findings=("f2", "gone by now"), gone=("What was it?",))
    earlier = earlier_of([found[:4], found[4:]], news=news, findings={"f1": "How many?", "f2": "Where?", "f3": "Who?"})

    kept = lineage(found, earlier).news([])

    assert kept == News(articles=news.articles, findings=(), gone=("What was it?", "How many?", "Where?", "Who?"))


def test_questions_that_are_gone_are_few_and_short() -> None:
    found = articles(5)
    many = {f"f{n}": f"{n} " + "?" * 10_000 for n in range(5_000)}

    news = lineage(found, earlier_of([found[:4]], findings=many)).news([])

    assert news is not None
    assert len(news.gone) == 200
    assert max(map(len, news.gone)) == 300
