"""Feeds mutated feeds and news in XML to their readers: `python fuzz/news_xml.py -max_total_time=60 [CORPUS_DIR]` (needs atheris).

A run fails on an exception that no reader raises for a bad file, and on an entity that was expanded.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["summarizer.articles.formats"]):
    from summarizer.articles.draft import Draft
    from summarizer.articles.files.decoding import UndecodableError
    from summarizer.articles.files.sniffing import Kind
    from summarizer.articles.formats.refusals import BrokenJsonError, NotArticlesError
    from summarizer.articles.formats.texts import drafts_of_text

HEADS = (
    "", "<?xml version='1.0'?>", "<!DOCTYPE rss [<!ENTITY b 'qzjxv'><!ENTITY c SYSTEM 'file:///etc/hostname'>]>", "<!DOCTYPE nitf SYSTEM 'nitf.dtd'>",
)  # fmt: skip
PAIRS = (
    ("<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>", "</channel></rss>"), ("<item>", "</item>"),
    ("<title>", "</title>"), ("<description>", "</description>"), ("<content:encoded>", "</content:encoded>"), ("<![CDATA[", "]]>"),
    ("<pubDate>", "</pubDate>"), ("<link>", "</link>"), ("<feed xmlns='http://www.w3.org/2005/Atom'>", "</feed>"), ("<entry>", "</entry>"),
    ("<summary type='html'>", "</summary>"), ("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>", "</div></content>"),
    ("<nitf><body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head><body.content>", "</body.content></body></nitf>"),
    ("<block>", "</block>"), ("<p>", "</p>"), ("<num>", "</num>"), ("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>", "</newsItem>"),
    ("<contentMeta><headline>", "</headline></contentMeta>"), ("<contentSet><inlineXML>", "</inlineXML></contentSet>"), ("<NewsML>", "</NewsML>"),
    ("<NewsItem><NewsComponent>", "</NewsComponent></NewsItem>"), ("<b hidden='hidden'>", "</b>"), ("<author><name>", "</name></author>"),
    ("<table><tr><td xml:lang='en' xml:base='http://a.example/'>", "</td></tr></table>"), ("<html><body>", "</body></html>"),
)  # fmt: skip
TEXTS = (
    "A ferry sank in Lake Oren, killing 12 people, police said. ", "Tue, 05 Mar 2024 08:00:00 GMT", "http://a.example/1", "&amp;", "&nbsp;",
    "&b;", "&c;", "&lt;p hidden&gt;x&lt;/p&gt;", "&", "<", ">", "\x00", "\u202e", "\U000e0041", "<br/>", "<!-- x -->", "<?x y?>", "<num/>", "12",
)  # fmt: skip


def text_of(data: bytes) -> str:
    """XML from bytes, mostly well formed: elements that are opened are closed at the end, if not before."""
    provider = atheris.FuzzedDataProvider(data)
    pieces, ends = [HEADS[provider.ConsumeIntInRange(0, len(HEADS) - 1)]], []
    while provider.remaining_bytes() and len(pieces) < 400:
        number = provider.ConsumeIntInRange(0, 63)
        if number < len(PAIRS):
            pieces.append(PAIRS[number][0])
            ends.append(PAIRS[number][1])
        elif number < len(PAIRS) + len(TEXTS):
            pieces.append(TEXTS[number - len(PAIRS)])
        elif ends and number % 4:
            pieces.append(ends.pop())
        else:
            pieces.append(provider.ConsumeUnicode(6))
    return "".join([*pieces, *reversed(ends)])


def read_one(data: bytes) -> None:
    """Read XML as a file of its own."""
    source = text_of(data)
    try:
        found = drafts_of_text(source, Kind.XML, Kind.XML)
    except (UndecodableError, NotArticlesError, BrokenJsonError):
        return
    for draft in found:
        if isinstance(draft, Draft) and "qzjxv" in draft.text.replace("'qzjxv'", ""):
            raise AssertionError(source)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
