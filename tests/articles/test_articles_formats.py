"""Formats: text, Markdown, HTML, PDF, JSON; what each gives as text and as facts."""

import datetime as dt
import io
import json

import pypdf
import pytest

from summarizer.articles import read_article, read_articles
from summarizer.errors import ArticleError
from summarizer.terms import ZoneKind

FIRST = "The harbour master said on Monday that forty boats had been moved to the inner dock before the storm came in."
SECOND = "Nobody was hurt, but the roof of the fish market was torn off and two cranes fell into the water, he added."
THIRD = "The mayor promised money for repairs and said that the market would be open again before the end of the month."
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))


@pytest.fixture
def read(tmp_path):
    def reader(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_article(path)

    return reader


def titles(article):
    return [article.text[z.start : z.end] for z in article.zones if z.kind is ZoneKind.TITLE]


def page(head="", body=PARAGRAPHS):
    return f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body><main><article>{body}</article></main></body></html>'


def test_plain_text_keeps_its_characters(read):
    content = f"Storm wrecks fish market\n\n{FIRST}\n\n{SECOND}\n"
    article = read("a.txt", content)
    assert article.text == content
    assert titles(article) == ["Storm wrecks fish market"]
    assert article.title == "Storm wrecks fish market"
    assert article.language == "en"


def test_front_matter_gives_facts_and_leaves_the_text(read):
    top = "---\ntitle: Storm: the cost\noutlet: Harbour Post\nauthor: [Ada Nyman, Bo Ek]\ndate: 2015-06-03\nlanguage: en-GB\nurl: https://h.example/a\n---\n"
    article = read("a.txt", top + FIRST)
    assert article.text == FIRST
    assert (article.title, article.outlet, article.language, article.url) == (
        "Storm: the cost",
        "Harbour Post",
        "en",
        "https://h.example/a",
    )


def test_dashes_that_are_no_front_matter_stay(read):
    assert read("a.txt", f"---\n{FIRST}\n---\n").text.startswith("---")


def test_a_list_of_authors(read):
    assert read("a.md", f"---\nauthor: [Ada Nyman, Bo Ek]\n---\n{FIRST}").author == "Ada Nyman, Bo Ek"


def test_hard_wrapped_lines_become_paragraphs_of_the_same_length(read):
    lines = [
        "The harbour master said on Monday that forty boats had been moved to",
        "the inner dock before the storm came in. Nobody was hurt, but the roof",
        "of the fish market was torn off and two cranes fell into the water, he",
        "added.",
        "",
        "The mayor promised money for repairs and said that the market would be",
        "open again soon.",
    ]
    article = read("a.txt", "\n".join(lines))
    assert article.text.split("\n") == [" ".join(lines[:4]), "", " ".join(lines[5:])]
    assert len(article.text) == len("\n".join(lines))


def test_short_lines_are_not_joined(read):
    content = f"Storm wrecks fish market\nHarbour Post\n3 June 2015\n{FIRST}\n"
    assert read("a.txt", content).text == content


def test_markdown_marks_go_and_words_stay(read):
    content = f"# Storm *wrecks* market\n\n{FIRST} [A link](https://x.example), **bold** and 5 * 3 * 2, snake_case_name.\n\n![pic](a.png)\n\n> {SECOND}\n"
    text = read("a.md", content).text
    assert text.startswith("Storm wrecks market\n")
    assert "A link, bold and 5 * 3 * 2, snake_case_name." in text
    assert "png" not in text
    assert f"\n{SECOND}" in text


def test_page_facts_come_from_what_the_page_declares(read):
    head = (
        '<title>x</title><meta property="og:title" content="Storm wrecks market"><meta property="og:site_name" content="Harbour Post">'
        '<meta name="author" content="Ada Nyman"><meta property="article:published_time" content="2015-06-03T10:15:00+02:00">'
        '<link rel="canonical" href="https://h.example/2015/06/03/storm">'
    )
    article = read("a.html", page(head, f"<h1>Storm wrecks market</h1>{PARAGRAPHS}"))
    assert (article.title, article.outlet, article.author) == ("Storm wrecks market", "Harbour Post", "Ada Nyman")
    assert (article.published, article.published_time) == (dt.date(2015, 6, 3), "10:15+02:00")
    assert (article.published_basis, article.language) == ("page metadata", "en")
    assert article.url == "https://h.example/2015/06/03/storm"


def test_json_ld_of_an_article(read):
    data = {"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Storm", "datePublished": "2015-06-03",
            "dateModified": "2015-07-01", "author": [{"name": "Ada Nyman"}], "publisher": {"name": "Harbour Post"}}]}  # fmt: skip
    article = read("a.html", page(f'<script type="application/ld+json">{json.dumps(data)}</script>'))
    assert (article.outlet, article.author, article.published) == ("Harbour Post", "Ada Nyman", dt.date(2015, 6, 3))


