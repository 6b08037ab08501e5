"""How many files are read in a second of one core's time, by kind.

    python benchmarks/reading.py [FOLDER] [--rounds 3]

Without a folder it writes its own: news pages with menus, related boxes and comments, plain texts, JSON feeds, and PDF
files of three pages in two columns. The cheapest round of each kind counts; a PDF's time holds the start of its process.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
from collections import defaultdict
from pathlib import Path

from summarizer.articles import read_articles

WORDS = (
    "harbour crew police governor bridge river storm market village council court minister hospital road train night".split()
)
VERBS = "said closed reached warned counted found left moved rescued promised reported".split()
FILES, PARAGRAPHS, PDF_LINES = 40, 18, 46


def sentence(chance: random.Random) -> str:
    """A sentence of invented news."""
    left, right = chance.sample(WORDS, 2)
    number = chance.randint(2, 900)
    return f"The {left} {chance.choice(VERBS)} on Monday that {number} people near the {right} had been told to wait."


def paragraph(chance: random.Random) -> str:
    """Three sentences."""
    return " ".join(sentence(chance) for _ in range(3))


def page(chance: random.Random) -> str:
    """A page with the furniture of a news site."""
    menu = "".join(f"<li><a href='/{word}'>{word.title()}</a></li>" for word in WORDS)
    body = "".join(f"<p>{paragraph(chance)}</p>" for _ in range(PARAGRAPHS))
    related = "".join(f"<li><a href='/r/{n}'>{sentence(chance)}</a></li>" for n in range(8))
    comments = "".join(f"<div class='comment'><p>{sentence(chance)}</p></div>" for _ in range(12))
    facts = json.dumps({"@type": "NewsArticle", "headline": sentence(chance), "datePublished": "2024-10-14T08:00:00Z"})
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>News</title><script type='application/ld+json'>{facts}</script></head>"
        f"<body><nav><ul>{menu}</ul></nav><main><article><h1>{sentence(chance)}</h1>{body}</article>"
        f"<aside class='related'><ul>{related}</ul></aside></main><section id='comments'>{comments}</section></body></html>"
    )


def pdf(chance: random.Random, pages: int = 3) -> bytes:
    """A PDF in two columns, made of its plainest objects."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for _ in range(pages):
        columns = (f"BT /F1 9 Tf 11 TL {x} 760 Td {' '.join(_lines(chance))} ET" for x in (50, 310))
        stream = "\n".join(columns).encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        fonts = b"/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R>>" % (fonts, len(objects)))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b" ".join(b"%d 0 R" % kid for kid in kids))
    return _file(objects)


def _lines(chance: random.Random) -> list[str]:
    text = " ".join(paragraph(chance) for _ in range(PARAGRAPHS)).split()
    return [f"({' '.join(text[n * 8 : n * 8 + 8])}) Tj T*" for n in range(PDF_LINES)]


def _file(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + head + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))


def write(folder: Path) -> None:
    """The benchmark's own files."""
    chance = random.Random(1)
    for number in range(FILES):
        (folder / f"{number}.html").write_text(page(chance), encoding="utf-8")
        (folder / f"{number}.txt").write_text("\n\n".join(paragraph(chance) for _ in range(PARAGRAPHS)), encoding="utf-8")
        entries = [{"title": sentence(chance), "text": paragraph(chance) * 4} for _ in range(5)]
        (folder / f"{number}.json").write_text(json.dumps({"articles": entries}), encoding="utf-8")
        if number % 4 == 0:
            (folder / f"{number}.pdf").write_bytes(pdf(chance))


def main() -> None:
    """Read every file in rounds and print the rate of each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.folder or Path(scratch)
        if args.folder is None:
            write(folder)
        report(folder, args.rounds)


def report(folder: Path, rounds: int) -> None:
    """One line a kind of file: files a second, and the time of one."""
    kinds: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            kinds[path.suffix].append(path)
    for suffix, paths in sorted(kinds.items()):
        best = min(_seconds(paths) for _ in range(rounds))
        print(f"{suffix or 'none':8} {len(paths) / best:8.1f} files a second, {1000 * best / len(paths):7.1f} ms each")


def _seconds(paths: list[Path]) -> float:
    """Processor time, that of the processes which read PDF files included: other work on the machine does not count."""
    began = os.times()
    for path in paths:
        read_articles([path])
    ended = os.times()
    return sum(ended[:4]) - sum(began[:4])


if __name__ == "__main__":
    main()
