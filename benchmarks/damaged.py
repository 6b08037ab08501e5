"""Damages article files (cut short, bytes flipped, two spliced) and checks how each is read.

    python benchmarks/damaged.py FOLDER [--count 1000] [--seed 9]

Every damaged file must be read or refused with a reason, within the limits of time and memory, and no article may hold
words that stand neither in the damaged bytes nor in the texts of the files they were made from. Ends with 1 if any does.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from summarizer.articles import read_articles

MAX_SECONDS, MAX_MEGABYTES = 5.0, 500
_WORD = re.compile(r"[^\W\d_]{4,}")
_OTHER = re.compile(r"[\W\d_]+")
_TAG = re.compile(r"<[^<>]{0,2000}>|&#?\w{1,8};")
_FLIPS = 40
_RUBY = re.compile(r"<r[tp]>.{0,60}?</r[tp]>|<[^<>]{0,2000}>", re.DOTALL)
_CHARSETS = (
    *("utf-8", "utf-16-le", "utf-16-be", "latin-1", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "mac-latin2", "hp-roman8"),
    *(f"iso8859-{number}" for number in (*range(2, 11), *range(13, 17))),
    *(f"cp{number}" for number in (437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 865, 866, 869, 874)),
    *(f"cp125{number}" for number in range(9)),
    *("gb18030", "big5hkscs", "cp932", "cp949", "euc-jp", "euc-kr", "johab", "iso2022-jp", "iso2022-kr", "hz"),
)
"""Whatever the bytes are taken for, the words must stand in them."""


def damaged(files: list[tuple[str, bytes]], chance: random.Random) -> tuple[str, str, bytes, list[str]]:
    """What was done, the name, the bytes, and the names of the files they come from."""
    name, data = chance.choice(files)
    how = chance.choice(("cut", "flipped", "spliced"))
    if how == "cut":
        return how, name, data[: chance.randrange(len(data) + 1)], [name]
    if how == "flipped":
        changed = bytearray(data)
        for _ in range(chance.randint(1, _FLIPS)):
            if changed:
                changed[chance.randrange(len(changed))] = chance.randrange(256)
        return how, name, bytes(changed), [name]
    other, more = chance.choice(files)
    return how, name, data[: chance.randrange(len(data) + 1)] + more[chance.randrange(len(more) + 1) :], [name, other]


def words(text: str) -> set[str]:
    """Words of four letters and more, in small letters."""
    return {word.casefold() for word in _WORD.findall(text)}


def letters(text: str) -> str:
    """The letters alone, in small letters: what was taken out between two of them may have joined words."""
    return _OTHER.sub("", text.casefold())


def readings(data: bytes) -> str:
    """The letters that the bytes may stand for, in every charset, with markup and without."""
    decoded = [data.decode(charset, errors="ignore") for charset in _CHARSETS]
    return "\n".join(
        letters(text) + "\n" + letters(_TAG.sub("", text)) + "\n" + letters(_RUBY.sub("", text)) for text in decoded
    )


def strange(text: str, known: str) -> list[str]:
    """Words of an article that stand nowhere in what it was made from."""
    return sorted(word for word in words(text) if word not in known)


def inputs(folder: Path) -> list[tuple[str, bytes]]:
    """Every file below a folder, in order."""
    return [(str(path.relative_to(folder)), path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]


def faults(folder: Path, count: int, seed: int, outcomes: Counter[str]) -> Iterator[str]:
    """One line for each damaged file that was not read or refused as it should be."""
    chance, files = random.Random(seed), inputs(folder)
    clean = {name: letters(" ".join(a.text for a in read_articles([folder / name]).articles)) for name, _ in files}
    for number in range(count):
        how, name, data, made_of = damaged(files, chance)
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / Path(name).name
            path.write_bytes(data)
            for fault in read_one(path, data, [clean[one] for one in made_of], outcomes):
                yield f"{number} {how} {'+'.join(made_of)}: {fault}"


def read_one(path: Path, data: bytes, whole: list[str], outcomes: Counter[str]) -> Iterator[str]:
    """What is wrong with how one file is read."""
    began = time.perf_counter()
    try:
        result = read_articles([path])
    except Exception:  # noqa: BLE001 (the very thing that is looked for)
        yield traceback.format_exc(limit=-3)
        return
    taken = time.perf_counter() - began
    outcomes["articles" if result.articles else "refused"] += 1
    if taken > MAX_SECONDS:
        yield f"took {taken:.1f} s"
    if not result.articles and not result.failures:
        yield "vanished"
    known = "\n".join([readings(data), *whole]) if result.articles else ""
    for article in result.articles:
        if foreign := strange(article.text, known):
            yield f"words that are not in it: {foreign[:5]}"


def main() -> int:
    """Damage, read, count, and print what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=9)
    args = parser.parse_args()
    outcomes: Counter[str] = Counter()
    began = time.perf_counter()
    found = 0
    for line in faults(args.folder, args.count, args.seed, outcomes):
        print(line)
        found += 1
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    print(f"{args.count} files in {time.perf_counter() - began:.0f} s: {dict(outcomes)}, {found} faults, peak {peak} MB")
    return 1 if found or peak > MAX_MEGABYTES else 0


if __name__ == "__main__":
    sys.exit(main())
