"""The JSON contract, and summaries that go out and come back the same."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report.report_factory import POST, claim, courier, evidence, ferry, post, report, run, summary, weekly

from summarizer.errors import ConfigError
from summarizer.reporting import dump_summary, parse_summaries, render_json
from summarizer.schema import Figure, Summary
from summarizer.terms import ArticleStatus

KEYS = [
    *("article_id", "path", "title", "outlet", "author", "published", "published_time", "published_basis", "language", "url"),
    *("source_sha256", "source_kind", "text_sha256"),
    *("incomplete", "notes", "status", "failure", "period", "main_source", "credited", "checkable", "covered", "requests"),
    *("text", "zones", "claims", "figures", "attributions", "missing", "uncovered"),
]


def test_the_document_has_the_promised_shape() -> None:
    document = json.loads(render_json(ferry()))
    keys = ["format", "run", "articles", "findings", "measures", "topics", "origins", "retellings", "failures", "passed_over"]
    assert list(document) == keys
    assert document["format"] == 1
    assert [list(article) for article in document["articles"]] == [KEYS] * 3
    first, second, _ = document["articles"]
    assert (first["published"], second["published"], first["status"]) == ("2021-03-03", None, "extracted")
    assert (first["figures"][0]["low"], first["figures"][0]["high"]) == (183, None)
    assert (len(document["findings"]), len(document["origins"]), len(document["failures"])) == (5, 2, 1)


def test_every_quote_in_it_is_cut_from_its_text() -> None:
    document = json.loads(render_json(ferry()))
    texts = {article["article_id"]: article["text"] for article in document["articles"]}
    items = [
        (article["article_id"], item) for article in document["articles"] for item in article["claims"] + article["uncovered"]
    ]
    items += [(side["article_id"], side) for finding in document["findings"] for side in finding["sides"]]
    assert len(items) == 21
    for article_id, item in items:
        assert texts[article_id][item["start"] : item["end"]] == item["quote"]


def test_the_same_report_gives_the_same_bytes() -> None:
    backwards = run(prompts={"extract": "e", "compare": "c"})
    forwards = run(prompts={"compare": "c", "extract": "e"})
    assert render_json(ferry()) == render_json(ferry())
    assert render_json(report(run=backwards)) == render_json(report(run=forwards))
    assert render_json(ferry()).endswith("\n}\n")
    assert '\n "format": 1,' in render_json(ferry())


def test_text_is_readable_but_never_steers_a_terminal_or_breaks_a_line() -> None:
    text = "naïve 日本 \x1b[31m \x7f\x9b \u202e \u2028 \ud800 \U000e0041"
    rendered = render_json(report(summary(text)))
    assert "naïve 日本" in rendered
    assert all(character.isprintable() or character == "\n" for character in rendered)
    rendered.encode("utf-8")
    assert json.loads(rendered)["articles"][0]["text"] == text


@given(st.text(st.characters()).filter(lambda text: text == json.loads(json.dumps(text))))
def test_any_text_goes_out_on_one_line_and_comes_back(text: str) -> None:
    """Only a high surrogate right before a low one cannot: JSON has no way to tell the two from one character."""
    original = summary(text, title=text, notes=(text,), period=text)
    line = dump_summary(original)
    assert len(line.splitlines()) == 1
    assert parse_summaries(line) == (original,)
    assert json.loads(render_json(report(original)))["articles"][0]["text"] == text


def test_summaries_round_trip() -> None:
    originals = (courier(), post(), weekly(), summary(article_id="a4", status=ArticleStatus.FAILED, failure="refused"))
    lines = [dump_summary(original) for original in originals]
    assert parse_summaries("\n".join(lines) + "\n") == originals
    assert parse_summaries("\ufeff\n" + "\r\n\r\n".join(lines)) == originals
    assert parse_summaries("") == ()


def test_who_read_what_comes_back_and_is_the_model_where_nothing_is_said() -> None:
    claims = (claim(POST, "150 dead", read_by="rules"),)
    original = summary(POST, claims=claims, checkable=4, covered=3)
    assert parse_summaries(dump_summary(original)) == (original,)
    flat = json.loads(dump_summary(original))
    del flat["checkable"], flat["covered"], flat["claims"][0]["read_by"]
    (older,) = parse_summaries(json.dumps(flat))
    assert (older.checkable, older.covered, older.claims[0].read_by) == (0, 0, "model")


def test_a_summary_has_the_same_shape_as_in_the_report() -> None:
    assert json.loads(dump_summary(courier())) == json.loads(render_json(ferry()))["articles"][0]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_figures_keep_their_value(value: Decimal) -> None:
    words = evidence(POST, "150 dead")
    figure = Figure(**words, item_id="g", claim_id="c", figure="150", measure="people", low=value, high=None)
    original = summary(POST, figures=(figure,))
    assert parse_summaries(dump_summary(original)) == (original,)


def changed(original: Summary, **fields: object) -> str:
    return json.dumps({**json.loads(dump_summary(original)), **fields})


def moved(original: Summary, **fields: object) -> str:
    flat = json.loads(dump_summary(original))
    flat["claims"][0].update(fields)
    return json.dumps(flat)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "not a JSON object"),
        ("NaN", "not JSON"),
        ('{"path": NaN}', "not JSON"),
        ("9" * 5000, "not JSON"),
        ("{}", "not a summary"),
        (changed(post(), verdict="agree"), "verdict"),
        (changed(post(), text=None), "text"),
        (changed(post(), status="done"), "status"),
        (changed(post(), checkable=3, covered=4), "4 of 3 numbers and quotations"),
        (changed(post(), covered=-1), "-1 of 0 numbers and quotations"),
        (changed(post(), text=POST.replace("150", "151")), "are not the quote"),
        (moved(post(), start=53), "are not the quote"),
        (moved(post(), start=-92), "are not the quote"),
        (moved(post(), anchor_end=2000), "are not the quote"),
    ],
)
def test_a_bad_line_is_named_and_its_text_is_not_repeated(line: str, reason: str) -> None:
    with pytest.raises(ConfigError, match=r"^line 3: ") as caught:
        parse_summaries(f"{dump_summary(courier())}\n\n{line}\n{dump_summary(weekly())}")
    assert reason in str(caught.value)
    assert len(str(caught.value)) < 300


def test_an_article_that_comes_twice_is_refused() -> None:
    line = dump_summary(courier())
    with pytest.raises(ConfigError, match=r"^line 2: the article of line 1 again"):
        parse_summaries(f"{line}\n{line}")
