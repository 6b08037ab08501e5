"""What a page hides is kept out of mails, feeds and exports as well, and a reader is told how much it was."""

import json

from summarizer.articles.formats import drafts_of
from summarizer.articles.formats.mail.page_parts import body_text

FIRST = "A ferry sank in Lake Oren on Monday night, killing 12 people, police chief Anna Berg said on Tuesday morning."
HIDDEN = "Secretly 99 boats were lost in the storm, and the harbour master of Oren kept quiet about it for a week."
SHEET = "<style>.h{opacity:.0}</style>"


def only(data):
    (draft,) = drafts_of(data, None)
    return draft


def mail(html):
    return (
        "From: North Wire <news@north.example>\r\nTo: b@desk.example\r\nSubject: Ferry sinks\r\nDate: Tue, 05 Mar 2024 08:00:00 +0000\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n"
    ).encode()


def test_a_mail_says_how_much_its_body_hides():
    draft = only(mail(f"<html><head>{SHEET}</head><body><p>{FIRST}</p><p class=h>{HIDDEN}</p></body></html>"))
    assert FIRST in draft.text
    assert HIDDEN not in draft.text
    assert any(f"{len(HIDDEN)} characters" in note for note in draft.notes)


def test_a_quoted_mail_hides_what_the_mail_around_it_hides():
    inner = f"<blockquote type=cite><p>{FIRST}</p><p class=h>{HIDDEN}</p></blockquote>"
    read = body_text(f"<html><head>{SHEET}</head><body><p>See below.</p>{inner}<div hidden>{inner}</div></body></html>")
    assert HIDDEN not in read.text + read.aside
    assert (read.text + read.aside).count(FIRST) == 1


def test_a_quoted_mail_that_is_nested_deep_is_read():
    read = body_text("<div>" * 5_000 + f"<blockquote type=cite><p>{FIRST}</p></blockquote>")
    assert FIRST in read.text + read.aside


def test_a_field_of_a_feed_hides_by_its_own_sheet():
    body = f"{SHEET}<p>{FIRST}</p><p class=h>{HIDDEN}</p>"
    draft = only(json.dumps({"title": "Ferry", "body_html": body}).encode())
    assert FIRST in draft.text
    assert HIDDEN not in draft.text


def test_an_item_of_rss_hides_by_style():
    content = f'<p>{FIRST}</p><div style="color:#fff"><p>{HIDDEN}</p></div>'
    data = (
        "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>North Wire</title>"
        f"<item><title>Ferry</title><content:encoded><![CDATA[{content}]]></content:encoded></item></channel></rss>"
    )
    draft = only(data.encode())
    assert FIRST in draft.text
    assert HIDDEN not in draft.text


def test_a_page_that_looks_like_an_export_hides_by_its_sheet():
    page = f"<html><head><title>LexisNexis</title>{SHEET}</head><body><h1>Ferry</h1><p>{FIRST}</p><p class=h>{HIDDEN}</p></body></html>"
    draft = only(page.encode())
    assert FIRST in draft.text
    assert HIDDEN not in draft.text
