"""JSON of news services and tables of articles: where the articles are, what their fields mean, what is cut off."""

import csv
import datetime as dt
import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles import read_articles
from summarizer.articles.formats.records.feeds import read_feed
from summarizer.articles.formats.records.tables import is_table
from summarizer.articles.formats.refusals import BrokenJsonError, NotArticlesError

TEXT = "Forty boats were moved to the inner dock before the storm came in, the harbour master said on Monday. Nobody was hurt."
HTML = f"<p>{TEXT}</p><p>The market opens on Friday.</p>"
URL = "https://www.post.example/a"
FOURTH = dt.date(2021, 3, 4)


@pytest.fixture
def read(tmp_path):
    def reader(value, name="feed.json"):
        path = tmp_path / name
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        return read_articles([path])

    return reader


ENTRY = {"title": "Storm", "text": TEXT, "date": "2021-03-04"}


@pytest.mark.parametrize(
    "wrapped",
    [
        {"articles": {"page": 1, "results": [ENTRY]}},
        {"response": {"status": "ok", "results": [ENTRY]}},
        {"status": "ok", "results": [ENTRY]},
        {"hits": {"total": 1, "hits": [{"_id": "1", "_source": ENTRY}]}},
        {"data": [{"type": "article", "attributes": ENTRY}]},
        {"stories": [ENTRY]},
        {"a": {"b": {"c": [ENTRY]}}},
        {"k1": ENTRY},
        {"data": ENTRY},
        {"article": ENTRY, "comments": [{"author": "x", "text": TEXT, "date": "2021-03-05"}]},
        {"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", **ENTRY}]},
        [{"page_content": TEXT, "metadata": {"title": "Storm", "date": "2021-03-04"}}],
        {"columns": ["title", "text", "date"], "data": [["Storm", TEXT, "2021-03-04"]]},
        {"title": {"0": "Storm"}, "text": {"0": TEXT}, "date": {"0": "2021-03-04"}},
        {
            "title": "Storm",
            "content": {"rendered": HTML.replace("<p>The market opens on Friday.</p>", "")},
            "date": "2021-03-04",
        },
        {"title": {"main": "Storm"}, "body": [{"value": TEXT}], "date": {"$date": "2021-03-04"}},
        {
            "title": "Storm",
            "components": [{"role": "title", "text": "Storm"}, {"role": "body", "text": TEXT}],
            "date": "2021-03-04",
        },
    ],
)
def test_articles_are_found_however_they_are_wrapped(read, wrapped):
    (article,) = read(wrapped).articles
    assert (article.title, article.published, article.text.strip(), article.incomplete) == ("Storm", FOURTH, TEXT, None)


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ({"date": "2021-03-06", "dateTime": "2021-03-06T07:00:00Z", "dateTimePub": "2021-03-04T22:40:00Z"}, 4),
        ({"versioncreated": "2021-03-06", "firstcreated": "2021-03-04"}, 4),
        ({"modified": "2021-03-09", "date": "2021-03-04T23:40:00", "date_gmt": "2021-03-05T05:40:00"}, 4),
        ({"crawled": "2021-03-06", "published": "2021-03-04"}, 4),
        ({"crawled": "2021-03-06", "created_at": "2021-03-05"}, 5),
        ({"seendate": "20210306T071500Z"}, 6),
        ({"webPublicationDate": "2021-03-04T22:40:00Z"}, 4),
        ({"issued": {"date-parts": [["2021", 3, 4]]}}, 4),
        ({"published": {"$date": {"$numberLong": "1614848400000"}}}, 4),
        ({"date_modify": "2021-03-09", "lastmod": "2021-03-09", "updated_at": "2021-03-09"}, None),
    ],
)
def test_publication_comes_before_finding_and_a_change_is_none(read, dates, day):
    (article,) = read({"title": "Storm", "text": TEXT, **dates}).articles
    assert article.published == (dt.date(2021, 3, day) if day else None)


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"source": "https://post.example/a", "sitename": "Harbour Post"}, "Harbour Post"),
        ({"source": "https://www.post.example/a"}, "post.example"),
        ({"source": {"uri": "post.example", "title": "Harbour Post"}}, "Harbour Post"),
        ({"source": {"id": "harbour-post", "name": "Harbour Post"}}, "Harbour Post"),
        ({"source_id": "harbourpost", "link": URL}, "post.example"),
        ({"source_id": "harbourpost"}, "harbourpost"),
        ({"source_domain": "post.example"}, "post.example"),
        ({"publisher": "harbour-post", "newspaper": "Harbour Post"}, "Harbour Post"),
        ({"provider": [{"name": "Harbour Post"}]}, "Harbour Post"),
        ({"infosources": [{"name": "Harbour Wire"}]}, "Harbour Wire"),
        ({"url": URL}, "post.example"),
        ({}, None),
    ],
)
def test_an_address_or_an_id_is_an_outlet_only_where_nothing_better_is_given(read, fields, outlet):
    assert read({"title": "Storm", "text": TEXT, **fields}).articles[0].outlet == outlet


