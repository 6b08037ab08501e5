"""Dates in numbers that could be two days: what language and region a file declares, or its text is in, decide."""

from __future__ import annotations

import json

import pytest

from summarizer.articles import read_articles
from summarizer.articles.day_orders import day_first, region_of
from tests.articles.tops import BODIES

_TEXT = {language: "\n\n".join(paragraphs) for language, paragraphs in BODIES.items()}


@pytest.mark.parametrize(
    ("tag", "region"),
    [
        ("en-GB", "GB"),
        ("en_us", "US"),
        ("en_AU.UTF-8", "AU"),
        ("zh-Hant-TW", "TW"),
        ("en", None),
        ("English", None),
        (None, None),
    ],
)
def test_the_region_of_a_tag(tag, region):
    assert region_of(tag) == region


@pytest.mark.parametrize(
    ("language", "region", "first"),
    [
        ("en", "GB", True), ("en", "IE", True), ("en", "IN", True), ("en", "US", False), ("en", None, None), ("en", "CA", None),
        ("de", None, True), ("es", "PR", False), ("fr", "CA", True), ("sv", None, None), ("en", "QQ", None),
    ],
)  # fmt: skip
def test_which_comes_first(language, region, first):
    assert day_first(language, region) is first


def _read(tmp_path, name, content):
    (tmp_path / name).write_text(content, encoding="utf-8")
    return read_articles([tmp_path / name]).articles[0]


@pytest.mark.parametrize(
    ("declared", "language", "day"),
    [
        ("en-GB", "en", "2021-04-03"), ("en-US", "en", "2021-03-04"), ("en", "en", None), (None, "en", None),
        (None, "de", "2021-04-03"), ("en-US", "de", "2021-04-03"), ("fr-FR", "fr", "2021-04-03"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["json", "front matter", "table", "page meta", "page line", "header"])
def test_a_date_that_could_be_two_days(tmp_path, kind, declared, language, day):
    text = _TEXT[language]
    if kind == "json":
        told = {"title": "T", "date": "03/04/2021", "text": text} | ({"language": declared} if declared else {})
        article = _read(tmp_path, "a.json", json.dumps(told))
    elif kind == "front matter":
        lang = f"lang: {declared}\n" if declared else ""
        article = _read(tmp_path, "a.md", f'---\ntitle: T\ndate: "03/04/2021"\n{lang}---\n\n{text}\n')
    elif kind == "table":
        article = _read(tmp_path, "a.csv", f'title,date,language,text\nT,03/04/2021,{declared or ""},"{text}"\n')
    elif kind.startswith("page"):
        is_meta = kind == "page meta"
        meta = '<meta property="article:published_time" content="03/04/2021">' if is_meta else ""
        line = "" if is_meta else "<div>03/04/2021</div>"
        lang = f' lang="{declared}"' if declared else ""
        body = "".join(f"<p>{paragraph}</p>" for paragraph in BODIES[language])
        head = f'<html{lang}><head><meta charset="utf-8"><title>Torhamn</title>{meta}</head>'
        article = _read(tmp_path, "a.html", f"{head}<body><h1>Torhamn</h1>{line}{body}</body></html>")
    else:
        article = _read(tmp_path, "a.txt", f"Title: T\nDate: 03/04/2021\nLanguage: {declared or ''}\n\n{text}\n")
    assert str(article.published) == str(day)
    assert any("03/04/2021" in note for note in article.notes)
