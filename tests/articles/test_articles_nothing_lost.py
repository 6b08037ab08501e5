"""Every file below a named folder is used, named with the reason, or counted by kind."""

import pytest

from summarizer.articles import read_articles
from summarizer.articles.files.passed_over import is_of_saved_page, kind_passed_over

TEXT = "The bridge at Senn was closed on Monday after a barge struck it, the river police said. Nobody was hurt in the crash."
PAGE = f"<!DOCTYPE html><html lang='en'><body><article><h1>Barge strikes bridge</h1><p>{TEXT}</p></article></body></html>"


@pytest.mark.parametrize("name", ["page.php", "story.shtml", "story.asp", "20210304", "ferry.html.orig", "index.cfm"])
def test_a_page_is_read_whatever_its_name(tmp_path, name):
    (tmp_path / name).write_text(PAGE)
    result = read_articles([tmp_path])
    assert [article.title for article in result.articles] == ["Barge strikes bridge"]


@pytest.mark.parametrize("name", ["notes", "ferry.doc2", "ferry.log", "ferry.xyz"])
def test_a_file_of_unknown_kind_is_named_with_what_to_do(tmp_path, name):
    (tmp_path / name).write_bytes(b"Some text that may be anything at all, who knows.")
    result = read_articles([tmp_path])
    assert result.articles == ()
    assert [(failure.path, ".txt" in failure.reason) for failure in result.failures] == [(str(tmp_path / name), True)]


def test_every_file_is_used_named_or_counted(tmp_path):
    names = ["a.txt", "b.bin", "c.jpg", "d.css", "deep/e.unknown", "deep/f.html", "deep/.g", "h.png", "README.md", "broken.pdf"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE if name.endswith("html") else f"{TEXT} {name}")
    result = read_articles([tmp_path])
    assert len(result.articles) + len(result.failures) + sum(count for _, count in result.passed_over) == len(names)
    assert ("images", 2) in result.passed_over


def test_the_parts_of_a_saved_page_are_no_articles(tmp_path):
    (tmp_path / "ferry_files").mkdir()
    (tmp_path / "ferry.html").write_text(PAGE)
    (tmp_path / "ferry_files" / "saved_resource.html").write_text(PAGE.replace("Barge", "Advert"))
    (tmp_path / "ferry_files" / "x.css").write_text("a {}")
    result = read_articles([tmp_path])
    assert (len(result.articles), result.failures, result.passed_over) == (1, (), (("parts of saved pages", 2),))
    assert not is_of_saved_page("other_files", ["ferry.html"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("A.JPG", "images"),
        ("~$ferry.docx", "hidden files"),
        ("Thumbs.db", "hidden files"),
        ("LICENSE", "files about the folder"),
    ],
)
def test_what_nobody_takes_for_an_article_has_a_kind(name, kind):
    assert kind_passed_over(name) == kind


@pytest.mark.parametrize("name", ["ferry.txt", "readme-of-the-storm.html", "ferry", "2021.json", "labels.json", "ferry.vtt"])
def test_what_may_be_an_article_has_none(name):
    assert kind_passed_over(name) is None


def front(outlet, url=""):
    return f"---\noutlet: {outlet}\n{url}---\n"


def test_a_copy_is_left_out_within_one_outlet_only(tmp_path):
    for name, head in [("a.md", front("Senn Post")), ("b.md", front("Senn Post")), ("c.md", front("River News"))]:
        (tmp_path / name).write_text(head + TEXT)
    result = read_articles([tmp_path])
    assert [article.outlet for article in result.articles] == ["Senn Post", "River News"]
    assert ["same text" in failure.reason for failure in result.failures] == [True]


def test_the_same_text_at_two_addresses_is_two_articles(tmp_path):
    for name, host in [("a.md", "post.example"), ("b.md", "news.example"), ("c.md", "news.example")]:
        (tmp_path / name).write_text(f"---\nurl: https://{host}/1\n---\n{TEXT}")
    assert len(read_articles([tmp_path]).articles) == 2
