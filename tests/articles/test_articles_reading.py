"""Files and folders: hostile bytes, odd paths, copies, standard input."""

import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.articles import read_article, read_articles
from summarizer.articles.files import sources
from summarizer.errors import ArticleError

FIRST = "The harbour master said on Monday that forty boats had been moved to the inner dock before the storm came in."
RUSSIAN = "Министерство сообщило, что из гавани вывели сорок лодок и что никто не пострадал, добавил начальник порта. "
FRENCH = "Le ministère a déclaré que les bateaux ont été déplacés à l’intérieur du port et que personne n’a été blessé. "
GERMAN = "Die Behörde erklärte, dass die Boote in den inneren Hafen gebracht wurden und dass für die Straße Gefahr bestand. "
POLISH = (
    "Minister powiedział, że czterdzieści łodzi zostało przeniesionych do portu i że nikt nie został ranny w czasie burzy. "
)
JAPANESE = "港の責任者は月曜日、四十隻の船を移動させたと発表した。けが人はいなかった。"


def read_bytes(tmp_path, data, name="a.txt"):
    path = tmp_path / name
    path.write_bytes(data)
    return read_article(path)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [FIRST, RUSSIAN, JAPANESE * 2])
def test_unicode_with_and_without_a_mark(tmp_path, charset, text):
    assert read_bytes(tmp_path, text.encode(charset)).text == text


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        (JAPANESE, "shift_jis"),
    ],
)
def test_undeclared_charsets(tmp_path, text, charset):
    article = read_bytes(tmp_path, (text * 3).encode(charset))
    assert article.text == text * 3
    assert any("charset not declared" in note for note in article.notes)


def test_the_declared_charset_is_used(tmp_path):
    html = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    assert RUSSIAN.strip() in read_bytes(tmp_path, html.encode("cp1251"), "a.html").text


def test_a_few_broken_bytes_are_shown_and_counted(tmp_path):
    article = read_bytes(tmp_path, (FRENCH * 9).encode() + b"\xff" + (FRENCH * 9).encode())
    assert article.text.count("\ufffd") == 1
    assert any("1 characters could not be decoded" in note for note in article.notes)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no text"),
        (b" \n\t ", "no text"),
        (b"\0" * 50, "no text"),
        (b"...", "no text"),
        (b"PK\x03\x04" + bytes(range(256)), "zip archive"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "image"),
        (bytes(range(256)) * 20, "fit no text|binary|cannot be decoded"),
        ("\ufffd".encode() * 5 + b"abc", "too many characters"),
    ],
)
def test_what_is_no_text_says_so(tmp_path, data, reason):
    with pytest.raises(ArticleError, match=reason):
        read_bytes(tmp_path, data)


def test_invisible_characters_are_removed_and_counted(tmp_path):
    article = read_bytes(tmp_path, f"\ufeffForty\u200b boats\u202e lost\U000e0041\x07.\r\n{FIRST}\r{FIRST}".encode())
    assert article.text == f"Forty boats lost.\n{FIRST}\n{FIRST}"
    assert "3 invisible characters removed (1 zero-width, 1 direction, 1 tag)" in article.notes
    assert "1 control characters removed" in article.notes


def test_joiners_that_persian_needs_stay(tmp_path):
    word = "می\u200cشود"
    assert word in read_bytes(tmp_path, f"{word} {word}".encode()).text
    assert read_bytes(tmp_path, "Ab\u200ccd sank.".encode()).text == "Abcd sank."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_regular_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for path, reason in [(tmp_path / "pipe.txt", "pipe"), (tmp_path / "loop.txt", "cannot be opened"), ("/dev/zero", "device"),
                         (tmp_path, "is a folder"), (tmp_path / "none.txt", "no such file"), ("a\0b", "cannot be opened")]:  # fmt: skip
        with pytest.raises(ArticleError, match=reason):
            read_article(path)


def test_a_file_over_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MAX_BYTES", 10)
    with pytest.raises(ArticleError, match="too large"):
        read_bytes(tmp_path, b"x" * 11)
    assert read_articles(["-"], io.BytesIO(b"x" * 11)).failures[0].path == "-"


def test_a_folder_is_walked_and_all_that_is_no_article_is_named_or_counted(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "s/b.txt",
        "s/a.txt",
        "s/deep/c.md",
        "s/.hidden.txt",
        "s/.git/d.txt",
        "s/e.py",
        "s/gold.json",
        "s/labels.json",
        "s/broken.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{FIRST} {name}")
    (tmp_path / "s/labels.json").write_text('{"a": 1}')
    (tmp_path / "s/gold.json").write_text("{")
    (tmp_path / "s/link").symlink_to(tmp_path / "s")
    result = read_articles(["s"])
    assert [a.path for a in result.articles] == [*(str(Path("s") / name) for name in ("a.txt", "b.txt", "deep/c.md"))]
    assert [failure.path for failure in result.failures] == [str(Path("s/broken.json")), str(Path("s/labels.json"))]
    assert result.passed_over == (("hidden files", 2), ("label files", 1), ("links to folders", 1), ("programs", 1))
    assert "labels.json" in str(read_articles(["s/labels.json"]).failures[0])