def test_a_feed_names_the_outlet_of_its_entries(read):
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "language": "en", "authors": [{"name": "The desk"}],
            "items": [{"url": URL, "title": "Storm", "content_html": HTML, "date_published": "2021-03-04"}]}  # fmt: skip
    (article,) = read(feed).articles
    assert (article.outlet, article.author, article.language) == ("Harbour Post", "The desk", "en")


def test_spans_of_a_rich_text_stay_in_their_sentence(read):
    body = [{"type": "paragraph", "children": [{"text": "Forty "}, {"text": "boats", "bold": True}, {"text": " left."}]},
            {"type": "paragraph", "content": [{"type": "text", "text": "Nobody was hurt."}]}]  # fmt: skip
    assert (
        read({"title": "Storm", "date": "2021-03-04", "body": body}).articles[0].text == "Forty boats left.\n\nNobody was hurt."
    )


def test_an_outlet_behind_the_title_goes(read):
    assert read({"title": "Storm - Harbour Post", "text": TEXT, "outlet": "Harbour Post"}).articles[0].title == "Storm"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"content": f"{TEXT[:60]}… [+2153 chars]"}, "the service cut it off; 2153 more characters are missing"),
        ({"content": f"{TEXT[:60]}... [99 chars]"}, "the service cut it off; 99 more characters are missing"),
        ({"content": f"{TEXT[:60]}…"}, "it breaks off with “…”"),
        ({"content": (TEXT * 3)[:199]}, "it breaks off after 199 characters"),
        ({"description": TEXT}, "the file gives only its teaser (“description”)"),
        ({"content": "ONLY AVAILABLE IN PAID PLANS", "description": TEXT}, "only its teaser"),
        ({"lead_paragraph": TEXT, "abstract": "Storm."}, "only its teaser (“leadparagraph”)"),
        ({"text": TEXT, "wordcount": "900"}, "counts 900 words, the text here has"),
        ({"articleBody": TEXT, "isAccessibleForFree": False}, "not free to read"),
    ],
)
def test_a_text_that_is_not_whole_is_marked(read, fields, reason):
    (article,) = read({"title": "Storm", "url": URL, **fields}).articles
    assert reason in article.incomplete
    assert "chars]" not in article.text


def test_a_whole_text_comes_before_a_cut_one(read):
    (article,) = read({"title": "Storm", "text": f"{TEXT[:60]}…", "body": TEXT}).articles
    assert (article.text, article.incomplete) == (TEXT, None)


@pytest.mark.parametrize(
    "listing",
    [
        {"articles": [{"url": URL, "title": "Storm", "seendate": "20210304T071500Z", "domain": "post.example"}]},
        {"stories": [{"title": "Storm", "url": URL, "media_name": "Post", "publish_date": "2021-03-04"}]},
        [{"type": "article-newspaper", "title": "Storm", "URL": URL, "issued": {"date-parts": [[2021, 3, 4]]}}],
    ],
)
def test_an_article_without_its_text_is_named(read, listing):
    result = read(listing)
    assert not result.articles
    assert "has no text, only its title “Storm” and its address" in str(result.failures[0])


