"""Which boxes of a page hold something other than its article, by their tags and by the words in their names."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from summarizer.articles.formats.html.page_blocks import Box
from summarizer.articles.formats.markup.page_text import AROUND

_ELSEWHERE = """
    newsletter newsletters mailinglist subscribe subscription signup signin
    related relatedposts relatedarticles recirc recirculation recommended recommendation recommendations teaser teasers promo
    promos promobox readmore readalso seealso alsolike morestories morenews latestnews mostread mostpopular trending
    commentlist commentaires kommentare comentarios comentários commenti komentarze yorumlar kommentarer комментарии disqus
    sharebar sharetools socialbar addtoany breadcrumb breadcrumbs navbar pagination pager cookie cookies gdpr
    cookieconsent cookiebot onetrust didomi usercentrics iubenda
    taboola outbrain sponsored advertisement advertising adbox werbung anzeige publicidad publicidade reklama
    taglist authorbox authorbio relacionado relacionados relacionada relacionadas correlati correlate relatedcontent
    benzer ilgili podobne powiazane gerelateerd relaterade relaterte
"""
_PERHAPS = """
    popular latest comment comments kommentar reacties respond replies share sharing social shares
    sidebar menu nav navigation footer masthead toolbar consent banner modal popup overlay sponsor advert ads
    author autor auteur disclaimer donate donation contribute membership copyright legal
    tags topics keywords bio verwandte liees similaires gallery
"""
_CAPTIONS = frozenset({"caption", "captions", "credit", "credits"})
_SURE = frozenset(_ELSEWHERE.split())
_WORDS = _SURE | _CAPTIONS | frozenset(_PERHAPS.split())
_MAX_DEPTH = 20
DIALOGS = frozenset({"dialog", "alertdialog"})
_ROLES = DIALOGS | frozenset({"banner", "complementary", "contentinfo", "menu", "menubar", "navigation", "search"})
_SURE_TAGS = frozenset({"nav", "footer", "form", "menu"})
PARAGRAPHS = frozenset({"p", "li", "blockquote", "pre", "dd", "dt", "ul", "ol", "dl"})
"""A paragraph of prose is rarely what its name says; it may be called after where it stands."""
_PAIRS = frozenset(
    {
        ("most", "read"), ("most", "popular"), ("most", "viewed"), ("read", "more"), ("read", "also"), ("see", "also"),
        ("also", "like"), ("more", "stories"), ("more", "news"), ("latest", "news"), ("latest", "stories"), ("up", "next"),
        ("author", "bio"), ("author", "box"), ("author", "info"), ("about", "author"), ("sign", "up"), ("mehr", "thema"),
        ("lire", "aussi"), ("leia", "mais"), ("leia", "também"), ("leia", "tambem"), ("leggi", "anche"), ("lee", "también"),
        ("mas", "leidas"), ("más", "leídas"), ("mais", "lidas"), ("meist", "gelesen"), ("plus", "lus"), ("czytaj", "też"),
        ("czytaj", "także"), ("lees", "ook"), ("läs", "också"), ("les", "også"), ("tag", "list"), ("comment", "list"),
        ("post", "navigation"), ("reading", "list"), ("cc", "window"), ("cc", "banner"),
    }
)  # fmt: skip
_PIECE = re.compile(r"[A-ZÀ-Þ]?[a-zß-ÿĀ-ſ\u0400-\u04ff]+|[A-ZÀ-Þ]+(?![a-z])")


def is_furniture(box: Box) -> bool:
    """The box itself is a menu, a foot, a form, a list of other articles, comments, a caption or the like."""
    if box.tag in PARAGRAPHS:
        return _is_named(box.names, _SURE | _CAPTIONS)
    return box.tag in AROUND or box.role in _ROLES or _is_named(box.names, _WORDS)


def is_surely_furniture(box: Box) -> bool:
    """The box itself holds other articles, comments, or an offer to subscribe, by a name that means nothing else."""
    return box.tag in _SURE_TAGS or box.role in _ROLES or _is_named(box.names, _SURE)


def stands_in_dialog(box: Box) -> bool:
    """It is, or stands not deep in, what is laid over the page, such as a question about cookies."""
    return any(around.role in DIALOGS for around in islice(box.chain(), _MAX_DEPTH))


def _is_named(names: str, words: frozenset[str]) -> bool:
    """One of the words of a class or id says so."""
    for name in names.split():
        pieces = [piece.lower() for piece in _PIECE.findall(name)]
        if not words.isdisjoint(pieces) or not _PAIRS.isdisjoint(pairwise(pieces)):
            return True
    return False
