"""One article of an export whose facts stand above, beside and below its text on lines of their own.

Two orders are common: outlet, date, title, labels, text (Nexis before 2019, ProQuest, EBSCO, Gale, NewsBank), and title,
outlet, date, labels, "Body", text (Nexis Uni, Lexis+). Nobody publishes a description of these layouts; they are those
that programs for research on news read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.articles.fields import web_address
from summarizer.articles.formats.exports.blocks import Block, blocks_of, without_pages
from summarizer.articles.formats.exports.labels import Role, looks_labelled
from summarizer.articles.formats.exports.record import Record, cited, has_text
from summarizer.articles.formats.exports.top import is_date_line, read_top, read_top_of_page
from summarizer.articles.formats.plain_text import join_wrapped
from summarizer.articles.lines import lines_of

_MAX_TOP = 14
_MAX_NOTICE = 60
_MAX_UNKNOWN = 3
"""So many lines with labels that are not known may stand between known ones below a text."""
_NOTICE = re.compile(
    r"[\W_]*(?:copyright\b\W{0,3}(?:\d{4}|©|\(c\)|of\b|by\b|$)|©|\(c\)\s|all rights reserved|tous droits r|"
    r"alle rechte vorbehalten|"
    r"todos los derechos|alle rechten voorbehouden|tutti i diritti|todos os direitos|все права|load-date\b|link to image|"
    r"image \d+, no caption|pdf-datei dieses|~{4,}\s*(?:by .{0,80})?$)|[\W_]+$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:news.?)?(?:source|quelle|fuente|fonte|bron|kaynak|sumber|publication|publicación|источник)\W*", re.IGNORECASE
)


def read_labelled(lines: Sequence[str], *, title_first: bool = False) -> Record:
    """What the lines of one article say; `title_first` if its database prints the title above the outlet."""
    kept = without_pages(list(lines))
    blocks = blocks_of(kept)
    start, first = _body_start(blocks)
    end = _body_end(blocks, start, cuts=title_first)
    if title_first:
        record = read_top_of_page(kept[: blocks[start].start if start < len(blocks) else len(kept)])
    else:
        record = read_top(_before_labels(blocks[:start]))
    _learn(record, [*blocks[:start], *blocks[end:]])
    record.text = "\n\n".join(filter(None, [record.text, _text(kept, blocks[start:end], first)]))
    return record


def is_notice(block: Block) -> bool:
    """A notice of copyright, a rule, or another line that the database adds."""
    return len(block.value.split()) <= _MAX_NOTICE and bool(_NOTICE.match(block.value))


def _before_labels(head: list[Block]) -> list[list[str]]:
    """The unlabelled blocks above the first label below the date line; those between other labels are the database's."""
    dated = next((i for i, block in enumerate(head) if not block.label and any(map(is_date_line, block.lines))), 0)
    first = next((i for i, block in enumerate(head) if block.label and i > dated), len(head))
    if not any(block.role in (Role.TITLE, Role.OUTLET, Role.DATE, Role.BODY) for block in head[:dated]):
        return [block.lines for block in head[:first] if not block.label and not block.heading]
    first = next((i for i, block in enumerate(head) if block.label), len(head))
    return [block.lines for block in head[:first] if not block.heading]


def _body_start(blocks: list[Block]) -> tuple[int, str]:
    """Index of the first block of the text, and what of it stands behind the label "Full text:"."""
    marked = next((i for i, block in enumerate(blocks) if Role.BODY in (block.role, block.heading)), None)
    if marked is not None and not any(map(_is_running, blocks[:marked])):
        block = blocks[marked]
        return (marked, "label") if block.role is Role.BODY and block.lines else (marked + 1, "")
    labelled = next((i for i, block in enumerate(blocks[: _MAX_TOP + 1]) if block.label), None)
    if labelled is None or any(_is_running(block) for block in blocks[:labelled]):
        return _below_top(blocks), ""
    return _below_labels(blocks, labelled), ""


