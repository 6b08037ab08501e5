"""What the report says of texts that are not whole, of struck-out words and of files that were passed over."""

from __future__ import annotations

from builders import article
from report.report_factory import ferry

from summarizer.reporting import render_markdown
from summarizer.schema import PassedOver, Report, Summary, Zone
from summarizer.terms import ArticleStatus, ZoneKind

TEXT = "At least 31 people died in Port Halden.\n13\nA bomb had gone off.\nThe search goes on."


def read(**changes) -> Report:
    made = article(TEXT, outlet="The Halden Post")
    return with_article(made.model_copy(update=changes))


def with_article(made) -> Report:
    report = ferry()
    summary = Summary(article=made, status=ArticleStatus.EXTRACTED)
    return report.model_copy(update={"summaries": (*report.summaries, summary)})


def test_struck_out_words_are_listed_with_the_line_they_stood_in():
    zones = tuple(
        Zone(start=TEXT.index(words), end=TEXT.index(words) + len(words), kind=ZoneKind.WITHDRAWN)
        for words in ("13", "A bomb had gone off.")
    )
    text = render_markdown(read(zones=zones))
    section = text.partition("## Struck out by the outlets")[2].partition("\n## ")[0]
    assert "“13” — The Halden Post, 14 October 2024, beside “At least 31 people died in Port Halden" in section
    assert "“A bomb had gone off" in section
    assert "Struck out" not in render_markdown(read())


def test_an_incomplete_article_is_called_so_at_the_top_and_in_its_section():
    text = render_markdown(read(incomplete="the text ends in dots, as a teaser does"))
    assert "1 article is incomplete" in text.partition("\n## ")[0]
    assert "**Incomplete: the text ends in dots, as a teaser does.**" in text
    assert "ncomplete" not in render_markdown(read())


def test_files_passed_over_are_counted_in_one_line():
    report = ferry().model_copy(
        update={"passed_over": (PassedOver(kind="fonts", files=1), PassedOver(kind="images", files=1_200))}
    )
    assert "passed over as no articles: fonts (1) and images (1,200)." in render_markdown(report)
