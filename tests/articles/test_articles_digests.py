"""Every article says which bytes it was read from, and what its text is, as SHA-256."""

import gzip
import hashlib
import io
import json
import zipfile
from email.message import EmailMessage

import pytest

from summarizer.articles import read_articles
from summarizer.articles.files.sources import LARGE
from summarizer.errors import ConfigError
from summarizer.reporting import dump_summary, parse_summaries
from summarizer.schema import Summary
from summarizer.terms import ArticleStatus

STORY = (
    "The harbour master of Sillvik said on Monday that forty boats had been moved to the inner dock before the storm came in.\n\n"
    "Nobody was hurt, but the roof of the fish market was torn off and two cranes fell into the water, she added.\n"
)
OTHER = STORY.replace("forty", "sixty").replace("two cranes", "five cranes")


def sha(data):
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def packed(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(f"{name}.txt", content)
    return stream.getvalue()


@pytest.fixture
def read(tmp_path):
    def reader(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_articles([path]).articles

    return reader


def sources(articles):
    return [(article.source_kind, article.source_sha256) for article in articles]


def test_a_file_is_known_by_its_bytes_and_its_text_by_its_characters(read):
    content = "\ufeff---\ntitle: Storm\n---\n" + STORY.replace("\n", "\r\n")
    (article,) = read("storm.txt", content)
    assert sources([article]) == [("file", sha(content))]
    assert article.text_sha256 == sha(article.text) != article.source_sha256


def test_standard_input_is_known_by_its_bytes():
    (article,) = read_articles(["-"], io.BytesIO(STORY.encode())).articles
    assert sources([article]) == [("file", sha(STORY))]


def test_the_articles_of_a_feed_share_the_bytes_of_the_feed(read):
    feed = json.dumps([{"title": "A", "text": STORY}, {"title": "B", "text": OTHER}])
    articles = read("feed.json", feed)
    assert sources(articles) == [("file", sha(feed))] * 2
    assert len({article.text_sha256 for article in articles}) == 2


def test_an_article_out_of_an_archive_is_known_by_its_own_bytes_as_unpacked(read):
    inner = packed(deep=OTHER)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("storm.txt", STORY)
        archive.writestr("inner.zip", inner)
    found = {article.path.rpartition("/")[2]: article for article in read("all.zip", stream.getvalue())}
    assert sources([found["storm.txt"], found["deep.txt"]]) == [("member", sha(STORY)), ("member", sha(OTHER))]


def test_what_was_packed_alone_is_a_member_too(read):
    assert sources(read("storm.txt.gz", gzip.compress(STORY.encode()))) == [("member", sha(STORY))]


def test_an_attached_article_is_known_by_the_bytes_that_were_attached(read):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "desk@example.org", "me@example.org", "for you"
    mail.set_content("see below")
    mail.add_attachment(STORY.encode(), maintype="text", subtype="plain", filename="storm.txt")
    assert ("member", sha(STORY)) in sources(read("mail.eml", mail.as_bytes()))


def test_a_file_that_is_read_in_a_process_of_its_own_is_known_all_the_same(read):
    content = f"<html><body><article><p>{STORY}</p></article><!--{'x' * LARGE}--></body></html>"
    (article,) = read("large.html", content)
    assert sources([article]) == [("file", sha(content))]


def test_digests_change_no_id(read):
    (plain,) = read("a.txt", STORY)
    (spaced,) = read("b.txt", STORY.replace("\n\n", "\n\n\n"))
    assert plain.article_id == spaced.article_id
    assert plain.text_sha256 != spaced.text_sha256


def line(article, **changed):
    summary = Summary(article=article, status=ArticleStatus.EXTRACTED)
    return json.dumps({**json.loads(dump_summary(summary)), **changed})


def test_digests_travel_with_the_article_and_the_text_is_held_to_its_own(read):
    (article,) = read("a.txt", STORY)
    assert parse_summaries(line(article))[0].article == article
    with pytest.raises(ConfigError, match="line 1: the text is not the one whose SHA-256 is given"):
        parse_summaries(line(article, text=article.text.replace("forty", "fifty")))


@pytest.mark.parametrize("name", ["source_sha256", "text_sha256"])
@pytest.mark.parametrize("wrong", ["", "ab" * 31, "AB" * 32, "ab" * 32 + "\n", 7])
def test_what_is_no_sha_256_is_refused(read, name, wrong):
    (article,) = read("a.txt", STORY)
    with pytest.raises(ConfigError, match=name):
        parse_summaries(line(article, **{name: wrong}))


def test_summaries_that_were_written_before_there_were_digests_are_still_read(read):
    (article,) = read("a.txt", STORY)
    old = json.loads(line(article))
    for key in ("source_sha256", "source_kind", "text_sha256"):
        del old[key]
    (summary,) = parse_summaries(json.dumps(old))
    assert (summary.article.source_sha256, summary.article.text_sha256) == (None, None)
    assert summary.article.text == article.text