@pytest.mark.parametrize(
    "value",
    [
        {"name": "x", "version": "1", "description": "A package", "homepage": URL, "author": "Ada"},
        {
            "$schema": "http://x.example",
            "title": "Thing",
            "description": "A thing",
            "properties": {"text": {"description": "the text"}},
        },
        {"cases": [{"quote": "boats", "text": TEXT, "label": "none"}]},
        {"editor": {"title": "x", "text": "y"}, "theme": {"name": "dark", "url": URL}},
        {"messages": [{"role": "user", "content": TEXT}]},
        [{"id_str": "1", "full_text": TEXT, "retweet_count": 3}],
        {"data": {"children": [{"data": {"title": "Storm", "selftext": "x", "subreddit": "news", "url": URL}}]}},
        {"articles": []},
        [],
        {},
    ],
)
def test_what_is_no_article_is_refused(value):
    with pytest.raises(NotArticlesError):
        read_feed(json.dumps(value))


def test_an_entry_of_several_without_text_is_named(read):
    result = read({"results": [ENTRY, {"title": "Empty", "date": "2021-03-04"}, 7]})
    assert [a.title for a in result.articles] == ["Storm"]
    assert ["#2" in str(result.failures[0]), "#3" in str(result.failures[1])] == [True, True]


def test_lines_of_a_bulk_file_that_hold_no_article_are_passed_over(read):
    lines = [
        json.dumps(value) for value in ({"index": {"_id": 1}}, ENTRY, {"index": {"_id": 2}}, {**ENTRY, "text": TEXT + " Two."})
    ]
    result = read("\n".join(lines), "bulk.jsonl")
    assert (len(result.articles), result.failures) == (2, ())


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("a.txt", ",")])
def test_rows_of_a_table_are_articles(tmp_path, name, delimiter):
    path = tmp_path / name
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter)
        writer.writerow(["Title", "date", "source", "Volltext", "authors"])
        writer.writerow(
            ["Storm", "2021-03-04", "Harbour Post", f'{TEXT}\n\n"Well," he said, "that was it."', "['Ada Nyman', 'Bo Ek']"]
        )
        writer.writerow(["Empty", "2021-03-05", "Harbour Post", "", ""])
    result = read_articles([path])
    (article,) = result.articles
    assert (article.title, article.outlet, article.published, article.author) == (
        "Storm",
        "Harbour Post",
        FOURTH,
        "Ada Nyman, Bo Ek",
    )
    assert article.text.endswith('\n\n"Well," he said, "that was it."')
    assert article.path.endswith("#1")
    assert "#2" in str(result.failures[0])


def test_a_comma_without_quotation_marks_cuts_no_text(read):
    assert read(f"title,text\nStorm,Well, {TEXT}\n", "a.csv").articles[0].text == f"Well, {TEXT}"
    assert "more cells than the table has columns" in str(read(f"text,title\nWell, {TEXT},Storm\n", "a.csv").failures[0])


def test_a_long_cell_is_read_and_a_table_without_texts_refused(read):
    assert len(read(f"title,text\nStorm,{TEXT * 2000}\n", "a.csv").articles[0].text) > 131_072
    assert "a table without a column for the text" in str(read("name,age\nAda,3\n", "a.csv").failures[0])


@pytest.mark.parametrize(
    "text", [f"{TEXT}\n{TEXT}", "Text, by Ada Nyman\n\nIt was so.", "Title: Storm\n\nBody, and soul.", "text\nx\n", ""]
)
def test_prose_is_no_table(text):
    assert not is_table(text)


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=8) | st.just(TEXT) | st.just(URL),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["title", "text", "data", "items", "article", "date", "url", "_source", "authors", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(VALUES)
@settings(max_examples=50, deadline=None)
def test_no_json_fails_otherwise_than_by_its_two_errors(value):
    with suppress(NotArticlesError, BrokenJsonError):
        assert read_feed(json.dumps(value))


def test_names_in_the_words_of_further_services(tmp_path):
    entry = {
        "title": "Dam breaks",
        "content": TEXT,
        "publication_date": ["2021-05-07T08:00:00Z"],
        "name_source": "Lake Post",
        "author": {"data": {"id": 1, "attributes": {"name": "Ida Kern"}}},
    }
    path = tmp_path / "a.json"
    path.write_text(json.dumps([entry]), encoding="utf-8")
    (article,) = read_articles([str(path)]).articles
    assert (article.outlet, article.author, str(article.published)) == ("Lake Post", "Ida Kern", "2021-05-07")
