"""An article that comes to a finished folder: what it costs, what stays, what is new; and whatever comes in between."""

from __future__ import annotations

import itertools
import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from faults.catalogue import fails
from faults.endpoint import StoryEndpoint
from faults.running import Process, Ran, until
from faults.story import article, write_story

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

PLACES = "Lake Fen Moor Bay Hill Vale Dale Cape Isle North East West South Rock Marsh Sand Birch Elm Oak Pine Ash Fern".split()
NAMES = tuple(f"{place} {kind}" for kind in ("Times", "Post") for place in PLACES)

Run = Callable[..., Ran]


def read(folder: Path) -> dict[str, bytes]:
    """All files of a report, by their names."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def standing(report: dict[str, Any]) -> dict[str, tuple[str, list[str]]]:
    """Verdict and first two sides of every finding, by its id."""
    return {f["finding_id"]: (f["verdict"], [side["item_id"] for side in f["sides"][:2]]) for f in report["findings"]}


def asked_since(endpoint: StoryEndpoint, before: int) -> Counter[str]:
    return Counter(one.tool for one in endpoint.asked[before:])


def add(place: Path, number: int, outlet: str, dead: int) -> None:
    (place / "story" / f"{number:03d}.txt").write_text(article(outlet, number, dead), encoding="utf-8")


def test_an_article_that_comes_to_twenty_costs_three_calls_and_leaves_the_findings_alone(
    run: Run, endpoint: StoryEndpoint
) -> None:
    first = run(outlets=NAMES[:20]).report
    assert first is not None
    assert "batches" not in first
    assert "news" not in first
    before = len(endpoint.asked)

    second = run(outlets=NAMES[:21])

    assert asked_since(endpoint, before) == {"ArticleAnswer": 1, "ProposalsAnswer": 1, "WeighingAnswer": 1}
    assert second.report is not None
    assert standing(second.report).items() >= standing(first).items()
    assert "1 new article beside the 20 that the report in" in second.err


def test_the_report_tells_how_the_articles_came_and_what_is_new(run: Run, place: Path) -> None:
    first = run().report
    add(place, 4, NAMES[4], 57)
    second = run().report
    assert first is not None
    assert second is not None
    old, new = ([a["article_id"] for a in report["articles"]] for report in (first, second))

    assert second["batches"] == [old, [new[4]]]
    assert new[:4] == old
    assert second["news"]["articles"] == [new[4]]
    assert set(second["news"]["findings"]) == set(standing(second)) - set(standing(first))
    assert second["news"]["gone"] == []
    assert any("57 people" in side["value"] for f in second["findings"] for side in f["sides"])


def test_the_same_command_again_changes_nothing_and_asks_nothing(run: Run, endpoint: StoryEndpoint, place: Path) -> None:
    run()
    add(place, 4, NAMES[4], 57)
    run()
    files, before = read(place / "out"), len(endpoint.asked)

    run()

    assert read(place / "out") == files
    assert len(endpoint.asked) == before


def test_articles_may_come_one_after_the_other(run: Run, endpoint: StoryEndpoint, place: Path) -> None:
    reports = [run().report]
    for number, dead in ((4, 57), (5, 12), (6, 30)):
        before = len(endpoint.asked)
        add(place, number, NAMES[number], dead)
        reports.append(run().report)
        assert asked_since(endpoint, before)["ArticleAnswer"] == 1
        assert len(endpoint.asked) - before <= 3
    told = [standing(report) for report in reports if report is not None]
    assert all(later.items() >= earlier.items() for earlier, later in itertools.pairwise(told))
    assert [len(batch) for batch in (reports[-1] or {})["batches"]] == [4, 1, 1, 1]
    (place / "answers.sqlite").unlink()
    files, before = read(place / "out"), len(endpoint.asked)

    run()

    assert read(place / "out") == files  # with the answers lost, the very same questions are asked again
    assert {json.dumps(one.body) for one in endpoint.asked[before:]} <= {
        json.dumps(one.body) for one in endpoint.asked[:before]
    }


def test_what_says_the_same_as_a_side_is_a_further_side_of_the_finding(run: Run, place: Path) -> None:
    first = run().report
    add(place, 4, NAMES[4], 30)
    second = run().report
    assert first is not None
    assert second is not None
    new = second["batches"][1][0]
    (toll,) = [f for f in first["findings"] if f["verdict"] == "contradict"]
    after = next(f for f in second["findings"] if f["finding_id"] == toll["finding_id"])

    assert [side["article_id"] for side in after["sides"]][len(toll["sides"]) :] == [new]
    assert after["origins"] == toll["origins"] + 1
    assert [f for f in second["findings"] if "30 people" in str(f["sides"])] == [after]


@pytest.mark.parametrize("how", ["removed", "changed"])
def test_if_an_article_is_gone_or_changed_all_are_compared_afresh(run: Run, place: Path, how: str) -> None:
    outlets = NAMES[:8]
    first = run(outlets=outlets).report
    story = write_story(place / "other", outlets)
    if how == "removed":
        (story / "001.txt").unlink()
    else:
        add(story.parent, 1, outlets[1], 31)
        shutil.copy(place / "story" / "001.txt", story / "001.txt")
    add(place, 8, NAMES[8], 57)
    shutil.copy(place / "story" / "008.txt", story / "008.txt")
    shutil.rmtree(place / "story")
    story.rename(place / "story")
    ran = run(outlets=())
    assert first is not None
    assert ran.report is not None

    assert "are compared afresh: 1 of the 8 articles of the earlier report is gone or changed" in ran.err
    assert "batches" not in ran.report
    old, now = ({a["article_id"] for a in report["articles"]} for report in (first, ran.report))
    assert set(ran.report["news"]["articles"]) == now - old
    assert len(ran.report["news"]["gone"]) == len(set(standing(first)) - set(standing(ran.report)))
    files = read(place / "out")
    run(outlets=())
    assert read(place / "out") == files


DAMAGED = {
    "empty": b"",
    "no text": b"\xff\xfe\x00",
    "a list": b"[]",
    "cut off": b'{"format": 1, "run": {"model": "m", "pro',
    "deep": b"[" * 100_000,
    "another format": b'{"format": 2, "run": {"model": "m"}, "articles": [], "findings": []}',
    "numbers for ids": b'{"format": 1, "run": {"model": "m"}, "articles": [{"article_id": 3}], "findings": []}',
    "articles in no batch": b'{"format": 1, "run": {"model": "m"}, "articles": [{"article_id": "a"}], "findings": [], '
    b'"batches": [["b"]]}',
    "an article twice": b'{"format": 1, "run": {"model": "m"}, "articles": [{"article_id": "a"}], "findings": [], '
    b'"batches": [["a"], ["a"]]}',
    "no batch at all": b'{"format": 1, "run": {"model": "m"}, "articles": [], "findings": []}',
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_report_is_said_and_not_built_on(run: Run, place: Path, damage: bytes) -> None:
    whole = run().report
    (place / "out" / "report.json").write_bytes(damage)

    ran = run()

    assert "the report.json in" in ran.err
    assert "cannot be used" in ran.err
    assert "compared afresh" in ran.err
    assert ran.report == whole


def test_a_report_of_an_older_version_is_the_beginning(run: Run, place: Path) -> None:
    first = run().report
    assert first is not None
    older = {**first, "articles": [{"article_id": a["article_id"], **_shown(a)} for a in first["articles"]]}
    (place / "out" / "report.json").write_text(json.dumps({**older, "of_another_version": [1, {"x": None}]}))
    add(place, 4, NAMES[4], 57)

    second = run().report

    assert second is not None
    assert [len(batch) for batch in second["batches"]] == [4, 1]


def _shown(told: dict[str, Any]) -> dict[str, Any]:
    return {key: told[key] for key in ("title", "outlet", "published", "published_time", "language")}


def test_afresh_compares_all_at_once(run: Run, place: Path) -> None:
    run()
    add(place, 4, NAMES[4], 57)
    added = run().report
    ran = run("--afresh")
    alone = run(out="elsewhere").report
    assert added is not None
    assert ran.report is not None
    assert alone is not None

    assert "compared afresh: --afresh" in ran.err
    assert ran.report["findings"] == alone["findings"]
    assert "batches" not in ran.report
    assert "news" not in alone


@pytest.mark.parametrize(("there", "new"), [(5, 2), (2, 1)])
def test_many_new_articles_are_compared_with_all_others_at_once(run: Run, there: int, new: int) -> None:
    run(outlets=NAMES[:there])

    ran = run(outlets=NAMES[: there + new])

    assert f"compared afresh: {new} new ones beside {there} are too many to be added" in ran.err
    assert ran.report is not None
    assert "batches" not in ran.report
    assert len(ran.report["news"]["articles"]) == new


def test_when_as_many_have_come_as_there_were_all_are_compared_afresh(run: Run, place: Path) -> None:
    run(outlets=NAMES[:3])
    said = []
    for number in range(3, 7):
        add(place, number, NAMES[number], 12)
        said.append(run(outlets=NAMES[:3]).err)

    assert [("afresh" in one) for one in said] == [False, False, False, True]
    assert "4 have come to the 3 it began with" in said[-1]


def test_another_model_compares_afresh(run: Run, place: Path) -> None:
    run()
    add(place, 4, NAMES[4], 57)

    ran = run(model="n")

    assert "the earlier report was made with another model or other prompts" in ran.err


def test_a_reading_of_an_addition_that_fails_is_told_and_asked_again_by_the_next_run(
    run: Run, endpoint: StoryEndpoint, place: Path
) -> None:
    first = run().report
    add(place, 4, NAMES[4], 57)
    endpoint.fails_with(fails(500, "out of order"), tool="WeighingAnswer")

    broken = run()

    assert broken.code == 4
    assert first is not None
    assert broken.report is not None
    assert standing(broken.report).items() >= standing(first).items()
    assert any("weighing of addition 1" in failure["what"] for failure in broken.report["failures"])
    assert any(f["unweighed"] and "57 people" in str(f["sides"]) for f in broken.report["findings"])
    endpoint.rules.clear()
    before = len(endpoint.asked)
    mended = run().report
    assert asked_since(endpoint, before) == {"WeighingAnswer": 1}
    assert mended is not None
    assert not mended["failures"]
    assert mended["news"]["articles"] == mended["batches"][1]
    assert standing(mended).items() >= standing(first).items()


def test_a_budget_stops_an_addition_which_then_goes_on_from_there(run: Run, endpoint: StoryEndpoint, place: Path) -> None:
    run()
    add(place, 4, NAMES[4], 57)
    files = read(place / "out")

    stopped = run("--max-tokens", "1")

    assert stopped.code == 4
    assert read(place / "out") == files
    ran = run("--max-tokens", "1000000")
    assert ran.code == 0
    assert ran.report is not None
    assert len(ran.report["batches"]) == 2


def test_a_replay_replays_the_additions(run: Run, endpoint: StoryEndpoint, place: Path) -> None:
    run()
    shutil.copytree(place / "out", place / "replayed")
    add(place, 4, NAMES[4], 57)
    paid = run().report
    before = len(endpoint.asked)

    replayed = run("--replay", str(place / "answers.sqlite"), out="replayed").report

    assert len(endpoint.asked) == before
    assert paid is not None
    assert replayed is not None
    assert {**replayed, "run": None} == {**paid, "run": None}


@pytest.mark.process
def test_two_runs_at_once_add_the_same(run: Run, endpoint: StoryEndpoint, place: Path) -> None:
    run()
    shutil.copytree(place / "out", place / "left")
    shutil.copytree(place / "out", place / "right")
    add(place, 4, NAMES[4], 57)
    endpoint.pace_s = 0.3
    with Process(place, endpoint, out="left") as left, Process(place, endpoint, out="right") as right:
        assert [left.end().code, right.end().code] == [0, 0]

    assert read(place / "left") == read(place / "right")
    assert endpoint.paid_twice == 0
    assert len(json.loads(read(place / "left")["report.json"])["batches"]) == 2


@pytest.mark.process
@pytest.mark.parametrize("ended", ["interrupt", "kill"])
def test_an_addition_that_is_cut_short_is_taken_up_again(run: Run, endpoint: StoryEndpoint, place: Path, ended: str) -> None:
    run()
    files = read(place / "out")
    add(place, 4, NAMES[4], 57)
    endpoint.pace_s = 0.5
    before = len(endpoint.asked)
    with Process(place, endpoint) as process:
        until(lambda: asked_since(endpoint, before)["ProposalsAnswer"] == 1)
        getattr(process, ended)()
        if ended == "interrupt":
            assert process.end().code == 130
    assert read(place / "out") == files

    endpoint.pace_s = 0.0
    again = run().report

    assert again is not None
    assert [len(batch) for batch in again["batches"]] == [4, 1]
    assert asked_since(endpoint, before)["ArticleAnswer"] == 1
    assert asked_since(endpoint, before)["WeighingAnswer"] == 1
