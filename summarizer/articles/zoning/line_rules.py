"""What kind of furniture a single line is. Every rule matches a whole line or its start; none looks inside a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.articles.lines import Line
from summarizer.articles.zoning.vocabulary import LANGUAGES, SECTIONS, SHARE_BUTTONS, SHARING
from summarizer.terms import ZoneKind

_MAX_MENU_WORDS = 25
_MAX_PATH_WORDS = 40
_MAX_CREDITED_WORDS = 80
_SURE = frozenset({ZoneKind.CAPTION, ZoneKind.FOOTER})
"""Kinds whose opening mark ("Photo:", "©") is no sentence's; the others give way to a sentence that reports."""
_MAX_CHARS = 3000
"""No furniture is longer; patterns need not look at more."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LINK_TAIL = re.compile(r"(?<!\S)(?:(?:https?://|www\.)\S+\s+)+(?:https?://|www\.)\S+$", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for the start of an undecorated line, and how long such a line may be at most, in words."""

    kind: ZoneKind
    pattern: re.Pattern[str]
    max_words: int


def _whole(kind: ZoneKind, *patterns: str) -> Rule:
    """A rule for lines that are nothing but one of the patterns, in any case."""
    return Rule(kind, re.compile("(?:" + "|".join(patterns) + ")$", re.IGNORECASE), 12)


def _start(kind: ZoneKind, max_words: int, *patterns: str) -> Rule:
    """A rule for lines that start with one of the patterns, in any case but where a pattern says (?-i:…)."""
    return Rule(kind, re.compile("|".join(patterns), re.IGNORECASE), max_words)


