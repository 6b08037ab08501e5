"""What a person finds in the report, and in which order."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from report.report_factory import (
    COURIER,
    POST,
    courier,
    cut,
    evidence,
    ferry,
    finding,
    post,
    report,
    run,
    side,
    summary,
    weekly,
)

from summarizer.reporting import render_markdown
from summarizer.reporting.findings import CAUSES
from summarizer.reporting.phrases import count, interval, listed, number, period
from summarizer.reporting.places import Places
from summarizer.schema import Claim, Failure, Figure, Finding, Origin, Summary, Uncovered, WeighingRecord, Zone
from summarizer.terms import ArticleStatus, Cause, DecidedBy, Modality, Severity, Verdict, ZoneKind

FERRY = render_markdown(ferry())


def section(markdown: str, title: str) -> str:
    """The text of one section, without its heading."""
    return markdown.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def flat(markdown: str) -> str:
    return " ".join(markdown.split())


def in_order(markdown: str, *parts: str) -> bool:
    places = [markdown.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_the_sections_come_in_the_order_of_need() -> None:
    assert re.findall(r"^## (.*)$", FERRY, re.MULTILINE) == [
        "Where they disagree",
        "Cannot be told",
        "Differences that are explained",
        "What independent origins agree on",
        "Who retells whom",
        "Article by article",
        "What could not be checked",
        "What it cost",
    ]
    assert FERRY.startswith("# 3 articles on one story")
    assert FERRY.endswith("\n")
    assert not FERRY.endswith("\n\n")


def test_the_opening_counts_what_matters() -> None:
    opening = FERRY.split("\n## ")[0]
    for part in [
        "3 articles from 3 outlets (The Courier, Evening Post and The Weekly)",
        "published from 3 March to 8 May 2021 (1 without a date)",
        "back to 2 independent origins",
        "**2 contradictions** (1 of high and 1 of medium severity)",
        "1 explained difference; 1 that cannot be told either way",
        "1 answer of the model was not found in the articles",
    ]:
        assert part in opening
    assert "**1 file could not be used, see “What could not be checked”." in opening


def test_a_contradiction_shows_both_quotes_with_the_decisive_words_and_where_they_stand() -> None:
    first = section(FERRY, "Where they disagree").split("### ")[1]
    start = COURIER.index("At least 183")
    assert in_order(
        first,
        "1. How many people died when the Amalia sank? (high severity)",
        "Both give Tuesday's toll",
        "> **At least 183** people died, harbour master Ines Rolo told Radio Delta late on Tuesday.",
        "> — The Courier, 3 March 2021 · according to Ines Rolo",
        f"paragraph 2, characters {start}–{start + 84}",
        "> Rescuers counted **150 dead** after",
        "> — Evening Post, no date given",
        "Check in code: 183 or more and 150 have no number in common.",
        "Decided by code and model",
        "both go back to one origin: Radio Delta",
        "`f-30b2`",
    )


def test_further_sides_are_listed_below_the_two_sharpest() -> None:
    second = section(FERRY, "Where they disagree").split("### ")[2]
    assert second.count("\n> — ") == 2
    assert "\n- Also “the ship carried 412 passengers; **its licence allowed 320**.” — The Weekly" in second
    assert "Decided by the model alone · 2 independent origins" in second


def test_findings_of_a_verdict_keep_the_order_in_which_the_comparison_ranked_them() -> None:
    one, two = courier(), post()
    sides = (side(one, "At least 183"), side(two, "150 dead"))
    severities = [Severity.HIGH, Severity.MEDIUM, Severity.HIGH, Severity.LOW]
    findings = tuple(finding(*sides, severity=grade, question=f"Question {place}?") for place, grade in enumerate(severities))
    text = section(render_markdown(report(one, two, findings=findings)), "Where they disagree")
    assert re.findall(r"### (\d)\. Question (\d)", text) == [("1", "0"), ("2", "1"), ("3", "2"), ("4", "3")]


def differing(number: int) -> tuple[Finding, ...]:
    sides = (side(courier(), "At least 183"), side(post(), "150 dead"))
    return tuple(
        finding(*sides, finding_id=f"f{n}", verdict=Verdict.DIFFERS, severity=Severity.LOW, question=f"Nuance {n:02d}?")
        for n in range(number)
    )


def test_what_is_told_differently_stands_between_contradictions_and_what_cannot_be_told() -> None:
    whole = ferry()
    text = render_markdown(whole.model_copy(update={"findings": (*whole.findings, *differing(2))}))
    assert in_order(
        text, "## Where they disagree", "## Told differently", "3. Nuance 00?", "4. Nuance 01?", "## Cannot be told"
    )
    assert "; 2 told differently" in text.split("\n## ")[0]
    assert "“**At least 183**” — The Courier" in section(text, "Told differently")


@pytest.mark.parametrize(("findings", "shown", "rest"), [(10, 10, None), (11, 10, "1 further one"), (13, 10, "3 further ones")])
def test_of_what_is_told_differently_the_first_ten_are_shown_as_they_were_ranked(
    findings: int, shown: int, rest: str | None
) -> None:
    text = section(render_markdown(report(courier(), post(), findings=differing(findings))), "Told differently")
    assert re.findall(r"Nuance (\d\d)", text) == [f"{n:02d}" for n in range(shown)]
    assert ("of lower rank, listed in report.json" in text) is (rest is not None)
    if rest:
        assert f"{rest} of lower rank" in text


def test_a_report_without_such_differences_has_no_such_section() -> None:
    assert "## Told differently" not in FERRY
    assert "told differently" not in FERRY


@pytest.mark.parametrize("cause", Cause)
def test_the_cause_of_an_explained_difference_is_told(cause: Cause) -> None:
    one, two = courier(), post()
    sides = (side(one, "At least 183"), side(two, "150 dead"))
    explained = finding(*sides, verdict=Verdict.SCOPE, cause=cause, severity=Severity.LOW)
    text = section(render_markdown(report(one, two, findings=(explained,))), "Differences that are explained")
    assert f"** — {CAUSES[cause]}. The two tolls cannot both be right." in flat(text)


def test_the_report_says_how_much_was_weighed_and_what_was_not() -> None:
    def cost(**weighing: int) -> str:
        return section(render_markdown(report(courier(), post(), run=run(weighing=WeighingRecord(**weighing)))), "What it cost")

    all_weighed = "- 9 differences proposed by the model and by code, 4 questions once merged, 4 weighed from the passages\n"
    assert all_weighed in cost(proposed=9, questions=4, weighed=4)
    cut = cost(proposed=9, questions=40, weighed=20, left_out=17)
    assert "20 weighed from the passages; 17 of the lowest rank were left out by the limit on calls; 3 got no answer" in cut
    assert "weighed from the passages" not in cost()


@pytest.mark.parametrize("stage", ["compare", "weigh"])
def test_a_part_of_the_comparison_that_failed_is_told_on_top_and_where_nothing_was_found(stage: str) -> None:
    failure = Failure(stage=stage, what="weighing 1", why="no answer in time; run again", exit_code=4)
    markdown = render_markdown(report(courier(), post(), failures=(failure,)))
    assert "**1 part of the comparison failed, see" in markdown
    assert "Part of the comparison failed, so there may be some." in markdown
    told = {"compare": "Could not be compared", "weigh": "Could not be weighed from the passages"}[stage]
    assert f"- {told}: `weighing 1`: no answer in time; run again." in section(markdown, "What could not be checked")


def test_numbers_run_through_the_whole_report() -> None:
    assert re.findall(r"^(?:### |\*\*)(\d)\. ", FERRY, re.MULTILINE) == ["1", "2", "3", "4", "5"]


def test_explained_differences_are_folded_by_verdict_and_keep_both_quotes() -> None:
    explained = section(FERRY, "Differences that are explained")
    assert "<details>\n<summary>Update: each was right at its own time (1)</summary>\n\n**4. " in explained
    assert "“**At least 183** people died" in explained
    assert "“**191** people lost their lives" in explained
    assert explained.rstrip().endswith("\n\n</details>")


def test_agreement_within_one_origin_is_not_sold_as_confirmation() -> None:
    one, two = courier(), post()
    sides = (side(one, "on Tuesday"), side(two, "on Tuesday"))
    alone = finding(*sides, verdict=Verdict.AGREE, origins=1, question="When, says the wire?", severity=Severity.HIGH)
    both = finding(*sides, verdict=Verdict.AGREE, origins=2, question="When?", severity=Severity.LOW)
    agreed = section(render_markdown(report(one, two, findings=(alone, both))), "What independent origins agree on")
    assert in_order(
        agreed, "1. When?", "<summary>Repeated within one origin, which confirms nothing (1)</summary>", "2. When, says"
    )


def test_a_finding_within_one_article_says_so() -> None:
    one = courier()
    inside = finding(
        side(one, "At least 183"), side(one, "Forty others"), within_article=True, decided_by=DecidedBy.CODE, origins=1
    )
    assert "Decided by code alone · within one article · `f1`" in render_markdown(report(one, findings=(inside,)))


def test_a_long_quote_is_shortened_around_its_anchor_where_findings_are_compact() -> None:
    quote = "word " * 60 + "seven ships" + " word" * 60
    long = summary(quote)
    unsure = finding(side(long, quote, "seven ships"), side(long, quote), verdict=Verdict.UNSURE)
    text = section(render_markdown(report(long, findings=(unsure,))), "Cannot be told")
    shortened = re.search(r"“… (?:word )+\*\*seven ships\*\*(?: word)+ …”", text)
    assert shortened
    assert len(shortened.group()) < 200


def test_origins_say_who_retells_whom() -> None:
    origins = section(FERRY, "Who retells whom")
    assert in_order(
        origins, "- **Radio Delta** ← The Courier and Evening Post: both credit Radio Delta.", "- The Weekly: own reporting."
    )


def test_an_article_shows_what_it_is() -> None:
    articles = section(FERRY, "Article by article")
    assert in_order(
        articles,
        "### The Courier: Ferry Amalia sinks off Port Vale",
        "Published 3 March 2021, 06:40+00:00 (from page metadata) · by Mara Lind · language en · file `ferry/courier.html`",
        "Address: `https://courier.example/2021/03/03/ferry`",
        "Retells, as the model reads it: Radio Delta",
        "Note: 2 characters could not be decoded.",
        "### Evening Post",
        "No date given (the text suggests: March 2021, a day or two after the sinking; inferred by the model)",
    )


def test_statements_say_who_how_when_how_many_and_where() -> None:
    articles = section(FERRY, "Article by article")
    start = COURIER.index("At least 183")
    assert (
        "- At least 183 people died when the ferry Amalia sank off Port Vale.\n"
        "  - says Ines Rolo, harbour master (“told”), via Radio Delta · when: late on Tuesday"
        " · “At least 183” → 183 or more (people killed; as of: late on Tuesday)"
        f" · paragraph 2, characters {start}–{start + 84}\n"
    ) in articles
    assert "- Blue Line denied that the ferry Amalia was overloaded.\n  - denied · paragraph 3" in articles
    assert "“$5.2 million” → 5,200,000 (damage to the pier; unit: dollar)" in articles
    assert "“410 passengers” (passengers on board)" in articles
    assert "  - **Names not in the article: Tom Hale**" in articles


def test_statements_come_in_the_order_of_the_text_and_many_are_folded() -> None:
    text = " ".join(f"Event {number} happened." for number in range(12))
    claims = [
        Claim(item_id=f"c{place}", statement=f"Event {place} happened.", **evidence(text, f"Event {place} happened."))
        for place in reversed(range(12))
    ]
    articles = section(render_markdown(report(summary(text, claims=tuple(claims)))), "Article by article")
    assert "<details>\n<summary>12 statements, 0 figures and 0 attributed to a speaker</summary>\n\n- Event 0" in articles
    assert re.findall(r"- Event (\d+)", articles) == [str(place) for place in range(12)]


def test_a_figure_whose_statement_is_gone_is_still_shown() -> None:
    words = evidence(COURIER, "$5.2 million")
    stray = Figure(**words, item_id="g", claim_id="gone", figure="$5.2 million", measure="damage", low=Decimal(5200000))
    text = render_markdown(report(summary(COURIER, figures=(stray,))))
    assert "- Figure without a statement: “$5.2 million” → 5,200,000 or more (damage)" in text


def test_what_the_model_made_up_is_never_evidence() -> None:
    unchecked = section(FERRY, "What could not be checked")
    assert in_order(
        unchecked,
        "Could not be read: `ferry/scan.pdf`: the file holds pictures of pages and no text; save it as text and run again.",
        "They are **not evidence**",
        "the model says “The Amalia was built in 1987.” (figure, claimed to be in sentence 2 in the words “built in 1987”)",
        "“Forty others” (number)",
    )
    assert "1987" not in FERRY.split("## What could not be checked")[0]


def test_the_cost_is_told_in_answers_and_tokens() -> None:
    cost = section(FERRY, "What it cost")
    for part in [
        "`gpt-5.1` at `https://api.openai.com/v1`",
        "Extraction: 3 answers, 6,120 tokens in, 4,410 out",
        "For each article: 1.33 answers, 3,157 tokens in, 1,767 out",
        "compare `60303ae22b99` and extract `9f86d081884c`",
    ]:
        assert part in cost


def test_without_contradictions_it_says_how_many_articles_that_rests_on() -> None:
    text = section(render_markdown(report(courier(), post(), weekly())), "Where they disagree")
    assert text.strip() == "No contradiction was found between the 3 articles that were compared."


NOT_FOUND = "No contradiction was found"


def read_of(made: Summary, checkable: int, covered: int, left: int = 0) -> Summary:
    """The same article with so many numbers and quotations: covered by the model, left by everybody."""
    words = cut(made.article.text, made.article.text.split()[0])
    places = tuple(Uncovered(kind="number", **words) for _ in range(left))
    return made.model_copy(update={"checkable": checkable, "covered": covered, "uncovered": places})


def test_the_opening_says_what_share_of_the_numbers_it_rests_on() -> None:
    made = report(read_of(courier(), 30, 21, left=4), read_of(post(), 10, 9))
    opening = render_markdown(made).split("\n## ")[0]
    assert (
        "The model's statements cover 30 of the 40 numbers and quotations in the articles (75%); rules added 6, "
        "and 4 were not compared."
    ) in opening
    assert NOT_FOUND in opening


def test_a_full_reading_says_nothing_of_rules() -> None:
    opening = render_markdown(report(read_of(courier(), 1, 1), read_of(post(), 0, 0))).split("\n## ")[0]
    assert "The model's statements cover the 1 number or quotation in the articles." in opening
    opening = render_markdown(report(read_of(courier(), 7, 7), read_of(post(), 5, 5))).split("\n## ")[0]
    assert "The model's statements cover all 12 numbers and quotations in the articles." in opening


def test_where_less_than_half_was_read_the_absence_of_contradictions_is_not_told() -> None:
    markdown = render_markdown(report(read_of(courier(), 30, 12), read_of(post(), 10, 7)))
    why = "the model's statements cover 19 of the 40 numbers and quotations in the articles"
    assert NOT_FOUND not in markdown
    assert f"**Too little was read to tell whether the 2 articles contradict each other: {why}.**" in markdown
    assert markdown.count("Too little was read") == 2


def test_half_is_enough() -> None:
    assert NOT_FOUND in render_markdown(report(read_of(courier(), 20, 10), read_of(post(), 20, 10)))


def test_a_model_that_read_nothing_does_not_look_like_articles_that_agree() -> None:
    by_rules = Claim(item_id="c", statement="150 dead", read_by="rules", **evidence(POST, "150 dead"))
    for silent in (summary(POST), summary(POST, claims=(by_rules,), checkable=2, covered=2)):
        markdown = render_markdown(report(courier(), weekly(), silent))
        assert NOT_FOUND not in markdown
        assert "3 articles contradict each other: the model found no statement in 1 of them." in markdown


def test_an_article_without_running_text_is_none_that_was_not_read() -> None:
    empty = summary("Photos", zones=(Zone(start=0, end=6, kind=ZoneKind.TITLE),))
    assert NOT_FOUND in render_markdown(report(courier(), weekly(), empty))


def test_a_contradiction_that_was_found_is_told_however_little_was_read() -> None:
    one, two = read_of(courier(), 30, 2), post()
    found = finding(side(one, "At least 183"), side(two, "150 dead"))
    markdown = render_markdown(report(one, two, findings=(found,)))
    assert "**1 contradiction**" in markdown
    assert "Too little was read to tell whether there are more: the model's statements cover 2 of the 30" in markdown


def test_without_a_model_the_share_is_that_of_the_rules() -> None:
    by_rules = tuple(c.model_copy(update={"read_by": "rules"}) for c in courier().claims)
    read = courier().model_copy(update={"claims": by_rules})
    markdown = render_markdown(report(read_of(read, 8, 0, left=5), read_of(read, 4, 0), run=run(model="rules")))
    assert "Rules read 7 of the 12 numbers and quotations in the articles (58%); 5 were not compared." in markdown
    assert "No contradiction was found between the 2 articles that were compared. Only rules looked for one" in markdown


def test_what_rules_read_is_marked_beside_what_the_model_read() -> None:
    words = evidence(POST, "Three hundred people took part in the search")
    added = Claim(item_id="r", statement="Three hundred people took part.", read_by="rules", **words)
    mixed = post().model_copy(update={"claims": (*post().claims, added)})
    assert "- Three hundred people took part.\n  - read by rules · paragraph 3" in render_markdown(report(mixed))
    alone = section(render_markdown(report(summary(POST, claims=(added,)))), "Article by article")
    assert "What rules read in it, sentence by sentence:" in alone
    assert "read by rules ·" not in alone


def test_articles_without_a_statement_are_named() -> None:
    unchecked = section(render_markdown(report(courier(), summary(POST, path="silent.txt"))), "What could not be checked")
    assert "### Articles in which the model found no statement" in unchecked
    assert "- File silent" in unchecked


def test_a_failed_article_is_not_counted_as_compared() -> None:
    failed = summary(article_id="a9", path="late.txt", status=ArticleStatus.FAILED, failure="the model declined")
    markdown = render_markdown(report(courier(), post(), failed))
    assert "between the 2 articles that were compared. 1 file could not be used and was not compared." in markdown
    assert "**1 file could not be used, see" in markdown
    assert "Could not be extracted: `late.txt`: the model declined." in markdown
    assert "**Nothing was extracted: the model declined**" in markdown


def test_a_failed_comparison_is_not_an_absence_of_contradictions() -> None:
    failure = Failure(stage="compare", what="the story's table", why="no answer in time; run again", exit_code=4)
    markdown = render_markdown(report(courier(), post(), failures=(failure,)))
    assert "**1 part of the comparison failed, see" in markdown
    assert "Part of the comparison failed, so there may be some." in markdown
    assert "No contradiction was found in what could be compared." in markdown.split("\n## ")[0]


@pytest.mark.parametrize(
    ("articles", "title", "said"),
    [
        ((), "# No article to report on\n", "No article could be compared, so nothing is known about contradictions."),
        (
            (weekly(),),
            "# 1 article: what it states\n",
            "Only 1 article could be read into statements, so there was no other to compare it with.",
        ),
    ],
)
def test_too_few_articles_to_compare(articles, title, said) -> None:
    markdown = render_markdown(report(*articles, run=run(articles=len(articles))))
    assert markdown.startswith(title)
    assert said in section(markdown, "Where they disagree")
    assert "No contradiction was found" not in markdown


def test_a_clean_run_says_that_nothing_was_left_out() -> None:
    unchecked = section(render_markdown(report(weekly())), "What could not be checked")
    assert unchecked.strip().startswith("Nothing failed. Every answer was found in its article")


def test_articles_of_which_only_the_files_differ_are_told_apart_by_them() -> None:
    shared = [summary(article_id=f"a{place}", path=f"{place}/x.txt", outlet="The Courier") for place in range(2)]
    unnamed = [summary(article_id="b", path="in/y.txt"), summary(article_id="c", path="in/z.txt", outlet=" ")]
    names = Places.of([*shared, *unnamed]).names
    assert list(names.values()) == ["The Courier (0/x)", "The Courier (1/x)", "File y", "File z"]


@pytest.mark.parametrize(
    ("text", "words", "where"),
    [
        ("Head\n\nOne.\nstill one\n\n\nTwo.", "One", "paragraph 1"),
        ("Head\n\nOne.\nstill one\n\n\nTwo.", "still", "paragraph 1"),
        ("Head\n\nOne.\nstill one\n\n\nTwo.", "one\n\n\nTwo", "paragraphs 1–2"),
        ("Head\nOne.\nTwo.", "Two", "paragraph 2"),
        ("Head\nOne.\nTwo.", "ead", "headline"),
    ],
)
def test_paragraphs_are_those_of_the_running_text(text: str, words: str, where: str) -> None:
    places = Places.of([summary(text, zones=(Zone(start=0, end=4, kind=ZoneKind.TITLE),))])
    start = text.index(words)
    assert places.where("a1", start, start + len(words)) == f"{where}, characters {start}–{start + len(words)}"


def test_an_anchor_outside_its_quote_makes_nothing_bold() -> None:
    odd = side(courier(), "At least 183").model_copy(update={"anchor_start": 0, "anchor_end": 4})
    text = render_markdown(report(courier(), findings=(finding(odd, odd),)))
    assert "> At least 183\n" in text


def test_an_opinion_or_a_fear_is_marked_as_such() -> None:
    claims = [
        Claim(item_id=kind.value, statement=f"Said {kind.value}.", modality=kind, **evidence(COURIER, "heavy seas"))
        for kind in Modality
    ]
    articles = section(render_markdown(report(summary(COURIER, claims=tuple(claims)))), "Article by article")
    assert re.findall(r"  - (\w+) · paragraph", articles) == ["alleged", "denied", "expected", "opinion"]


def test_sides_of_three_copies_name_their_origin_once() -> None:
    copies = [summary(COURIER, article_id=f"a{place}", path=f"{place}.txt") for place in range(3)]
    copied = finding(*(side(copy, "At least 183") for copy in copies), origins=1)
    origin = Origin(origin_id="o", label="Radio Delta", article_ids=("a0", "a1", "a2"), basis="near-identical passages")
    text = render_markdown(report(*copies, findings=(copied,), origins=(origin,)))
    assert "all 3 articles go back to one origin: Radio Delta" in text


def test_phrases() -> None:
    assert [count(1, "reply", "replies"), count(0, "reply", "replies")] == ["1 reply", "0 replies"]
    assert listed(list("abcd"), 2) == "a, b and 2 more"
    assert listed(list("abc"), 2) == "a, b and c"
    assert period(dt.date(2020, 1, 1), dt.date(2020, 1, 1)) == "on 1 January 2020"
    assert period(dt.date(2020, 1, 1), dt.date(2020, 1, 4)) == "from 1 to 4 January 2020"
    assert period(dt.date(2019, 1, 1), dt.date(2020, 1, 4)) == "from 1 January 2019 to 4 January 2020"
    assert [number(Decimal("1E+6")), number(Decimal("3.50")), number(Decimal(0))] == ["1,000,000", "3.5", "0"]
    assert number(Decimal("1E+9999")) == "1E+9999"
    bounds = [(183, None), (None, 200), (171, 189), (5, 5), (None, None), (0, None)]
    read = [interval(*(None if bound is None else Decimal(bound) for bound in pair)) for pair in bounds]
    assert read == ["183 or more", "200 or less", "171 to 189", "5", "no number", "0 or more"]


def test_what_no_reading_weighed_stands_folded_behind_what_cannot_be_told() -> None:
    one, two = courier(), post()
    sides = (side(one, "At least 183"), side(two, "150 dead"))
    unsure = [
        finding(*sides, verdict=Verdict.UNSURE, question=name, unweighed=unweighed, finding_id=f"f{name[0]}")
        for name, unweighed in (("Unweighed?", True), ("Doubted?", False))
    ]
    text = section(render_markdown(report(one, two, findings=tuple(unsure))), "Cannot be told")

    assert in_order(text, "1. Doubted?", "<details>", "weighed by no reading (1)", "2. Unweighed?", "</details>")
