"""Which part of a page is its article's own, and what the page calls that article.

A page shows many articles: its own, a ticker, cards of related ones, comments. What stands in one of them is a fact of
this article only if nothing but the article's own wrapping lies between it and the article's heading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import html as lxml_html
from rapidfuzz import fuzz

from summarizer.articles.addresses import page_key, whole_address

_FOREIGN_TAGS = frozenset({"aside", "nav", "form", "menu", "dialog", "select"})
_FOREIGN_WORDS = re.compile(
    r"(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|recirc\w*|teasers?|ticker|trending|popular|mostread|most[_-](?:read|viewed|popular|recent)|"
    r"latest|sidebar|comments?|commentlist|disqus|promos?|newsletter|read[_-](?:more|next|also)|see[_-]also|up[_-]?next|outbrain|taboola|"
    r"carousel|breaking[_-]?news|breaking[_-]bar|similar|further|next[_-](?:post|article)|prev(?:ious)?[_-](?:post|article)|nav[_-]links|"
    r"post[_-]navigation|other[_-](?:news|articles|stories)|more[_-](?:news|from|stories|on)|"
    r"cards?|card[_-]list|headlines|feed|archive[_-]list)(?=$|[\s_-])",
    re.IGNORECASE,
)
_ARTICLE_CLASSES = frozenset({"hentry", "h-entry", "h-cite", "comment", "comments"})
_ARTICLE_TYPE = re.compile(r"article|posting|report|review|comment", re.IGNORECASE)
_HEADINGS = (
    "//h1 | //*[@itemprop='headline' or @itemprop='name headline']"
    " | //*[contains(concat(' ', normalize-space(@class), ' '), ' entry-title ')]"
)
TITLE_METAS = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "citation_title",
    "title",
)
"""Meta tags that give a page's title, the most trusted first."""
_SAME = 90
_HOME, _ROOT, _OUT = "home", "root", "out"
_MIN_KEY, _MIN_HEADLINE, _MAX_TEASER = 4, 4, 400
_MIN_MAIN_SHARE = 0.6
_MAX_ARTICLES, _MAX_WRAPPINGS = 50, 12
_MAX_TITLE = 400


def title_words(title: str) -> str:
    """The words of a title as compared: folded, without punctuation."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", title[:_MAX_TITLE]).casefold()))


@dataclass
class Place:
    """What a page calls its article, and where that article stands in it.

    Attributes:
        titles: the article's title as the page declares and shows it, as compared words.
        addresses: its addresses as `addresses.page_key` compares them.
        heading: the element that shows the title; None if none does.
        home: the element around the article; None if the page marks none.
        spine: the heading and all wrappings around it, with their place in that order.
        tree: the page.
        base: the address that relative ones start from.
        sides: for wrappings asked about, where their content stands.
    """

    titles: tuple[str, ...]
    addresses: frozenset[str]
    heading: lxml_html.HtmlElement | None
    home: lxml_html.HtmlElement | None
    spine: dict[lxml_html.HtmlElement, int] = field(default_factory=dict)
    tree: lxml_html.HtmlElement | None = None
    base: str | None = None
    sides: dict[lxml_html.HtmlElement, str] = field(default_factory=dict)

    def likeness(self, title: str | None) -> int | None:
        """How far a title is one of this article's, 0 to 100; None if there is nothing to compare."""
        words = title_words(title) if title else ""
        if not words or not self.titles:
            return None
        return max(_likeness(words, own) for own in self.titles)

    def has_title(self, title: str | None) -> bool:
        """A title is surely this article's."""
        return (self.likeness(title) or 0) >= _SAME

    def shares_words(self, title: str) -> bool:
        """A title has a word of some length in common with this article's, as two headlines of one story mostly do."""
        words = {word for word in title_words(title).split() if len(word) >= _MIN_KEY or not word.isascii()}
        return any(word in own for word in words for own in self.titles)

    def has_address(self, addresses: list[str]) -> bool | None:
        """One of the addresses is this article's; None if there is nothing to compare."""
        keys = {key for address in addresses if (key := page_key(whole_address(address, self.base)))}
        if not keys or not self.addresses:
            return None
        return not keys.isdisjoint(self.addresses)

    def shows(self, title: str) -> bool:
        """A smaller heading of the page that is no link shows this title in the article's own part."""
        words = title_words(title)
        if not words or self.tree is None:
            return False
        headings = (
            element for element in self.tree.iter("h1", "h2", "h3", "h4") if title_words(element.text_content()) == words
        )
        return any(self.is_own(element) and not element.xpath("boolean(.//a | ancestor::a)") for element in headings)

    def distance(self, element: lxml_html.HtmlElement) -> int:
        """How many wrappings lie between the heading and the one that it shares with an element; 0 without a heading."""
        return next((self.spine[above] for above in element.iterancestors() if above in self.spine), len(self.spine))

    def is_own(self, element: lxml_html.HtmlElement) -> bool:
        """The element stands with the article's heading or in its body, and in no part that shows something else."""
        way: list[lxml_html.HtmlElement] = []
        side = _ROOT if self.heading is None or self.home is None else _OUT
        for above in element.iterancestors():
            if above in self.sides:
                side = self.sides[above]
                break
            way.append(above)
        for above in reversed(way):
            side = self.sides[above] = self._side(above, side)
        return side != _OUT

    def _side(self, wrapping: lxml_html.HtmlElement, outer: str) -> str:
        """Where the content of a wrapping stands, if the wrapping itself stands at `outer`."""
        if wrapping is self.home:
            return _HOME
        if wrapping in self.spine:
            return _ROOT if self.home not in self.spine or self.spine[wrapping] < self.spine[self.home] else _OUT
        if is_foreign(wrapping) or (wrapping.tag == "footer" and outer != _HOME):
            return _OUT
        return outer