def _below_top(blocks: list[Block]) -> int:
    """Index of the first paragraph."""
    return next((i for i, block in enumerate(blocks) if _is_running(block)), len(blocks))


def _below_labels(blocks: list[Block], last: int) -> int:
    """Index of the first block that no label follows at once."""
    for index in range(last + 1, len(blocks)):
        if blocks[index].label:
            last = index
        elif index - last > 1 or _is_running(blocks[index]) or not _label_follows(blocks, index):
            break
    return last + 1


def _label_follows(blocks: list[Block], index: int) -> bool:
    return (
        index + 2 < len(blocks) and blocks[index + 1].label is not None and any(map(_is_running, blocks[index + 2 : index + 8]))
    )


def _is_running(block: Block) -> bool:
    return block.label is None and any(line.is_running for line in lines_of(block.value))


def _body_end(blocks: list[Block], start: int, *, cuts: bool) -> int:
    end = at = len(blocks)
    while at > start and end - at <= _MAX_UNKNOWN:
        at -= 1
        if is_notice(blocks[at]) or _is_tail(blocks[at]):
            end = at
        elif not looks_labelled(blocks[at].value):
            break
    if cuts:
        headings = (i for i in range(start + 1, end) if blocks[i].heading in (Role.OTHER, Role.CORRECTION))
        end = next(headings, end)
    return end


def _is_tail(block: Block) -> bool:
    return (block.label is not None and block.role is not Role.BODY) or block.heading is Role.OTHER


def _learn(record: Record, around: list[Block]) -> None:
    """Facts of the labelled lines around the text; the first of each kind counts."""
    outlets = [block.value for block in around if block.role is Role.OUTLET and block.value]
    named = [b.value for b in around if b.role is Role.OUTLET and b.value and b.label and not _SOURCE.fullmatch(b.label.name)]
    record.outlet = next(iter([*named, *outlets]), record.outlet)
    for block in around:
        if block.label and block.value:
            _learn_one(record, block)
    _learn_headed(record, around)
    citations = [block.value for block in around if block.role is Role.CITATION] + outlets[:1]
    for value in citations:
        outlet, date = cited(value)
        record.outlet, record.date = record.outlet or outlet, record.date or date


def _learn_one(record: Record, block: Block) -> None:
    match block.role:
        case Role.TITLE | Role.DATE | Role.AUTHOR | Role.LANGUAGE | Role.URL:
            _set_once(record, block.role.value, block.value)
        case Role.LENGTH:
            record.words = record.words or block.value
        case Role.ABSTRACT:
            record.abstract = record.abstract or "\n".join(block.lines)
        case Role.CORRECTION:
            record.corrections.append(block.value)
        case _:
            pass
    if block.label and block.role in (Role.OTHER, Role.LENGTH, Role.ABSTRACT):
        record.left_out.append(block.label.name)


def _set_once(record: Record, name: str, value: str) -> None:
    """A fact by its label, which counts more than a line without one."""
    if name not in record.labelled:
        record.labelled.add(name)
        setattr(record, name, value)


def _learn_headed(record: Record, around: list[Block]) -> None:
    """What stands below a heading "Correction", and the names of the other headings."""
    heading: Role | None = None
    for block in around:
        if block.heading:
            heading = block.heading
            if heading is Role.OTHER:
                record.left_out.append(block.value)
        elif block.label:
            heading = None
        elif heading is Role.CORRECTION and not is_notice(block):
            record.corrections.append(block.value)
        elif web_address(block.value):
            record.url = record.url or block.value


def _text(lines: list[str], body: list[Block], first: str) -> str:
    """The paragraphs of the text: its lines as they stand, without a notice above them, hard-wrapped ones joined."""
    while body and not (first and body[0].label) and is_notice(body[0]):
        body = body[1:]
    if not body:
        return ""
    taken = [line.strip() for line in lines[body[0].start : body[-1].end]]
    if first and body[0].label:
        taken[0] = body[0].label.value
        if not has_text("\n".join(taken)):
            return ""
    return join_wrapped("\n".join(taken))[0]
