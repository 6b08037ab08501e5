"""Style sheets kept in one file with the page: what they hide, strike out or raise is read as a browser shows it."""

import plistlib

import pytest

from summarizer.articles import read_articles
from summarizer.articles.formats.markup.sheets import with_sheets

SHEET = ".gone{display:none} .old{text-decoration:line-through} .up{vertical-align:super}"
BODY = (
    "<h1>Weir at Ostrava Mill</h1><p>At least <i class='gone'>99</i><span class='old'>72</span> 27 people died<span class='up'>4</span> "
    "at the weir, said Dana Orlik, who leads the fire service of the town.</p>"
)


def page(link):
    return f"<html><head><title>Weir</title>{link}</head><body>{BODY}</body></html>"


def mhtml(href, location):
    parts = (
        (
            "text/html",
            "Content-Location: https://mill.example/a/weir.html",
            page(f'<link rel="stylesheet" type="text/css" href="{href}" />'),
        ),
        ("text/css", location, SHEET),
    )
    body = "".join(f"--B\r\nContent-Type: {kind}; charset=utf-8\r\n{head}\r\n\r\n{text}\r\n" for kind, head, text in parts)
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://mill.example/a/weir.html\r\nSubject: Weir\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n{body}--B--\r\n'
    ).encode()


def webarchive(href, address):
    main = {"WebResourceData": page(f"<link rel=stylesheet href={href}>").encode(), "WebResourceMIMEType": "text/html"}
    sheet = {"WebResourceData": SHEET.encode(), "WebResourceMIMEType": "text/css", "WebResourceURL": address}
    main |= {"WebResourceURL": "https://mill.example/a/weir.html", "WebResourceTextEncodingName": "UTF-8"}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [sheet]}, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "a.mhtml",
            mhtml("cid:css-1@mhtml.blink", "Content-ID: <css-1@mhtml.blink>\r\nContent-Location: cid:css-1@mhtml.blink"),
        ),
        ("a.mht", mhtml("../s.css?v=2&amp;w=1", "Content-Location: https://mill.example/s.css?v=2&w=1")),
        ("a.webarchive", webarchive("/s.css", "https://mill.example/s.css")),
        ("a.webarchive", webarchive("https://mill.example/s.css", "https://mill.example/s.css")),
    ],
)
def test_the_sheets_of_a_saved_page_are_obeyed(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    (draft,) = read_articles([tmp_path / name]).articles
    words = draft.text.split("\n")
    assert "99" not in draft.text
    assert any("27 people died at the weir" in line for line in words)
    assert any("struck" in note or "strikes" in note for note in draft.notes)


@pytest.mark.parametrize(
    ("link", "is_read"),
    [
        ('<link rel="stylesheet" href="s.css">', True),
        ("<LINK HREF='s.css' REL='StyleSheet' />", True),
        ('<link rel="alternate stylesheet" href="s.css">', False),
        ('<link rel="preload" as="style" href="s.css">', False),
        ('<link rel="stylesheet" href="s.css" disabled>', False),
        ('<link rel="stylesheet" href="other.css">', False),
    ],
)
def test_only_sheets_in_force_are_written_in(link, is_read):
    assert ("</style>" in with_sheets(page(link), {"s.css": "</style><p>x{}"}.get)) is is_read


def test_a_sheet_for_print_stays_one():
    assert 'media="print"' in with_sheets('<link media="print" rel="stylesheet" href="s.css">', {"s.css": "p{}"}.get)