def is_foreign(element: lxml_html.HtmlElement) -> bool:
    """The element holds menus, teasers, comments, or an article of its own."""
    if element.tag in _FOREIGN_TAGS or is_article(element):
        return True
    if element.tag in ("body", "html", "main", "head"):
        return False
    words = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(words.strip() and _FOREIGN_WORDS.search(words[:300])) or _is_card(element)


def _is_card(element: lxml_html.HtmlElement) -> bool:
    """A block without prose whose heading is a link with the length of a headline."""
    if element.tag not in ("div", "li", "section"):
        return False
    heading = next(element.iter("h2", "h3", "h4", "h5"), None)
    if heading is None or len(title_words(heading.text_content()).split()) < _MIN_HEADLINE:
        return False
    return bool(heading.xpath("boolean(.//a[@href] | parent::a[@href])")) and _prose(element) < _MAX_TEASER


def stands_in(
    element: lxml_html.HtmlElement,
    kind: Callable[[lxml_html.HtmlElement], bool],
    known: dict[lxml_html.HtmlElement, bool],
) -> bool:
    """An element lies within one of a kind; `known` keeps the answers, so that a deep page is walked once."""
    way: list[lxml_html.HtmlElement] = []
    inside = False
    for above in element.iterancestors():
        if above in known:
            inside = known[above]
            break
        way.append(above)
    for above in reversed(way):
        inside = known[above] = inside or kind(above)
    return inside


def is_article(element: lxml_html.HtmlElement) -> bool:
    """The element wraps one article (or comment): by its tag, its class, or its type."""
    if element.tag == "article" or not _ARTICLE_CLASSES.isdisjoint((element.get("class") or "").lower().split()):
        return True
    kind = element.get("itemtype") if element.get("itemscope") is not None else element.get("typeof")
    return bool(kind) and bool(_ARTICLE_TYPE.search(kind.rpartition("/")[2]))


