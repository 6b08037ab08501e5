"""Is it all of the article? What speaks for a text that was cut off; of such an article nothing is ever called missing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.articles.lines import Line, lines_of
from summarizer.articles.zoning.walls import left_out_mark, paywall_lines
from summarizer.schema import Zone

_MORE = (
    r"(?:continue|keep|read|see)\s(?:reading|more|on|the\s(?:full|whole|rest)(?:\s\w+){0,3})|(?:jetzt\s)?weiterlesen|mehr\slesen|"
    r"lire\s(?:la\ssuite|plus)|leer\smás|seguir\sleyendo|(?:leia|ler)\smais|continua(?:\sa\sleggere)?|leggi\s(?:tutto|di\spiù)|"
    r"lees\s(?:meer|verder)|läs\smer|læs\smere|les\smer|lue\slisää|czytaj\s(?:dalej|więcej)|číst\sdále|читать\s(?:далее|полностью|"
    r"дальше)|читати\sдалі|devamını\soku|اقرأ\sالمزيد|ادامه\sمطلب|阅读(?:更多|全文)|閱讀更多|続きを読む|더\s?보기"
)
"""What links say that lead from a teaser to its article."""
_DOTS = re.compile(
    rf"(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\))[)\]]*(?:\s{{0,3}}[\[(]?(?:{_MORE})[\])]?[\s.»›>→]{{0,4}})?$",
    re.IGNORECASE,
)
"""A speaker who falls silent ends in dots and a quotation mark, a teaser in dots alone or with a link behind them."""
_LINK_ONLY = re.compile(rf"\W{{0,4}}(?:{_MORE})\W{{0,4}}", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\W{0,3}(?:(?:continued|cont['’]?d\.?|continues)\s(?:on|in)|turn\sto|(?:lesen\ssie\sweiter|weiter|fortsetzung)(?:\s(?:auf|im))?|"
    r"(?:la\s)?suite(?:\s(?:en|à\sla))?|lire\sla\ssuite|continúa|sigue|pasa|segue|continua|vervolg|lees\sverder|ciąg\sdalszy)"
    r"(?:\s(?:en|a|op|na|la|à|auf)){0,2}\s(?:pages?|p\.|seite|s\.|páginas?|pág\.|pagina|str(?:onie|\.))\s?[A-Z]?\d{1,3}\W{0,3}",
    re.IGNORECASE,
)
_SIGNED_OFF = re.compile(r"[\W_]*(?:30)?[\W_]*")
"""A rule of dashes or stars, or the printers' mark for an end."""
_ENDED = re.compile(r"[.!?。！？؟۔।։][\"”’»'\)\]」』）]*(?:\s*(?:\([^()]{1,30}\)|[-–—/]\s?[\w. /]{1,20}))?$")
"""A sentence's end, perhaps with an agency's or a writer's sign behind it: "(KPB)", "/ afp"."""
_OPEN_END = re.compile(
    r"(?:[,;:–—-]|\b(?:the|a|an|of|to|in|on|at|by|for|with|and|or|but|that|which|who|was|were|is|are|has|had|have|be|been|will|would|"
    r"said|from|as|their|his|her|its))$",
    re.IGNORECASE,
)
_GREEK_QUESTION = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff][;\u037e][\"”’»'\)\]]*$")
_MARKED = re.compile(r"[.!?。！？؟۔।։]")
_TEASER_WORDS = 14
"""A last line of at most so many words and without a full stop points to another article sooner than it is cut off."""
_ITEM = re.compile(r"[-–—•*·▪]\s|\(?\d{1,3}[.)]\s|https?:")
"""An item of a list, which needs no full stop."""


def running_lines(text: str, zones: Sequence[Zone]) -> list[Line]:
    """The lines as they read without what is set aside, at their places in the text."""
    blanked = list(text)
    for zone in zones:
        blanked[zone.start : zone.end] = " " * (zone.end - zone.start)
    return lines_of("".join(blanked))


def cut_off(running: Sequence[Line], every: Sequence[Line]) -> str | None:
    """What shows that a text is not whole, as a clause; None if nothing does.

    Args:
        running: the lines that are not set aside, in order.
        every: all lines.
    """
    last = next((line for line in reversed(running) if not _is_behind_the_end(line)), None)
    if last is None:
        return None
    if any(left_out_mark(line) for line in every):
        return "the text was cut by the service it comes from, which counts what it left out"
    if _wall_at_end(running, every):
        return "the text ends at a line that asks the reader to subscribe or log in"
    if _DOTS.search(last.text):
        return "the text ends in dots, as a teaser does"
    if _ELSEWHERE.fullmatch(last.text):
        return "the text says that it goes on elsewhere"
    return "the text ends within a sentence" if _breaks_off(last, running) else None


def _is_behind_the_end(line: Line) -> bool:
    """A rule, a printers' mark or a link to more: what stands before it is the last line."""
    return bool(_SIGNED_OFF.fullmatch(line.text) or _LINK_ONLY.fullmatch(line.text))


def _wall_at_end(running: Sequence[Line], every: Sequence[Line]) -> bool:
    """A paywall's line below which no paragraph stands."""
    last = max((line.end for line in running if line.is_running), default=0)
    return bool(paywall_lines(line for line in every if line.start >= last))


def _breaks_off(last: Line, running: Sequence[Line]) -> bool:
    """The last line ends no sentence, though the text ends sentences, and is no pointer to another article."""
    if _ENDED.search(last.text) or _GREEK_QUESTION.search(last.text) or _ITEM.match(last.text):
        return False
    if not any(_MARKED.search(line.text) for line in running):
        return False
    return last.words > _TEASER_WORDS or bool(_OPEN_END.search(last.text))
