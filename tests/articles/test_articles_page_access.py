"""Pages that say that their article is not free to read: whole only if something shows that all of it is here."""

import json

import pytest

from summarizer.articles.formats.html.pages import read_page

TITLE = "Mill fire: nine workers hurt"
FIRST = "Nine workers were hurt when a fire broke out in the paper mill at Osterby early on Monday, the fire service said."
SECOND = "The mill had failed two inspections in the year before, according to the labour office in Dornfeld."


def _page(head="", paragraphs=(FIRST,), article="<article>"):
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><head><title>{TITLE}</title>{head}</head><body>{article}<h1>{TITLE}</h1>{body}</article></body></html>"


def _ld(*nodes):
    return f'<script type="application/ld+json">{json.dumps(list(nodes))}</script>'


def _node(**fields):
    return {"@type": "NewsArticle", "headline": TITLE, **fields}


SCOPE = '<article itemscope itemtype="https://schema.org/NewsArticle">'


@pytest.mark.parametrize(
    "page",
    [
        _page(_ld(_node(isAccessibleForFree=False))),
        _page(_ld(_node(isAccessibleForFree="False"))),
        _page(_ld(_node(isAccessibleForFree="http://schema.org/False"))),
        _page(_ld(_node(isAccessibleForFree=False, wordCount=612))),
        _page(_ld(_node(isAccessibleForFree=False, articleBody=FIRST[:80] + "…"))),
        _page(_ld(_node(hasPart={"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".rest"}))),
        _page(_ld({"@graph": [{"@type": "WebPage"}, _node(isAccessibleForFree=False)]})),
        _page('<meta property="article:content_tier" content="locked">'),
        _page('<meta name="article:content_tier" content="metered">'),
        _page(article=SCOPE + '<meta itemprop="isAccessibleForFree" content="false">'),
        _page(
            article=SCOPE + '<div itemprop="hasPart" itemscope itemtype="https://schema.org/WebPageElement">'
            '<meta itemprop="isAccessibleForFree" content="False"></div>'
        ),
    ],
)
def test_a_locked_page_is_not_known_to_be_whole(page):
    assert "not free to read" in (read_page(page).incomplete or "")


@pytest.mark.parametrize(
    "page",
    [
        _page(_ld(_node(isAccessibleForFree=True))),
        _page(_ld(_node(isAccessibleForFree="true", hasPart={"isAccessibleForFree": False}))),
        _page(_ld(_node(isAccessibleForFree=False, wordCount="23"))),
        _page(_ld(_node(isAccessibleForFree=False, articleBody=f"<p>{FIRST}</p>"))),
        _page(_ld(_node(isAccessibleForFree=False)), [SECOND.replace("two", str(n)) for n in range(2, 30)]),
        _page(
            _ld(
                _node(isAccessibleForFree=True),
                _node(headline="Choir wins prize", url="https://a.example/choir", isAccessibleForFree=False),
            )
        ),
        _page(
            _ld(
                {
                    "@type": "NewsArticle",
                    "headline": "Choir wins prize in Selm",
                    "url": "https://a.example/c",
                    "isAccessibleForFree": False,
                }
            )
        ),
        _page(_ld(_node(), {"@type": "WebSite", "name": "Osterby Post", "isAccessibleForFree": False})),
        _page('<meta property="article:content_tier" content="free">'),
        _page('<meta property="article:content_tier" content="metered">' + _ld(_node(isAccessibleForFree=True))),
    ],
)
def test_a_free_page_or_one_with_all_its_words_is_whole(page):
    assert read_page(page).incomplete is None


def test_paragraphs_that_were_run_together_are_taken_apart():
    page = f"<html><body><main><article><h1>{TITLE}</h1><p>{FIRST}</p><div><h3>Read on with a pass</h3></div></article></main></body></html>"
    assert read_page(page).text.split("\n")[:2] == [TITLE, FIRST]


@pytest.mark.parametrize("end", ["The mill had failed two insp", "The mill had failed two inspections</p><p>It was to cl"])
def test_a_page_whose_file_ends_too_early_is_incomplete(end):
    whole = _page(paragraphs=[FIRST])
    cut = whole[: whole.index("</article>")] + f"<p>{end}"
    assert read_page(cut).incomplete == "the file ends before its page does"
    assert read_page(whole).incomplete is None


@pytest.mark.parametrize(
    "page", [f"<title>{TITLE}</title><p>{FIRST}<p>{SECOND}", f"<body><p>{FIRST}<p>{SECOND}", f"<p>{FIRST}<p>Osterby"]
)
def test_a_page_may_leave_out_end_tags(page):
    assert read_page(page).incomplete is None