def find_place(tree: lxml_html.HtmlElement, declared: list[str], addresses: list[str], site: str | None) -> Place:
    """The place of the article in a page.

    Args:
        tree: the page.
        declared: titles its head gives.
        addresses: its own addresses.
        site: the outlet's name, which as a heading is a logo and no title.
    """
    logo = title_words(site) if site else ""
    titles = [words for title in declared if (words := title_words(title)) and words != logo]
    shown = [(element, title_words(element.text_content())) for element in tree.xpath(_HEADINGS)[:_MAX_ARTICLES]]
    shown = [(element, words) for element, words in shown if words and words != logo]
    logos = {key.partition("/")[0] for a in addresses if (key := page_key(a))}
    titles = [title for title in titles if not _is_hosts(title, logos)]
    shown = [(element, words) for element, words in shown if not _is_hosts(words, logos)]
    heading = _heading(shown, titles)
    alone = [words for element, words in shown if element.tag == "h1"]
    own = [words for element, words in shown if element is heading] + (alone if len(alone) == 1 else [])
    spine = [heading, *heading.iterancestors()] if heading is not None else []
    places = {element: index for index, element in enumerate(spine)}
    keys = frozenset(key for address in addresses if (key := page_key(address)) and "/" in key)
    return Place(
        tuple(dict.fromkeys([*titles, *own])), keys, heading, _home(tree, spine), places, tree, next(iter(addresses), None)
    )


def _is_hosts(title: str, hosts: set[str]) -> bool:
    """The words are the site's own name, as its host has them ("orrin mail" at orrin-mail.example)."""
    plain = title.replace(" ", "")
    return any(plain == re.sub(r"\W", "", label) for host in hosts for label in (*host.split("."), host))


def _heading(shown: list[tuple[lxml_html.HtmlElement, str]], titles: list[str]) -> lxml_html.HtmlElement | None:
    """The heading that repeats a title of the head, else the first one that is in no foreign part."""
    same = [element for element, words in shown if any(_likeness(words, title) >= _SAME for title in titles)]
    known: dict[lxml_html.HtmlElement, bool] = {}
    free = [element for element, _ in shown if not stands_in(element, _is_apart, known)]
    for group in ([element for element in same if element in free], free if not same else [], same):
        if group:
            return next((element for element in group if element.tag == "h1"), group[0])
    return None


def _is_apart(element: lxml_html.HtmlElement) -> bool:
    return element.tag == "footer" or (is_foreign(element) and not is_article(element))


def _home(tree: lxml_html.HtmlElement, spine: list[lxml_html.HtmlElement]) -> lxml_html.HtmlElement | None:
    """The innermost article around the heading, else the article that holds most of the page's paragraphs.

    On a page without either, the innermost wrapping of the heading that holds most of them.
    """
    around = next((element for element in spine[1:] if is_article(element)), None)
    if around is not None:
        return around
    known: dict[lxml_html.HtmlElement, bool] = {}
    articles = [a for a in list(tree.iter("article"))[:_MAX_ARTICLES] if not stands_in(a, is_foreign, known)]
    whole = _prose(tree)
    sizes = [_prose(article) or len(article.text_content()) for article in articles]
    if sizes and max(sizes) >= _MIN_MAIN_SHARE * max(whole, sum(sizes)):
        return articles[sizes.index(max(sizes))]
    wrappings = [element for element in spine[1:_MAX_WRAPPINGS] if element.tag not in ("body", "html")]
    return next((element for element in wrappings if whole and _prose(element) >= _MIN_MAIN_SHARE * whole), None)


def _prose(block: lxml_html.HtmlElement) -> int:
    """How many characters its paragraphs have."""
    return sum(len(paragraph.text_content()) for paragraph in block.iter("p"))


def _likeness(left: str, right: str) -> int:
    """0 to 100: 100 for the same words, and where one title holds the other whole ("Title | Site")."""
    short, long = sorted((left, right), key=len)
    if left == right or (len(short) >= _MIN_KEY and _holds(long, short)):
        return 100
    return int(fuzz.token_sort_ratio(left, right))


def _holds(long: str, short: str) -> bool:
    """A title holds another whole, of more than a word; scripts without spaces have no words to count."""
    if short.isascii() or " " in short:
        return f" {short} " in f" {long} " and " " in short
    return short in long
