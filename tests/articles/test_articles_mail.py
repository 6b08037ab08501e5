"""Mail, mailboxes and pages saved as MHTML: told by their headers, and the article in them found."""

import base64
import quopri
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles import read_articles
from summarizer.articles.files.mail_heads import is_mail_head
from summarizer.articles.formats import BadEntry, NotArticlesError, UndecodableError, drafts_of
from summarizer.articles.formats.mail.layers import layers_of
from summarizer.articles.marks import apart
from summarizer.terms import ZoneKind

FIRST = "At least 41 people were hurt when the tram Lilja left its rails in Norrhamn on Monday morning, the fire service said."
SECOND = "Nine of them were taken to the hospital of the town, and three were in a grave state there, a spokeswoman said later."
THIRD = "The tram company had been warned about the bend by its own drivers, two of them told the local radio station."
PLAIN = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
HTML = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))
PAGE = (
    f'<html lang="en"><head><title>Tram</title></head><body><article><h1>Tram leaves rails</h1>{HTML}</article></body></html>'
)


def mail(plain=PLAIN, html=None, sender="Vera Holm <vera@home.example>", subject="Tram leaves rails", **headers):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "desk@desk.example", subject
    message["Date"] = "Tue, 14 Jun 2022 08:00:00 +0200"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if plain is not None:
        message.set_content(plain)
        if html is not None:
            message.add_alternative(html, subtype="html")
    else:
        message.set_content(html, subtype="html")
    return message


