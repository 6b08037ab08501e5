"""Word, OpenDocument, RTF and EPUB files: the words as printed; what is struck out, noted or hidden is told apart."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles import read_articles
from summarizer.articles.formats import NotArticlesError, UndecodableError, drafts_of
from summarizer.terms import ZoneKind

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="urn:mc"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:mc="urn:mc"'
RAISED = '<w:vertAlign w:val="superscript"/>'


def packed(parts, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def run(text, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*pieces, style=None):
    inner = "".join(piece if piece.startswith("<") else run(piece) for piece in pieces)
    return f"<w:p>{f'<w:pPr><w:pStyle w:val={chr(34)}{style}{chr(34)}/></w:pPr>' if style else ''}{inner}</w:p>"


def word(body, space=W, **parts):
    named = {
        "styles": "word/styles.xml",
        "footnotes": "word/footnotes.xml",
        "comments": "word/comments.xml",
        "core": "docProps/core.xml",
        "header": "word/header1.xml",
    }
    made = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {space}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    return packed(made | {named[key]: value for key, value in parts.items()})


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


def parts_of(article):
    """The running text, and the text of the zones by kind."""
    kept, at, zones = "", 0, {}
    for zone in article.zones:
        kept += article.text[at : zone.start]
        at = zone.end
        zones.setdefault(zone.kind, []).append(article.text[zone.start : zone.end])
    return " ".join((kept + article.text[at:]).split()), zones


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a", "a.doc", "a.zip"])
@pytest.mark.parametrize("space", [W, STRICT])
def test_a_word_file_is_told_by_its_parts(read, name, space):
    article = only(read(name, word(paragraph("Forty", " boats sank."), space)))
    assert article.text.strip() == "Forty boats sank."


def test_struck_and_deleted_words_are_withdrawn_and_inserted_ones_kept(read):
    body = paragraph(
        "At least ",
        run("72", "<w:strike/>"),
        " 2",
        "7 died, ",
        run("9", "<w:dstrike/>"),
        run("8", '<w:strike w:val="0"/>'),
        " hurt.",
    )
    body += paragraph(
        "Of them ",
        '<w:del w:id="1"><w:r><w:delText>thirteen</w:delText></w:r></w:del>',
        '<w:ins w:id="2"><w:r><w:t>nineteen</w:t></w:r></w:ins>',
        " left.",
    )
    body += "<w:p><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>"
    article = only(read("a.docx", word(body)))
    text, zones = parts_of(article)
    assert text == "At least 27 died, 8 hurt. Of them nineteen left. Moved."
    assert [line for zone in zones[ZoneKind.WITHDRAWN] for line in zone.split("\n")] == ["72", "9", "thirteen"]
    assert any("tracked changes" in note for note in article.notes)


def test_raised_figures_are_never_joined_to_a_number(read):
    footnotes = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0">{paragraph("x")}</w:footnote><w:footnote w:id="2">{paragraph("It said 99.")}</w:footnote></w:footnotes>'
    body = paragraph(
        "Some 61",
        run("3", RAISED),
        " homes, 47",
        '<w:r><w:rPr><w:rStyle w:val="N"/></w:rPr><w:footnoteReference w:id="2"/></w:r>',
        " boats and 10",
        run("6", RAISED),
        " birds on the 4",
        run("th", RAISED),
        " of May.",
    )
    text, zones = parts_of(only(read("a.docx", word(body, footnotes=footnotes))))
    assert text == "Some 61 homes, 47 boats and 10⁶ birds on the 4th of May."
    assert zones[ZoneKind.NOTE] == ["3\nIt said 99."]


def test_a_style_can_strike_raise_and_hide(read):
    styles = f'<w:styles {W}><w:style w:styleId="Base"><w:name w:val="b"/><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId="Gone"><w:name w:val="g"/><w:basedOn w:val="Base"/></w:style><w:style w:styleId="Hid"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    body = paragraph(
        "Now ",
        run("72", '<w:rStyle w:val="Gone"/>'),
        "27",
        run(" secret", '<w:rStyle w:val="Hid"/>'),
        run(" and more", "<w:vanish/>"),
        " men died.",
    )
    article = only(read("a.docx", word(body, styles=styles)))
    text, zones = parts_of(article)
    assert text == "Now 27 men died."
    assert zones[ZoneKind.WITHDRAWN] == ["72"]
    assert any("15 characters that the Word file hides" in note or "hides were left out" in note for note in article.notes)


def test_comments_are_notes_and_headers_no_text(read):
    comments = f'<w:comments {W}><w:comment w:id="0" w:author="E">{paragraph("13 or 31?")}</w:comment></w:comments>'
    body = paragraph("Some 31 left.", '<w:r><w:commentReference w:id="0"/></w:r>')
    article = only(read("a.docx", word(body, comments=comments, header=f"<w:hdr {W}>{paragraph('HEAD 99')}</w:hdr>")))
    text, zones = parts_of(article)
    assert (text, zones[ZoneKind.NOTE]) == ("Some 31 left.", ["13 or 31?"])


def test_tables_fields_boxes_controls_and_hyphens(read):
    cells = "".join(
        f"<w:tr><w:tc>{paragraph(a)}</w:tc><w:tc>{paragraph(b)}</w:tc></w:tr>"
        for a, b in [("20:15", "12 houses"), ("21:40", "30 metres")]
    )
    box = f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://x.example/99"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>the report</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = f"<w:tbl>{cells}</w:tbl>{paragraph('See ', field, ' of anti', '<w:r><w:softHyphen/></w:r>', 'war', '<w:r><w:tab/></w:r>', 'groups.')}{paragraph(box)}<w:sdt><w:sdtContent>{paragraph('Controlled.')}</w:sdtContent></w:sdt>"
    lines = [line for line in only(read("a.docx", word(body))).text.split("\n") if line]
    assert lines == ["20:15 | 12 houses", "21:40 | 30 metres", "See the report of antiwar groups.", "In a box.", "Controlled."]


def test_titles_come_from_a_heading_and_the_author_never_from_the_properties(read):
    styles = f'<w:styles {W}><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>'
    core = '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Document1</dc:title><dc:creator>Saver</dc:creator></c:coreProperties>'
    article = only(
        read(
            "a.docx",
            word(
                paragraph("Boats sink", style="Titel") + paragraph("Forty boats sank on Monday in the harbour of the town."),
                styles=styles,
                core=core,
            ),
        )
    )
    assert (article.title, article.author) == ("Boats sink", None)


def test_a_page_packed_into_a_word_file_is_read(read):
    data = packed(
        {
            "word/document.xml": f"<w:document {W}><w:body><w:altChunk/></w:body></w:document>",
            "word/chunk.html": "<html><body><p>Forty boats sank.</p></body></html>",
        }
    )
    assert "Forty boats sank." in only(read("a.docx", data)).text


ODF = 'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:style="urn:s" xmlns:table="urn:tb" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def odt(body, styles="", **more):
    content = f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content} | more)


def style(name, properties):
    return f'<style:style style:name="{name}"><style:text-properties {properties}/></style:style>'


@pytest.mark.parametrize("name", ["a.odt", "a", "a.docx"])
def test_an_opendocument_text_keeps_the_same_things_apart(read, name):
    styles = (
        style("S", 'style:text-line-through-style="solid"')
        + style("R", 'style:text-position="super 58%"')
        + style("P", 'style:text-position="33% 80%"')
        + style("H", 'text:display="none"')
    )
    changes = '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>thirteen</text:p></text:deletion></text:changed-region></text:tracked-changes>'
    body = (
        changes
        + '<text:h text:outline-level="1">Boats sink</text:h><text:p>At least <text:span text:style-name="S">72</text:span> 27<text:span text:style-name="R">1</text:span> men'
        '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>It said 99.</text:p></text:note-body></text:note> died<text:change text:change-id="c1"/>,'
        '<text:s text:c="3"/>10<text:span text:style-name="P">6</text:span> birds<text:span text:style-name="H"> secret</text:span>.<office:annotation><dc:creator>E</dc:creator><text:p>sure?</text:p></office:annotation></text:p>'
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>20:15</text:p></table:table-cell><table:table-cell><text:p>12 houses</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table>"
        "<text:list><text:list-item><text:p>An item.</text:p></text:list-item></text:list>"
    )
    article = only(read(name, odt(body, styles)))
    text, zones = parts_of(article)
    assert text.removeprefix("Boats sink ") == "At least 27 men died, 10⁶ birds. 20:15 | 12 houses An item."
    assert article.title == "Boats sink"
    assert " ".join(zones[ZoneKind.WITHDRAWN]).split() == ["72", "thirteen"]
    assert "\n".join(zones[ZoneKind.NOTE]).split("\n") == ["1", "It said 99.", "sure?"]


def test_a_sealed_opendocument_file_is_named(read):
    sealed = odt("<text:p>x</text:p>", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"})
    assert "encrypted" in str(read("a.odt", sealed).failures[0])


HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Calibri;}{\f1\fcharset204{\*\fname Arial;}Arial;}}{\colortbl ;\red0\green0\blue0;}{\stylesheet{\s1 Title;}}{\info{\title Doc}{\author Saver}}{\header HEAD 99}"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"Forty \u8220?boats\u8221? caf\'e9 \'93no\'94.\par", "Forty “boats” café “no”."),
        (r"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2} all.\par", "Привет all."),
        (r"{\uc2\u22269 ??}{\uc0\u33521 }x\u-10179?\u-8704?.\par", "国英x😀."),
        (r"2{\b 7} men\par 61{\super 3} homes, 10{\super 6} birds, 4{\super th}.\par", "27 men 61 homes, 10⁶ birds, 4th."),
        (r"At least {\strike 72 }{\striked1 73 }27, {\deleted old }new{\v  hidden}.\par", "At least 27, new."),
        (r"\strike 72\strike0  27 left\plain .\par", "27 left."),
        (r'See {\field{\*\fldinst HYPERLINK "http://x.example/99"}{\fldrslt the report}} now.\par', "See the report now."),
        (r"\trowd\intbl 20:15\cell 12 houses\cell\row\trowd\intbl 21:40\cell 30 metres\cell\row\pard End.\par", "20:15 | 12 houses 21:40 | 30 metres End."),
        (r"Some{\footnote {\super 1} It said 99.} boats{\*\annotation 13?} sank{\*\unknown 98}.\par", "Some boats sank."),
        (r"A\~b\_c d\-e\emdash f{\pict\wmetafile8 0102ab}\line g\par", "A b‑c de—f g"),
        (r"{\*\shppict{\pict 98}}{\nonshppict{\pict 97}}Text.\par", "Text."),
        ("{\\pict\\bin5 }{}\\a}Text.\\par", "Text."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.rtf", "a.doc"])
def test_rtf(read, name, body, text):
    kept, _ = parts_of(only(read(name, f"{HEAD}{body} Nobody else died.}}")))
    assert kept == f"{text} Nobody else died."


def test_rtf_of_other_programs(read):
    mac = b"{\\rtf1\\mac\\ansicpg10000\\cocoartf2511{\\fonttbl\\f0\\fswiss\\fcharset77 Helvetica;}\n\\f0 Caf\\'8e de la gare\\\nAu moins 27 morts.\\\n}"
    assert only(read("a.rtf", mac)).text.split("\n")[:2] == ["Café de la gare", "Au moins 27 morts."]
    japanese = b"{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset128 MS;}}\\f0\\'8e\\'73\\'82\\'cd\\'82\\'50\\'82\\'4f Boats sank.\\par}"
    assert only(read("b.rtf", japanese)).text.strip() == "市は１０ Boats sank."


def test_rtf_that_breaks_off_says_so(read):
    article = only(read("a.rtf", HEAD + r"Forty boats sank.\par And {\b fifty"))
    assert article.incomplete == "the file breaks off before its end"
    assert "Forty boats sank." in article.text


def book(files, metadata="", **more):
    items = "".join(f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(files))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(files)))
    package = f'<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>'
    made = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:c"><rootfile full-path="O/c.opf"/></container>',
        "O/c.opf": package,
    }
    return packed(made | {f"O/{name}": content for name, content in files.items()} | more)


def chapter(title, text):
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>'


LONG = "At least 41 people were hurt when the tram left its rails in Norrhamn on Monday morning, the fire service of the town said, and nine of them badly."


@pytest.mark.parametrize("name", ["a.epub", "a", "a.zip"])
def test_an_article_saved_as_a_book_is_one_article(read, name):
    files = {"one.xhtml": chapter("Tram", LONG), "two.xhtml": chapter("More", LONG.replace("41", "43"))}
    article = only(
        read(
            name,
            book(
                files,
                "<dc:title>Tram</dc:title><dc:creator>Vera Holm</dc:creator><dc:publisher>Norr Post</dc:publisher><dc:language>en</dc:language>",
            ),
        )
    )
    assert (article.title, article.author, article.outlet, article.language) == ("Tram", "Vera Holm", "Norr Post", "en")
    assert article.text.index("41") < article.text.index("43")


def test_the_style_sheet_of_a_book_is_obeyed(read):
    words = LONG.replace("41", '<i class="gone">99</i><span class="old">72</span> 41')
    link = '<link rel="stylesheet" type="text/css" href="../css/s%20a.css"/></head>'
    files = {"text/one.xhtml": chapter("Tram", words).replace("</head>", link)}
    sheet = {"O/css/s a.css": ".gone{display:none} .old{text-decoration:line-through}"}
    article = only(read("a.epub", book(files, **sheet)))
    assert LONG in "".join(part for part in struck_out(article))
    assert any("strikes it out" in note for note in article.notes)


def struck_out(article):
    position = 0
    for zone in article.zones:
        if zone.kind is ZoneKind.WITHDRAWN:
            yield article.text[position : zone.start].rstrip("\n")
            position = zone.end
    yield article.text[position:].lstrip("\n")


def test_a_book_of_news_gives_each_article(read):
    menu = '<div class="calibre_navbar">| <a>Next</a> | <a>Main menu</a> |</div>'
    files = {
        "index.html": chapter("Norr Post", "".join(f"<a>{LONG}</a>" for _ in range(3))),
        "feed_0/article_0/index.html": chapter("Tram", LONG).replace("<h1>", menu + "<h1>"),
        "feed_0/article_1/index.html": chapter(
            "Mayor",
            LONG.replace("41", "43") + "</p><p>This article was downloaded by <b>calibre</b> from <a>https://n.example/m</a>",
        ),
    }
    result = read(
        "a.epub",
        book(
            files,
            "<dc:title>Norr Post [Tue, 14 Jun 2022]</dc:title><dc:creator>calibre</dc:creator><dc:publisher>calibre</dc:publisher><dc:date>2022-06-14</dc:date>",
        ),
    )
    assert [(article.title, article.outlet, article.author, article.published) for article in result.articles] == [
        ("Tram", "Norr Post", None, None),
        ("Mayor", "Norr Post", None, None),
    ]
    assert result.articles[1].url == "https://n.example/m"
    assert "Next" not in result.articles[0].text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", word(paragraph("x"))[:-90], "damaged zip"),
        ("a.docx", packed({"word/document.xml": "<w:document"}), "broken"),
        ("a.docx", packed({"word/other.xml": "<x/>"}), "main part is missing"),
        ("a.docx", packed({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "entities"),
        ("a.xlsx", packed({"xl/workbook.xml": "<x/>"}), "Excel"),
        ("a.pptx", packed({"[Content_Types].xml": "x", "ppt/presentation.xml": "<x/>"}), "PowerPoint"),
        ("a.odt", packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "content is missing"),
        ("a.ods", packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "without running text"),
        ("a.epub", packed({"mimetype": "application/epub+zip"}), "list of contents is missing"),
        ("a.epub", book({"a.xhtml": "x"}, **{"META-INF/rights.xml": "x"}), "protected"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Microsoft Office"),
        ("a.rtf", "{\\rtf1 " + "{" * 3000, "nested too deep"),
        ("a.docx", word("<w:p>" * 300), "broken"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_so(read, name, data, reason):
    assert reason in str(read(name, data).failures[0])


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "{",
                "}",
                "\\par",
                "\\'e9",
                "\\u8220?",
                "\\uc0",
                "\\super ",
                "\\strike",
                "\\footnote ",
                "\\*",
                "\\cell",
                "\\row",
                "\\bin3 ",
                "\\fonttbl",
                "\\f1",
                "text",
                "\\u-10179?",
                "\\",
                "\\ansicpg99999",
                "\\uc99999",
            ]
        ),
        max_size=40,
    )
)
def test_no_arrangement_of_control_words_breaks_the_reader(pieces):
    try:
        assert isinstance(drafts_of(("{\\rtf1 " + "".join(pieces)).encode(), None), list)
    except (UndecodableError, NotArticlesError):
        return


_NEWS = {
    "a.xhtml": (
        "Crane falls",
        "A crane fell on the quay at Norrby on Tuesday evening, and at least nine people were hurt, " * 3,
    ),
    "b.xhtml": (
        "Quay is shut",
        "The quay was shut on Monday for the first time since 1990, the harbour master of Norrby said, " * 3,
    ),
}


@pytest.mark.parametrize(
    ("title", "metadata", "count"),
    [
        ("Norrby Herald [Tue, 10 May 2022]", "<dc:creator>calibre</dc:creator>", 2),
        ("Norrby Herald (12.05.2022)", "", 2),
        ("wallabag articles", "<dc:creator>wallabag</dc:creator>", 2),
        ("The cranes of Norrby", "<dc:creator>Ida Falk</dc:creator>", 1),
        ("Norrby [2nd edition]", "<dc:creator>Ida Falk</dc:creator>", 1),
    ],
)
def test_an_issue_or_a_collection_gives_each_article(read, title, metadata, count):
    files = {name: chapter(*told) for name, told in _NEWS.items()}
    result = read("a.epub", book(files, metadata=f"<dc:title>{title}</dc:title>{metadata}"))
    assert len(result.articles) == count