def test_no_date_is_guessed_from_a_page(read):
    article = read(
        "a.html", page("", f"{PARAGRAPHS}<p>It was the worst storm since 4 May 2011, and it is not over.</p>") + "© 2014"
    )
    assert article.published is None


def test_one_time_tag_in_the_article_is_its_date_and_two_are_none(read):
    one = '<time datetime="2015-06-03">3 June</time>'
    assert read("a.html", page("", one + PARAGRAPHS)).published_basis == "time tag of the page"
    assert read("b.html", page("", one + '<time datetime="2015-06-09">9 June</time>' + PARAGRAPHS)).published is None


@pytest.mark.parametrize(
    "attribute",
    ['style="display: none"', "hidden", 'style="font-size:0"', 'style="FONT-SIZE : 0px;"', 'style="visibility:hidden"',
     'style="position:absolute;left:-9999px"', 'style="color:#fff;background:#fff"', 'class="sr-only"'],
)  # fmt: skip
@pytest.mark.parametrize("tag", ["p", "div", "span"])
def test_hidden_text_does_not_reach_the_text(read, attribute, tag):
    secret = f"<{tag} {attribute}>Secretly ninety boats were lost in the storm, the harbour master said.</{tag}>"
    for depth in (1, 400):
        content = "<div>" * depth + f"{PARAGRAPHS}{secret}<p>{FIRST} Twice.</p>"
        assert "Secretly" not in read("a.html", page("", content)).text
    assert "Secretly" not in read("a.json", json.dumps({"body_html": PARAGRAPHS + secret})).text


def test_scripts_comments_and_templates_do_not_reach_the_text(read):
    content = (
        f"{PARAGRAPHS}<!-- Secret --><script>Secret()</script><template><p>Secret</p></template><style>.Secret{{}}</style>"
    )
    assert "Secret" not in read("a.html", page("", content)).text
    assert "Secret" not in read("a.json", json.dumps({"body_html": content})).text


@pytest.mark.parametrize("depth", [300, 3000, 30000])
def test_deep_nesting_loses_no_text(read, depth):
    article = read("a.html", "<html><body>" + "<div>" * depth + PARAGRAPHS)
    assert all(text in article.text for text in (FIRST, SECOND, THIRD))


def test_external_entities_are_not_read(read, tmp_path):
    (tmp_path / "secret").write_text("SECRET")
    top = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    assert "SECRET" not in read("a.xhtml", f"{top}<html><body>{PARAGRAPHS}<p>&x;</p></body></html>").text


def test_json_articles_and_their_labels(tmp_path):
    path = tmp_path / "feed.json"
    path.write_text(
        json.dumps({"articles": [{"headline": "A", "text": FIRST}, {"title": "B", "text": SECOND}, {"title": "C"}]})
    )
    result = read_articles([path])
    assert [(a.path, a.title) for a in result.articles] == [(f"{path}#1", "A"), (f"{path}#2", "B")]
    assert [failure.path for failure in result.failures] == [f"{path}#3"]
    with pytest.raises(ArticleError, match="holds 2 articles"):
        read_article(path)