_MEDIA = r"(?:photo(?:graph)?s?|images?|pictures?|file (?:photo|image|picture)|illustration|video|graphic|foto|bild)"
_AGENCIES = r"(?:AFP|AP|Reuters|EPA|Getty(?: Images)?|iStock|Shutterstock|Xinhua|Anadolu|Alamy|Flickr|Unsplash)"
_LENGTH = r"[(\[]?\d{1,2}:\d{2}(?::\d{2})?[)\]]?"
"""How long a video runs."""
_NO_HOUR = r"(?<!\b(?:at|by|to))(?<!\b(?:from|till))(?<!\b(?:about|since|until|after))"
"""A time of day stands behind such a word; how long a video runs does not."""
_NETWORKS = r"(?:facebook|twitter|x|instagram|whatsapp|telegram|google news|youtube)"
RULES: tuple[Rule, ...] = (
    _whole(
        ZoneKind.NAVIGATION, r"(?:this|the) (?:article|story) is (?:more than|over) (?:a|an|one|\d{1,3}) (?:years?|months?) old"
    ),
    _whole(
        ZoneKind.ADVERT,
        r"advertis\w*ment|advertisment|ad(?:vert)?|anzeige|publicité|publicidad|реклама|sponsored(?: content)?|promoted",
        r"(?:article|story) continues (?:below|after)(?: (?:this |the )?(?:ad(?:vert(?:isement)?)?|video|gallery))?",
        r"continue reading below.*|scroll (?:down )?to continue.*|remove ads?",
    ),
    _start(
        ZoneKind.ADVERT,
        45,
        r"(?:please )?sign up (?:for|to|here|now|today)\b|subscribe (?:to|for|now|today)\b",
        r"join (?:our|[\d,.]+|the)\b.*\b(?:newsletter|subscribers|readers|channel|group|mailing list)",
        r"get (?:our|the|all)\b.*\b(?:newsletter|inbox|alerts)\b|our (?:\w+ )?newsletter\b",
        rf"follow (?:us|[\w ]{{1,40}}) on {_NETWORKS}\b|download (?:the|our) .{{0,30}}\bapp\b",
        r"support (?:our|independent) journalism\b|[\d,.]+ (?:people|readers) (?:have )?shared this",
    ),
    _start(
        ZoneKind.CAPTION,
        120,
        rf"{_MEDIA}(?: credits?| courtesy| caption)?\s?(?::|/|©)|(?:credit|caption|pic(?:ture)?|cover image)s?\s?:",
        r"©\s?(?:AFP|AP|Reuters|EPA|Getty)\b",
    ),
    _start(
        ZoneKind.RELATED,
        20,
        r"[▶►⏵]\ufe0f?\s*\S|now playing\b\s*[:|]\s?\S",
        r"(?:coming up|up next|still to come|later (?:today|tonight))\b[^.:]{0,20}:\s?\S",
        rf"(?:watch|listen|play|audio|podcast|clip|video)\b[^.!?]*{_NO_HOUR}\s{_LENGTH}$",
        r"(?:watch|listen)\s?\|\s?\S",
    ),
    _start(ZoneKind.CAPTION, 14, rf"{_MEDIA} (?:by|courtesy of) (?-i:[A-ZÀ-Þ])"),
    _start(
        ZoneKind.RELATED,
        40,
        r"(?:read|see|watch|listen|related|don['’]t miss|must[- ]read)(?: more| also| next| here)?\s?(?::|>|»|›)\s?\S",
        r"(?:also read|see also|also see|read also|more)\s?(?::|>|»|›)\s?\S",
        r"also (?:in|on|from) [^.]{2,50}:|(?:click|tap) here (?:to|for)\b",
    ),
    _start(ZoneKind.FOOTER, 60, r"©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}|:|by\b)|.{0,80}\ball rights reserved\b"),
    _whole(
        ZoneKind.FOOTER,
        r"about admin|about the authors?|view all posts(?: by .*)?|terms (?:of (?:use|service)|and conditions)(?: apply)?",
        r"about us|privacy policy|cookie policy|contact us|advertise with us",
    ),
    _whole(
        ZoneKind.COMMENTS,
        r"comments?|(?:sort|sorted|order)(?: comments)? by\s?:? (?:the )?(?:newest|oldest|best|latest|top|popular|most \w+)"
        r"(?: first)?",
        r"(?:newest|oldest|latest|most (?:liked|popular|recent))(?: comments)?(?: first)",
        r"(?:please |you must )?(?:be )?(?:log(?:ged)?|sign(?:ed)?)[ -]?in (?:or (?:register|sign up|join) )?"
        r"to (?:(?:leave|post|write|add|make) (?:a|your) )?comments?\.?",
        r"(?:view|show|hide|load) (?:all |more )?(?:\d+ )?(?:more )?(?:repl(?:y|ies)|comments)",
        r"(?:\d+\s)?likes?\s*[·•|]?\s*repl(?:y|ies)\b(?:\s*[·•|]?\s*(?:share|report|\d+ ?\w{1,7}(?: ago)?))*",
        r"be the first (?:to|one to) (?:comment|reply)[.!]?|report (?:this )?comment",
    ),
    _start(ZoneKind.BYLINE, 30, r"(?:additional |with |further )?(?:reporting|writing|editing|compiled) by (?-i:[A-ZÀ-Þ])"),
    _whole(
        ZoneKind.NAVIGATION,
        r"back to (?:the )?top(?: button| of (?:the )?page)?|(?:show|load|read|see|view) (?:more|all|less)(?: comments)?",
        r"skip to (?:main |the )?(?:content|navigation|search)|view (?:all )?comments",
        r"(?:next|previous)(?: (?:article|story|post))?|print this (?:page|article)|listen to (?:this )?article",
        r"share(?: this)?(?: (?:article|story|post|page))?(?: (?:on|via)\b.*)?",
        r"\d+ min(?:ute)?s? read|(?:\d[\d,.]*k?\s)?(?:shares?|views?|likes?)|(?:tags?|topics?|filed under)\s?:.*",
    ),
)
SPEECH = re.compile(r"\b(?:said|says|told|according to|reported|announced|added|warned|denied|confirmed|killed)\b|[“”\"«»]")
_CREDIT_END = re.compile(
    rf"\((?:[^()]{{0,120}}\b{_MEDIA}\b[^()]{{0,40}}(?:\bby\b|:)[^()]{{1,80}}|(?:AP|AFP|Reuters) (?:photo|image)[^()]{{0,60}}"
    rf"|[^()]{{1,60}}/\s?{_AGENCIES})\)?$|(?:/|via|\|)\s?{_AGENCIES}(?: Images)?\)?$",
    re.IGNORECASE,
)
CAPTION_DETAIL = re.compile(
    r"(?:date|source|author|credits?|photographer|licen[cs]e|location|caption|description|camera)\s*:", re.IGNORECASE
)
_BREADCRUMB = re.compile(r"(?:home|start|news|front page|accueil|inicio)\s*(?:[/>»›|→]|::)\s*\S", re.IGNORECASE)
_BARE_NUMBER = re.compile(rf"\d{{1,3}}(?:[,.\u00a0]\d{{3}})+|\d{{1,7}}|\d+(?:\.\d)?[kKmM]|{_LENGTH}(?:\s?/\s?{_LENGTH})?")
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_MENU_BAR = re.compile(r"[^|•·>»›/.!?]{2,30}(?:\s+[|•·>»›/]\s+[^|•·>»›/.!?]{2,30}){2,}")