def test_a_folder_without_articles_is_empty(tmp_path):
    assert read_articles([tmp_path]) == type(read_articles([]))()


def test_one_bad_file_never_stops_the_others(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(FIRST)
    result = read_articles([tmp_path, tmp_path / "none.txt"])
    assert len(result.articles) == 1
    assert len(result.failures) == 2


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the file system takes such names")
def test_odd_names_are_read_and_shown_as_text(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = ["-rf", "new\nline.txt", os.fsdecode(b"bad\xff.txt"), "x" * 250 + ".txt"]
    for number, name in enumerate(names):
        Path(name).write_text(f"{FIRST} {number}", encoding="utf-8")
    shown = [read_article(name).path for name in names]
    assert shown[0] == "-rf"
    assert all("\n" not in path and path.encode() for path in shown)


def test_copies_are_named_and_the_first_is_used(tmp_path):
    (tmp_path / "a.txt").write_text(f"{FIRST}\n")
    (tmp_path / "b.json").write_text(json.dumps({"text": FIRST.replace(" ", "  ")}))
    result = read_articles([tmp_path / "b.json", tmp_path / "a.txt", tmp_path / "a.txt"])
    assert [a.path for a in result.articles] == [str(tmp_path / "a.txt")]
    assert [f.path for f in result.failures] == [str(tmp_path / "b.json")]
    assert str(tmp_path / "a.txt") in result.failures[0].reason


def test_one_text_in_two_outlets_is_two_articles(tmp_path):
    for outlet in ("Harbour Post", "Coast Mail"):
        (tmp_path / f"{outlet}.json").write_text(json.dumps({"outlet": outlet, "text": FIRST}))
    result = read_articles([tmp_path])
    assert len(result.articles) == 2
    assert len({a.article_id for a in result.articles}) == 2


def test_the_id_depends_on_text_and_outlet_and_not_on_the_place(tmp_path):
    (tmp_path / "x").mkdir()
    ids = set()
    for path in (tmp_path / "a.json", tmp_path / "x" / "b.json"):
        path.write_text(json.dumps({"outlet": "Harbour Post", "text": FIRST}))
        ids.add(read_article(path).article_id)
    assert len(ids) == 1
    assert len(ids.pop()) == 13


@pytest.mark.parametrize(
    ("data", "count"),
    [(FIRST, 1), (f"<!doctype html><html><body><p>{FIRST}</p></body></html>", 1), (json.dumps([{"text": FIRST}, {"text": FIRST + "x"}]), 2),
     ("\n".join(json.dumps({"text": f"{FIRST} {n}"}) for n in range(3)), 3), (f"[{FIRST}]", 1)],
)  # fmt: skip
def test_standard_input_is_read_by_its_content(data, count):
    result = read_articles(["-"], io.BytesIO(data.encode()))
    assert len(result.articles) == count
    assert not result.failures
    assert all(a.path.startswith("-") and FIRST in a.text for a in result.articles)


@pytest.mark.parametrize("data", ['{"text": "x', '{"a": 1}', ""])
def test_standard_input_that_is_no_article_is_a_failure(data):
    result = read_articles(["-"], io.BytesIO(data.encode()))
    assert [failure.path for failure in result.failures] == ["-"]
    assert len(read_articles(["-"], None).failures) == 1


HOSTILE = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(
        st.sampled_from([b"<p>", b"</p>", b"<![x[", b"<!", b"<!--", b"&#xD800;", b"<html>", b"---\n", b"title: x\n", b"date: 2015-02-30\n", b'{"text":',
                         b'"\\ud800"', b"}", b"[", b"\xff\xfe", b"\0", b"text ", b"2015-06-03", b"<script>", b"<div hidden>", b"\n", b"By A B\n"]),
        max_size=25,
    ).map(b"".join),
)  # fmt: skip


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json", ".jsonl"])
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=HOSTILE)
def test_reading_raises_nothing_but_its_own_error(tmp_path, suffix, data):
    try:
        article = read_bytes(tmp_path, data, f"a{suffix}")
    except ArticleError as error:
        assert error.path.endswith(suffix)  # noqa: PT017 (both ways are fine, and each is checked)
        return
    article.model_dump_json()
    assert article.text.encode()
    position = 0
    for zone in article.zones:
        assert position <= zone.start < zone.end <= len(article.text)
        position = zone.end


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Microsoft Office"),
        ("a.rar", b"Rar!\x1a\x07\x00" + bytes(60), "RAR archive"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(60), "7-zip archive"),
        ("empty", b"", "no text"),
    ],
)
def test_a_file_of_a_folder_is_refused_for_what_it_holds(tmp_path, name, data, why):
    (tmp_path / name).write_bytes(data)
    (failure,) = read_articles([str(tmp_path)]).failures
    assert why in str(failure)
    assert "rename" not in str(failure)
