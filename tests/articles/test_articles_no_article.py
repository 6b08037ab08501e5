"""Files that hold no article: named as such, in every format, and never read as one."""

import json
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import read_articles
from summarizer.articles.extent import LONGEST_TEXT, is_too_little, over_long

HEAD = "Title: Barge 3\nOutlet: Fen Courier\nDate: 2024-03-05\n\n"
NOTHING = {
    "empty": "",
    "white space": " \t\r\n\v\f\x1c\x85\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000",
    "a byte": "x",
    "a digit": "7",
    "NULs": "\0" * 40,
    "a mark": "\ufeff",
    "dots": "......",
    "signs": "-- — ?! “”\n***\n",
    "a letter": "A\n",
    "a word": "Barge\n",
    "a number": "1,234.5",
    "numbers": "12 13 14",
    "a date": "2024-03-05",
    "controls": "\x01\x02\x03",
    "invisible": "\u200b\u2060\u00ad\u034f\U000e0041",
    "single letters": "a b c",
    "an ideograph": "火",
    "a head without a body": HEAD,
    "a head and a dot": HEAD + ".",
    "a head and a letter": HEAD + "x",
    "emoji": "😀😀",
    "accents": "\u0301\u0302",
    "lost letters": "\ufffd\ufffd",
}


def word(text):
    packed = BytesIO()
    shown = "".join(c for c in text if c in "\t\n" or c >= " ").replace("<", "&lt;")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
            f"<w:t>{shown}</w:t></w:r></w:p></w:body></w:document>",
        )
    return packed.getvalue()


FORMATS = {
    "a.txt": str.encode,
    "a.md": str.encode,
    "bare.html": str.encode,
    "bare.json": str.encode,
    "bare.pdf": str.encode,
    "a.html": lambda text: f"<!doctype html><title>Barge sinks</title><body><p>{text}</p></body>".encode(),
    "a.json": lambda text: json.dumps({"title": "Barge sinks", "url": "https://fen.example/1", "text": text}).encode(),
    "a.jsonl": lambda text: json.dumps({"title": "Barge sinks", "url": "https://fen.example/1", "text": text}).encode(),
    "a.csv": lambda text: f'title,outlet,text\nBarge sinks,Fen Courier,"{text}"\n'.encode(),
    "a.eml": lambda text: (
        f"From: a@fen.example\nSubject: Barge sinks\nContent-Type: text/plain; charset=utf-8\n\n{text}".encode()
    ),
    "a.docx": word,
}


@pytest.mark.parametrize("what", NOTHING)
@pytest.mark.parametrize("name", FORMATS)
def test_what_holds_no_article_is_named_and_the_others_go_on(tmp_path, name, what):
    bad, good = tmp_path / name, tmp_path / "z.txt"
    if what.startswith("a head") and name == "a.html":
        pytest.skip("on one line of a page it reads as a sentence")
    bad.write_bytes(FORMATS[name](NOTHING[what]))
    good.write_text("Twelve people died when the barge sank on Tuesday.")
    result = read_articles([bad, good])
    assert [article.path for article in result.articles] == [str(good)]
    assert any(failure.path.startswith(str(bad)) and failure.exit_code == 3 for failure in result.failures)


@pytest.mark.parametrize(
    "text",
    ["Barge sinks", "Fähre gesunken", "船が沈没した。", "เรือเฟอร์รี่จม", "배가 가라앉았다", "Паром затонул", "غرقت العبارة"],
)
def test_a_headline_alone_is_an_article(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert [article.text for article in read_articles([tmp_path / "a.txt"]).articles] == [text]


@given(st.text(alphabet=st.characters(categories=["N", "P", "S", "Z", "Cc", "Cf", "Mn"])))
def test_signs_and_numbers_are_no_article(text):
    assert is_too_little(text)


def test_an_article_has_an_end(tmp_path):
    line = "Twelve people died when the barge sank on Tuesday. "
    (tmp_path / "a.txt").write_text(line * (LONGEST_TEXT // len(line)))
    (tmp_path / "b.txt").write_text(line * (LONGEST_TEXT // len(line) + 1))
    result = read_articles([tmp_path])
    assert [article.path for article in result.articles] == [str(tmp_path / "a.txt")]
    assert over_long("x" * 1_043_221) == (
        "holds 1,043,221 characters of text; an article has at most 300,000: split it, or leave it out"
    )
    assert "an article has at most 300,000" in result.failures[0].reason


def test_a_collection_is_many_articles_however_long(tmp_path):
    text = "Twelve people died when the barge sank on Tuesday. " * 20
    lines = (json.dumps({"title": f"Barge {n}", "url": f"https://fen.example/{n}", "text": f"{text}{n}"}) for n in range(400))
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    assert len(read_articles([tmp_path]).articles) == 400