def line_kind(line: Line) -> ZoneKind | None:
    """The kind of furniture that a line is wherever it stands; None for running text and headings."""
    if len(line.text) > _MAX_CHARS:
        return None
    for rule in RULES:
        if line.words <= rule.max_words and rule.pattern.match(line.bare or line.text):
            return rule.kind if rule.kind in _SURE or not reports(line) else None
    if line.words <= _MAX_CREDITED_WORDS and _CREDIT_END.search(line.text) and not reports(line):
        return ZoneKind.CAPTION
    if is_share_bar(line):
        return ZoneKind.NAVIGATION
    return ZoneKind.SPAM if is_links_only(line) else None


def reports(line: Line) -> bool:
    """A whole sentence in which somebody says something or something is quoted: text, whatever it begins with."""
    return line.is_running and line.ends_sentence and bool(SPEECH.search(line.text))


def is_navigation(line: Line) -> bool:
    """At the top of a text: a language bar, breadcrumbs, a menu, a lone section name, or a counter."""
    return is_bare_number(line) or is_language_bar(line) or is_breadcrumb(line) or is_menu(line) or is_share_bar(line)


def is_bare_number(line: Line) -> bool:
    """A counter or a running time and nothing else; a year may head what happened in it."""
    return bool(_BARE_NUMBER.fullmatch(line.bare)) and not _YEAR.fullmatch(line.bare)


def is_language_bar(line: Line) -> bool:
    """Names of languages and nothing else, two at least."""
    words = _WORD.findall(line.text.casefold())
    return len(words) > 1 and all(word in LANGUAGES for word in words)


def is_breadcrumb(line: Line) -> bool:
    """A path of sections that starts at the home page."""
    return bool(_BREADCRUMB.match(line.bare)) and line.words <= _MAX_PATH_WORDS and not line.is_running


def is_menu(line: Line) -> bool:
    """Section names only, perhaps run together, or several short entries between bars."""
    if line.words > _MAX_MENU_WORDS or len(line.text) > _MAX_CHARS or line.ends_sentence:
        return False
    words = [word.casefold() for part in _GLUED.split(line.bare) for word in _WORD.findall(part)]
    return (bool(words) and all(word in SECTIONS for word in words)) or bool(_MENU_BAR.fullmatch(line.bare))


def is_share_bar(line: Line) -> bool:
    """Names of networks and share buttons only."""
    words = _WORD.findall(line.bare.casefold())
    if not 1 <= len(words) <= _MAX_MENU_WORDS or not any(word in SHARE_BUTTONS for word in words):
        return False
    return all(word in SHARING for word in words) and not line.ends_sentence


def is_links_only(line: Line) -> bool:
    """Bare addresses and nothing else."""
    return bool(_URL.search(line.text)) and not _WORD.search(_URL.sub("", line.text))


def trailing_links(line: Line) -> int | None:
    """Offset in the text where two or more bare addresses at the end of a line begin; None if there are fewer."""
    offset = max(0, len(line.text) - _MAX_CHARS)
    match = _LINK_TAIL.search(line.text, offset)
    return line.start + match.start() if match and match.start() else None
