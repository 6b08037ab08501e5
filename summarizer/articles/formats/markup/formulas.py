"""Formulas in MathML as one line of characters, so that a number set as a formula stays in its sentence."""

from __future__ import annotations

from lxml import html as lxml_html

from summarizer.articles.formats.markup.raised import Place, lowered, raised
from summarizer.articles.formats.markup.tree_text import replace, text_after, text_before, would_join

_MAX_DEPTH = 50
_PAIR = 2


def write_formula(formula: lxml_html.HtmlElement) -> None:
    """Put a formula into its sentence as one line of characters."""
    for note in list(formula.iter("annotation", "annotation-xml")):
        note.drop_tree()
    text = " ".join(_formula_text(formula).split())
    left = " " if would_join(text_before(formula), text) else ""
    right = " " if would_join(text, text_after(formula)) else ""
    replace(formula, left + text + right)


def _formula_text(element: lxml_html.HtmlElement, depth: int = 0) -> str:
    if not isinstance(element.tag, str):
        return ""
    parts = [_formula_text(child, depth + 1) for child in element] if depth < _MAX_DEPTH else []
    tag = element.tag.rpartition(":")[2]
    is_pair = len(parts) == _PAIR
    if tag in ("msup", "msub") and is_pair:
        read = (raised if tag == "msup" else lowered)(parts[1], Place("×10" if tag == "msup" else "H", ""))
        return parts[0] + (read.text or f"^{parts[1]}")
    if tag == "mfrac" and is_pair:
        return f" {parts[0]}/{parts[1]}"
    return (element.text or "").strip() + "".join(parts)
