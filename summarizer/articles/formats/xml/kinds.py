"""XML files by their first element: feeds, NITF and NewsML are articles; what else there is, is named."""

from __future__ import annotations

from summarizer.articles.files.decoding import UndecodableError
from summarizer.articles.formats.inside import Found
from summarizer.articles.formats.refusals import NotArticlesError
from summarizer.articles.formats.xml.newsml import read_newsml
from summarizer.articles.formats.xml.nitf import read_nitf
from summarizer.articles.formats.xml.syndication import read_syndication
from summarizer.articles.formats.xml.tree import local, parsed

_FEEDS = frozenset({"rss", "feed", "rdf", "entry"})
_NEWSML = frozenset({"newsml", "newsmessage", "newsitem"})
_NO_ARTICLES = {
    "urlset": "is a sitemap, a list of addresses; save the pages it names",
    "sitemapindex": "is a list of sitemaps; save the pages themselves",
    "opml": "is a list of feeds; save the articles themselves",
    "packageitem": "is a NewsML package, which only names its articles; export those",
    "knowledgeitem": "is a NewsML vocabulary, not an article",
    "conceptitem": "is a NewsML concept, not an article",
}
_ELSEWHERE = {
    "tei": "a TEI document",
    "teicorpus": "a TEI corpus",
    "article": "a JATS or DocBook article",
    "worddocument": "a Word 2003 XML file",
    "package": "a Word file as flat XML",
}


def read_xml(text: str) -> Found:
    """Every article of an XML file.

    Raises:
        UndecodableError: it is broken, or XML of a kind whose text cannot be told from the rest.
        NotArticlesError: it is of a known kind that holds no article.
    """
    root = parsed(text)
    name = local(root)
    if name in _FEEDS:
        return read_syndication(root)
    if name in _NEWSML:
        return read_newsml(root)
    if name == "nitf":
        return [read_nitf(root)]
    if name in _NO_ARTICLES:
        raise NotArticlesError(_NO_ARTICLES[name])
    kind = _ELSEWHERE.get(name, f"XML of a kind that is not known (its first element is “{name[:40]}”)")
    raise UndecodableError(f"is {kind}; save its text as text, HTML, RSS or NITF")