def test_json_lines_with_one_broken_line(tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_text(json.dumps({"text": FIRST}) + "\n{broken\n" + json.dumps({"text": SECOND}) + "\n")
    result = read_articles([path])
    assert [a.path for a in result.articles] == [f"{path}#1", f"{path}#3"]
    assert [failure.path for failure in result.failures] == [f"{path}#2"]


def test_ninjs(read):
    item = {"uri": "urn:x:1", "headline": "Storm", "body_xhtml": PARAGRAPHS, "versioncreated": "2015-06-03T10:15:00+02:00",
            "byline": "Ada Nyman", "located": "Harbour", "language": "en", "usageterms": "none"}  # fmt: skip
    article = read("a.json", json.dumps(item))
    assert article.text == f"{FIRST}\n{SECOND}\n{THIRD}"
    assert (article.title, article.author, article.published, article.url) == ("Storm", "Ada Nyman", dt.date(2015, 6, 3), None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[" * 100_000, "too deep"),
        ('{"a":' * 100_000, "too deep"),
        ('{"text": "x"', "not valid JSON"),
        ("[1, 2]", "no article"),
        ('{"must_flag": []}', "neither"),
        ('{"articles": [], "findings": [], "origins": []}', "is a report"),
        (json.dumps([1] * 3000), "more than 2,000"),
    ],
)
def test_json_that_is_no_article(read, content, reason):
    with pytest.raises(ArticleError, match=reason):
        read("a.json", content)


def test_json_oddities_are_survived_and_noted(read):
    article = read("a.json", f'{{"text": "x", "n": NaN, "i": {"9" * 5000}, "text": "{FIRST} \\ud800"}}')
    assert article.text == f"{FIRST} \ufffd"
    assert any("given twice" in note for note in article.notes)
    assert any("surrogate" in note for note in article.notes)


def pdf_bytes(lines, *, pages=1, password=None):
    """A PDF with one line of text under another on each page."""
    writer = pypdf.PdfWriter()
    font = pypdf.generic.DictionaryObject({
        pypdf.generic.NameObject("/Type"): pypdf.generic.NameObject("/Font"),
        pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Type1"),
        pypdf.generic.NameObject("/BaseFont"): pypdf.generic.NameObject("/Helvetica"),
    })  # fmt: skip
    for _ in range(pages):
        blank = writer.add_blank_page(600, 800)
        fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
        blank[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/Font"): fonts}
        )
        stream = pypdf.generic.DecodedStreamObject()
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream.set_data(f"BT /F1 12 Tf 14 TL 50 750 Td {shown}ET".encode("latin-1"))
        blank[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_is_joined_to_paragraphs(read):
    lines = ["Storm wrecks fish market", "The harbour master said on Monday that forty boats had been moved to the in-",
             "ner dock before the storm came in.", "Nobody was hurt."]  # fmt: skip
    article = read("a.pdf", pdf_bytes(lines))
    assert "moved to the inner dock before the storm came in.\nNobody was hurt." in article.text
    assert article.title == "Storm wrecks fish market"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pdf_bytes([FIRST], password="x"), "encrypted"),
        (pdf_bytes([]), "no text layer"),
        (pdf_bytes(["x"], pages=201), "201 pages"),
        (b"%PDF-1.7 garbage", "broken PDF"),
    ],
)
def test_a_pdf_without_text_says_why(read, content, reason):
    with pytest.raises(ArticleError, match=reason):
        read("a.pdf", content)


def test_a_pdf_named_as_text_is_read_by_its_content(read):
    article = read("a.txt", pdf_bytes([FIRST]))
    assert FIRST in article.text
    assert any("its content is PDF" in note for note in article.notes)


def test_the_inside_of_a_pdf_whose_head_is_broken_is_refused(read):
    body = (
        b"%PD\xc1-1.3\n1 0 obj\n<</Type /Catalog>>\nendobj\n2 0 obj\n<</Length 9>>stream\nBT (Storm) Tj ET\nendstream\nendobj\n"
    )
    with pytest.raises(ArticleError, match="inside of a damaged PDF"):
        read("a.pdf", body + FIRST.encode())
    assert read("b.txt", f"A PDF ends each part with endobj, the manual says.\n\n{FIRST}\n").text
