"""Who carries a question, who may, and who is silent."""

from __future__ import annotations

from builders import statement, summary
from comparing import question, run, toll

from summarizer.comparison.overview.completeness import is_complete
from summarizer.schema import Summary, Uncovered
from summarizer.terms import ArticleStatus

WEATHER = "Rain fell in Halbro on Friday. The market stayed closed."


def weather(text: str = WEATHER, **changes) -> Summary:
    return summary(
        text, statement("Rain fell in Halbro", text="Rain fell in Halbro on Friday."), outlet="The Weekly"
    ).model_copy(update=changes)


def story(*more: Summary) -> list[Summary]:
    return [toll("12 people", "A"), toll("19 people", "B"), *more]


def test_an_article_that_answers_is_a_carrier_and_another_one_is_silent():
    (topic,) = run(story(weather()), question("A1.1", "A2.1")).topics
    assert topic.question == "How many died?"
    assert len(topic.carriers) == 2
    assert (len(topic.maybe), len(topic.silent)) == (0, 1)


def test_an_article_with_something_alike_is_not_called_silent():
    third = summary(
        "Many died when the ferry Alda sank off Torvik.",
        statement("Many died when the ferry", text="Many died when the ferry Alda sank off Torvik."),
        outlet="C",
    )
    (topic,) = run(story(third), question("A1.1", "A2.1")).topics
    assert (topic.maybe, topic.silent) == ((third.article.article_id,), ())


def test_an_article_that_is_cut_off_is_never_silent():
    whole = weather()
    cut = whole.model_copy(update={"article": whole.article.model_copy(update={"incomplete": "ends within a sentence"})})
    (topic,) = run(story(cut), question("A1.1", "A2.1")).topics
    assert (topic.maybe, topic.silent) == ((), ())


def test_an_article_that_failed_is_never_silent():
    failed = weather(status=ArticleStatus.FAILED, claims=(), failure="no answer")
    (topic,) = run(story(failed), question("A1.1", "A2.1")).topics
    assert topic.silent == ()


def test_an_article_whose_numbers_were_not_read_is_never_silent():
    left = tuple(Uncovered(kind="number", quote="Rain", start=0, end=4) for _ in range(3))
    assert not is_complete(weather(uncovered=left))


def test_at_most_ten_topics_and_those_of_most_articles_first():
    texts = [
        f"Fact number {name} holds at the mill."
        for name in "alpha beta gamma delta eta zeta theta iota kappa lambda sigma omega".split()
    ]
    articles = [
        summary(" ".join(texts), *(statement(t[:-13], sents=[n], text=t) for n, t in enumerate(texts, 1)), outlet=outlet)
        for outlet in "AB"
    ]
    asked = [question(f"A1.{n}", f"A2.{n}", kind="fact", question=f"Does {t.split()[2]} hold?") for n, t in enumerate(texts, 1)]
    assert len(run(articles, *asked).topics) == 10