@pytest.fixture
def read(tmp_path):
    def reader(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_articles([path])

    return reader


def only(result):
    assert not result.failures
    assert len(result.articles) == 1
    return result.articles[0]


def zone(article, kind):
    return [article.text[z.start : z.end] for z in article.zones if z.kind is kind]


def test_a_mail_gives_its_text_subject_and_date(read):
    article = only(read("a.eml", mail().as_bytes()))
    assert article.text.strip() == PLAIN
    assert (article.title, article.outlet, article.author) == ("Tram leaves rails", None, None)
    assert (str(article.published), article.published_basis) == ("2022-06-14", "mail header")
    assert any("sent by Vera Holm vera@home.example" in note for note in article.notes)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md", "a", "a.json"])
@pytest.mark.parametrize(
    "start", [b"", b"\xef\xbb\xbf", b"\n\n", b"X-Mozilla-Status: 0001\n", b"From - Tue Jun 14 08:00:00 2022\n"]
)
def test_a_mail_under_another_name_is_a_mail(read, name, start):
    content = start + mail("Some 1,200 were moved = 3 % of the town. " + PLAIN, subject="Tåg").as_bytes()
    article = only(read(name, content))
    assert "1,200 were moved = 3 % of the town" in article.text
    assert article.title == "Tåg"


def test_a_mail_saved_again_as_utf16_is_a_mail(read):
    assert only(read("a.txt", mail(cte="8bit").as_bytes().decode().encode("utf-16"))).title == "Tram leaves rails"


def test_quoted_printable_is_undone_whatever_the_suffix(read):
    body = quopri.encodestring(PLAIN.replace("41", "1,200").encode("cp1252"))
    head = b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n"
    article = only(read("page.html", head + body))
    assert "1,200 people" in article.text


def test_raw_bytes_in_headers_are_read_in_the_charset_of_the_mail(read):
    head = "From: Zoë <z@z.example>\nTo: a@a.example\nSubject: Größe: 12 Häuser\nDate: Tue, 14 Jun 2022 08:00:00 +0200\n"
    rest = "Content-Type: text/plain; charset=iso-8859-1\n\nZwölf Häuser wurden am Montag geräumt, sagte die Feuerwehr.\n"
    article = only(read("a.eml", (head + rest).encode("latin-1")))
    assert article.title == "Größe: 12 Häuser"
    assert "Zwölf Häuser" in article.text


@pytest.mark.parametrize(
    "text",
    [
        f"How mail works\n\nFrom: names the sender and Subject: the topic, the teacher said.\n\n{PLAIN}",
        f"From: the harbour to the hills\nSubject: floods\n\n{PLAIN}",
        f"Content-Type: that is what every page says of itself, she explained on Monday.\n\n{PLAIN}",
        f"Title: Tram\nSource: Norr Post\nDate: 14 June 2022\n\n{PLAIN}",
        f"Title: Tram\nReferences: 3\nUser-Agent: none\n\n{PLAIN}",
        f"Hours\n\nDate: 14 June 2022\nFrom: Norrhamn\nTo: Söderby\n\n{PLAIN}",
    ],
)
def test_a_text_about_mail_stays_a_text(read, text):
    assert FIRST in only(read("a.txt", text)).text
    assert not is_mail_head(text)


def test_the_html_part_is_taken_unless_the_plain_one_holds_more(read):
    stub = "Please use a program that shows HTML."
    assert FIRST in only(read("a.eml", mail(stub, HTML).as_bytes())).text
    short = only(read("b.eml", mail(PLAIN, "<p>See the picture.</p>").as_bytes()))
    assert THIRD in short.text
    assert "picture" not in short.text


def test_a_reply_that_is_quoted_below_is_set_aside(read):
    content = f"{PLAIN}\n\nOn Mon, 13 Jun 2022 at 10:00, Desk <d@d.example> wrote:\n> We hear of 99 hurt.\n> Please check.\n"
    article = only(read("a.eml", mail(content).as_bytes()))
    assert "99" in "".join(zone(article, ZoneKind.NOTE))
    assert FIRST not in "".join(zone(article, ZoneKind.NOTE))


@pytest.mark.parametrize(
    "quote",
    [
        '<blockquote type="cite"><div>On Monday, Desk wrote:</div><p>We hear of 99 hurt.</p></blockquote>',
        '<div class="gmail_quote"><div class="gmail_attr">Am Mo., 13. Juni 2022 schrieb Desk:</div><blockquote>We hear of 99 hurt.</blockquote></div>',
        '<div class="moz-cite-prefix">Le 13/06/2022, Desk a écrit :</div><blockquote type="cite">We hear of 99 hurt.</blockquote>',
    ],
)
def test_a_reply_in_html_is_set_aside(read, quote):
    article = only(read("a.eml", mail(None, f"<html><body>{HTML}{quote}</body></html>").as_bytes()))
    assert "99" in "".join(zone(article, ZoneKind.NOTE))
    assert THIRD not in "".join(zone(article, ZoneKind.NOTE))


HEADS = [
    "---------- Forwarded message ---------\nFrom: Norr Post <news@norrpost.example>\nDate: Mon, Jun 13, 2022 at 7:12 AM\nSubject: Tram crash\nTo: <v@v.example>\n",
    "Begin forwarded message:\n\nFrom: Norr Post <news@norrpost.example>\nSubject: Tram crash\nDate: 13 June 2022 at 07:12:00 CEST\nTo: v@v.example\n",
    "-----Original Message-----\nFrom: Norr Post [mailto:news@norrpost.example]\nSent: Monday, June 13, 2022 7:12 AM\nTo: Vera\nSubject: Tram crash\n",
    "Von: Norr Post <news@norrpost.example>\nGesendet: Montag, 13. Juni 2022 07:12\nAn: Vera\nBetreff: Tram crash\n",
    "________________________________\nDe : Norr Post <news@norrpost.example>\nEnvoyé : lundi 13 juin 2022 07:12\nÀ : Vera\nObjet : Tram crash\n",
    "De: Norr Post <news@norrpost.example>\nEnviado el: lunes, 13 de junio de 2022 7:12\nPara: Vera\nAsunto: Tram crash\n",
    "От: Norr Post <news@norrpost.example>\nОтправлено: 13 июня 2022 г. 7:12\nКому: Vera\nТема: Tram crash\n",
    "发件人: Norr Post <news@norrpost.example>\n发送时间: 2022年6月13日 7:12\n收件人: Vera\n主题: Tram crash\n",
    "-------- Weitergeleitete Nachricht --------\nBetreff: \tTram crash\nDatum: \tMon, 13 Jun 2022 07:12:00 +0200\nVon: \tNorr Post <news@norrpost.example>\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_forwarded_article_has_the_facts_of_the_inner_mail(read, head):
    article = only(read("a.eml", mail(f"For your eyes.\nVera\n\n{head}\n{PLAIN}\n", subject="Fwd: Tram crash").as_bytes()))
    assert (article.title, str(article.published), article.outlet) == ("Tram crash", "2022-06-13", "Norr Post")
    assert zone(article, ZoneKind.NOTE) == ["For your eyes.\nVera"]
    assert article.text.startswith(FIRST)


@pytest.mark.parametrize("head", HEADS[3:8])
def test_a_text_copied_out_of_a_mail_program_is_read_like_the_mail(read, head):
    article = only(read("a.txt", f"{head}\n{PLAIN}\n"))
    assert (article.title, str(article.published)) == ("Tram crash", "2022-06-13")
    assert article.text.startswith(FIRST)


def test_headers_in_a_table_are_headers(read):
    rows = "".join(
        f"<tr><th>{name}: </th><td>{value}</td></tr>"
        for name, value in [("Subject", "Tram crash"), ("Date", "Mon, 13 Jun 2022 07:12:00 +0200"), ("From", "v@v.example")]
    )
    html = f"<p>See</p><div>-------- Forwarded Message --------<table>{rows}</table>{HTML}</div>"
    article = only(read("a.eml", mail(None, html, subject="Fwd: Tram").as_bytes()))
    assert (article.title, str(article.published)) == ("Tram crash", "2022-06-13")


def test_a_thread_whose_own_text_is_on_top_keeps_it(read):
    older = "Von: Desk <d@d.example>\nGesendet: Sonntag, 12. Juni 2022 07:12\nBetreff: x\n\nBitte 99 prüfen, danke sehr."
    article = only(read("a.eml", mail(f"{PLAIN} {PLAIN}\n\n{older}\n", subject="AW: x").as_bytes()))
    assert article.title == "x"
    assert "99" in "".join(zone(article, ZoneKind.NOTE))


def test_a_signature_and_a_lists_footer_are_set_aside(read):
    foot = "_" * 47 + "\nPress mailing list\nhttps://lists.example/listinfo/press\n"
    article = only(read("a.eml", mail(f"{PLAIN}\n-- \nVera Holm\nTel. 555\n").as_bytes()))
    assert "555" in "".join(zone(article, ZoneKind.NOTE))
    listed = only(read("b.eml", mail(f"{PLAIN}\n{foot}", List_Id="<press>", subject="[press] Tram").as_bytes()))
    assert listed.title == "Tram"
    assert "listinfo" in "".join(zone(listed, ZoneKind.NOTE))


@pytest.mark.parametrize(
    ("sender", "headers", "outlet"),
    [
        ("The Norr Post Briefing <briefing@mail.norrpost.example>", {}, "The Norr Post"),
        ("Norr Post <x@norr-post.co.example>", {"List_Unsubscribe": "<https://x.example>"}, "Norr Post"),
        ("Norr Post <vera@home.example>", {"List_Unsubscribe": "<https://x.example>"}, None),
        ("Vera Holm <vera@norrpost.example>", {}, None),
        ("press <press@lists.example>", {"List_Post": "<mailto:press@lists.example>"}, None),
        ("news@norrpost.example", {}, None),
    ],
)
def test_a_sender_is_the_outlet_only_by_the_name_of_its_address(read, sender, headers, outlet):
    article = only(read("a.eml", mail(sender=sender, **headers).as_bytes()))
    assert article.outlet == outlet
    assert any("not taken for the outlet" in note for note in article.notes) == (outlet is None)


def test_attached_articles_are_articles_of_their_own(read):
    message = mail("See attached.")
    message.add_attachment(PAGE.encode("utf-16"), maintype="text", subtype="html", filename="träd.html")
    message.add_attachment(PLAIN.replace("41", "43").encode(), maintype="text", subtype="plain", filename="2022-06-13 b.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(mail(PLAIN.replace("41", "45"), subject="Inner"))
    result = read("a.eml", message.as_bytes())
    assert [article.path.partition(".eml")[2] for article in result.articles] == ["/2022-06-13 b.txt", "/Inner", "/träd.html"]
    notes = " ".join(note for article in result.articles for note in article.notes)
    assert "passed over as no articles: 1" in notes
    assert "See attached." in notes


def test_attachments_shown_inline_or_without_a_name_are_articles_too(read):
    message = mail("See below.")
    message.add_attachment(PLAIN.encode(), maintype="text", subtype="plain", filename="a.txt", disposition="inline")
    message.add_attachment(
        b"{\\rtf1 Nine trams burnt in the depot, the guards of the town said.\\par}", maintype="application", subtype="rtf"
    )
    result = read("a.eml", message.as_bytes())
    assert [article.path.partition(".eml")[2] for article in result.articles] == ["/a.txt", "/attachment"]
    assert not result.failures


def test_attachments_of_one_name_stay_two_and_a_sealed_one_does_not_hide_the_rest(read):
    message = mail("See attached.")
    for count in ("41", "43"):
        message.add_attachment(PLAIN.replace("41", count).encode(), maintype="text", subtype="plain", filename="a.txt")
    message.add_attachment(mail("-----BEGIN PGP MESSAGE-----\n\nabc\n", subject="Sealed"))
    result = read("a.eml", message.as_bytes())
    assert [article.path.partition(".eml")[2] for article in result.articles] == ["/a.txt", "/a.txt (2)"]
    assert "a.eml/Sealed: is an encrypted mail" in str(result.failures[0])


def test_an_attachment_that_cannot_be_used_is_named(read):
    message = mail()
    message.add_attachment(b"PK\x03\x04broken", maintype="application", subtype="zip", filename="a.docx")
    result = read("a.eml", message.as_bytes())
    assert len(result.articles) == 1
    assert "a.eml/a.docx: is a damaged zip archive" in str(result.failures[0])


def test_a_mailbox_gives_each_of_its_mails(read):
    box = b"".join(
        b"From list@x.example Tue Jun 14 08:00:00 2022\n"
        + mail(PLAIN.replace("41", str(41 + n)) + "\n\nFrom there, nothing.\n")
        .as_bytes()
        .replace(b"\nFrom there", b"\n>From there")
        + b"\n"
        for n in range(3)
    )
    for name in ("a.mbox", "a.txt"):
        result = read(name, box)
        assert [article.path[-2:] for article in result.articles] == ["#1", "#2", "#3"]
        assert "44" not in result.articles[0].text
        assert "\nFrom there, nothing." in result.articles[2].text


def test_an_apple_mail_file_is_read_to_its_count(read):
    inner = mail().as_bytes()
    article = only(
        read("a.emlx", str(len(inner)).encode() + b"      \n" + inner + b"<?xml version='1.0'?><plist>flags</plist>")
    )
    assert "plist" not in article.text


def test_a_mail_without_its_headers_is_read_from_its_boundary(read):
    part = b"------=_Part\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>Some 1=\n,200 =E2=80=9Cleft=E2=80=9D the town.</p>\n------=_Part--\n"
    assert only(read("a.txt", part)).text.strip() == "Some 1,200 “left” the town."


def test_flowed_lines_are_joined(read):
    content = (
        mail("x")
        .as_bytes()
        .replace(b'charset="utf-8"', b"charset=utf-8; format=flowed")
        .replace(b"\nx\n", b"\nSome forty \nboats sank.\nTwo swam.\n")
    )
    assert only(read("a.eml", content)).text.strip() == "Some forty boats sank.\nTwo swam."


def test_digests_and_sealed_mails_are_named(read):
    alert = mail(sender="Google Alerts <googlealerts-noreply@google.com>")
    assert "digest" in str(read("a.eml", alert.as_bytes()).failures[0])
    sealed = mail("-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n")
    assert "encrypted" in str(read("b.eml", sealed.as_bytes()).failures[0])
    teasers = "".join(f"<h2>Story {n}</h2><p>{FIRST[:50]}</p><p><a>Weiterlesen</a></p>" for n in range(4))
    assert (
        only(read("c.eml", mail(None, teasers).as_bytes())).incomplete == "the mail is a digest of teasers (4 links to read on)"
    )


def test_a_signed_text_is_read_without_its_armour():
    text = f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{PLAIN}\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----"
    assert layers_of(text).text == PLAIN


def test_what_the_html_sets_apart_stays_apart_in_the_layers_of_a_mail():
    struck = f"At least {apart('72', ZoneKind.WITHDRAWN)} 27 were hurt."
    assert layers_of(struck).text == struck


def test_a_mail_brings_no_marks_of_its_own(read):
    article = only(read("a.eml", mail(f"\ufdd0hidden\ufdd1 {PLAIN}", cte="8bit").as_bytes()))
    assert not article.zones
    assert "hidden" in article.text


def test_a_mail_that_is_cut_short_says_so(read):
    content = mail(PLAIN, HTML).as_bytes()
    article = only(read("a.eml", content[: content.rindex(b"Nine of")]))
    assert THIRD in article.text
    assert article.incomplete == "the mail breaks off before its end"


def mhtml(part, head="", page=None):
    page = page or (
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://n.example/tram\n\n"
        + quopri.encodestring(PAGE.encode()).decode()
    )
    return f'{head}MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="B"\n\n--B\n{page}\n{part}--B--\n'


FRAME = f"--B\nContent-Type: text/html\nContent-Location: https://ads.example/\n\n<p>Buy now! {'99 dead prices in our shop this week. ' * 9}</p>\n"


@pytest.mark.parametrize(
    "head",
    [
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://n.example/tram\nSubject: x\nDate: Thu, 5 Jan 2023 10:00:00 +0100\n",
        'From: "Saved by Windows Internet Explorer 8"\nSubject: =?utf-8?Q?x?=\nDate: Thu, 5 Jan 2023 10:00:00 +0100\n',
        "From: <Saved by UnMHT>\nDate: Thu, 5 Jan 2023 10:00:00 +0100\n",
        "",
    ],
)
@pytest.mark.parametrize("name", ["a.mhtml", "a.html", "a.doc", "a.txt"])
def test_a_page_saved_as_mhtml_has_its_address_and_no_date_of_saving(read, head, name):
    article = only(read(name, mhtml(FRAME, head).replace("\n", "\r\n")))
    assert (article.title, article.url, article.published) == ("Tram leaves rails", "https://n.example/tram", None)
    assert FIRST in article.text
    assert "Buy" not in article.text


def test_the_page_of_an_mhtml_file_is_the_one_it_names(read):
    page = "Content-Type: text/html\nContent-ID: <main>\n\n" + PAGE
    source = mhtml(f"--B\n{page}\n", "From: <Saved by Blink>\n", FRAME.removeprefix("--B\n")).replace(
        'boundary="B"', 'boundary="B"; start="<main>"'
    )
    assert only(read("a.mht", source)).text.startswith("Tram leaves rails")


def test_an_mhtml_page_in_base64_and_another_charset(read):
    text = "По меньшей мере 41 человек пострадал, когда трамвай сошёл с рельсов, сообщила пожарная служба города."
    body = base64.encodebytes(f"<html><body><p>{text}</p></body></html>".encode("cp1251")).decode()
    page = f'Content-Type: text/html; charset="windows-1251"\nContent-Transfer-Encoding: base64\nContent-Location: file:///C:/a.htm\n\n{body}'
    article = only(read("a.mht", mhtml("", page=page)))
    assert text in article.text
    assert article.url is None


def test_the_answer_of_a_web_server_is_its_page(read):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\nServer: x\r\n\r\n" + PAGE.replace(
        "41", "41 \u201cor\u201d 42"
    ).encode("cp1252")
    assert "41 “or” 42" in only(read("a.txt", answer)).text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "From: a@b.example",
                "Subject: x",
                "",
                "--B",
                "Content-Type: multipart/mixed; boundary=B",
                "Content-Type: text/html",
                "> q",
                "-- ",
                "<p>x",
                "=E2=80",
                "Date: x",
                "Content-Transfer-Encoding: base64",
                "\ufeff",
                "From x Mon Jun 13 10:00:00 2022",
            ]
        ),
        max_size=30,
    )
)
def test_no_arrangement_of_headers_breaks_the_reader(lines):
    try:
        found = drafts_of("\n".join(lines).encode(), None)
    except (UndecodableError, NotArticlesError):
        return
    assert all(isinstance(entry, BadEntry) or isinstance(entry.text, str) for entry in found)


@pytest.mark.parametrize(
    "wrap",
    [
        "{}",
        '<div class="gmail_quote">---------- Forwarded message ---------<br>From: V &lt;v@v.example&gt;<br>Date: Mon, 13 Jun 2022 07:12:00 +0200<br>Subject: T<br><br>{}</div>',
    ],
)
def test_struck_words_in_a_mail_stay_apart(read, wrap):
    html = wrap.format(f"{HTML}<p>At least <del>72</del> 27<sup>1</sup> were hurt.</p>")
    article = only(read("a.eml", mail(None, html).as_bytes()))
    assert "At least 27 were hurt." in article.text
    assert zone(article, ZoneKind.WITHDRAWN) == ["72"]
