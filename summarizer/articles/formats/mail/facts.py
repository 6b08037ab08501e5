"""What a mail's headers say of its article: the title in its subject, and whether its sender is an outlet."""

from __future__ import annotations

import re
from email.message import Message
from email.utils import parseaddr

from summarizer.articles.cleaning import visible_line
from summarizer.articles.formats.mail.labels import PASSED_ON, PREFIX

_MAILTO = re.compile(r"\[mailto:([^\[\]\s]{1,200})\]", re.IGNORECASE)
_TAG = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*")
_DESK = re.compile(
    r"(?:news|newsletters?|no-?reply|do-?not-?reply|alerts?|briefings?|info|updates?|daily|weekly|morning|evening|mail(?:ing)?|hello|digest|presse?|"
    r"redaktion|redaction|redaccion|noticias|nachrichten|nouvelles|lettre|boletin)[\w.+-]{0,30}",
    re.IGNORECASE,
)
_LIST_HEADERS = ("list-unsubscribe", "list-id", "list-post", "x-campaign", "x-campaignid", "feedback-id")
_MAX_PREFIXES = 8
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "or", "ne", "edu"})
_MIN_LABEL, _MAX_NAME_WORDS = 4, 20


def subject_title(message: Message, subject: str) -> str | None:
    """The subject without "Re:", "Fwd:" and the like in any language, and without the tag that a mailing list puts there."""
    rest = subject
    for _ in range(_MAX_PREFIXES):
        match = PREFIX.match(rest)
        tag = _TAG.match(rest) if message.get("list-id") or message.get("list-post") else None
        if not match and not tag:
            break
        rest = rest[(match or tag).end() :] if (match or tag) else rest  # type: ignore[union-attr]
    return visible_line(rest)


def passed_on(subject: str) -> bool:
    """The subject says that the mail was forwarded ("Fwd:", "WG:", "TR:")."""
    rest = subject
    for _ in range(_MAX_PREFIXES):
        match = PREFIX.match(rest)
        if not match:
            return False
        if match["word"].lower() in PASSED_ON:
            return True
        rest = rest[match.end() :]
    return False


def is_listed(message: Message) -> bool:
    """It was sent to many at once by a program, and to no mailing list on which everybody may write."""
    if message.get("list-post"):
        return False
    return any(message.get(name) for name in _LIST_HEADERS) or str(message.get("precedence", "")).lower() == "bulk"


def newsletter_outlet(sender: str, *, listed: bool) -> str | None:
    """The outlet whose newsletter this is: the sender's name, or words of it, are the name of the domain it sends from.

    None for people and for mailing lists, whose address bears another name than theirs.

    Args:
        sender: the From header.
        listed: the mail was sent to many; else the address must be one of a desk ("news@").
    """
    name, address = parseaddr(_MAILTO.sub(r"<\1>", sender[:500]))
    local, _, domain = address.rpartition("@")
    if not name or not domain or not (listed or _DESK.fullmatch(local)):
        return None
    return name_in_domain(name, domain)


def name_in_domain(name: str, domain: str) -> str | None:
    """The words of a name that are also the name in a domain: "Norr Post" of "Norr Post | World" at norrpost.example."""
    label = _label(domain)
    words = name.split()[:_MAX_NAME_WORDS]
    if len(label) < _MIN_LABEL:
        return None
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            key = re.sub(r"\W+", "", "".join(words[start:end])).casefold()
            if key in (label, f"the{label}") or (key.startswith("the") and key[3:] == label):
                begins = (
                    start - 1
                    if start and words[start - 1].casefold() in ("the", "der", "die", "das", "le", "la", "el")
                    else start
                )
                return visible_line(" ".join(words[begins:end]).strip(" ,:|-–—\"'"))
    return None


def _label(domain: str) -> str:
    """The name in a domain: "tern-gazette" of "mail.tern-gazette.co.example", without its hyphens."""
    labels = domain.casefold().split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels = labels[:-1]
    return re.sub(r"\W+", "", labels[-1]) if labels else ""
