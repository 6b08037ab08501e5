"""PDF files written by hand: pages given as drawing operators, and columns of lines set in Courier."""

from __future__ import annotations

import zlib

WIDTH, HEIGHT = 500, 700
CHAR = 0.6  # every character of Courier, in type sizes
QUARRY = (
    "The quarry at Grenholm slid into the lake on Monday night, and rescuers found nine workers in the mud below it. "
    "The owner had been warned in spring. Two cranes and a dredger were brought from the port to clear the narrow road."
)
COUNCIL = (
    "Members of the council asked why the siren stayed silent for twelve minutes after the first call from the foreman. "
    "A spokesman said that the cable had been cut by the slide. The council meets again on Friday in the school hall."
)


def wrapped(text, chars):
    """Lines of at most so many characters."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > chars:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def shown(text, x, y, size=10.0, *, before=""):
    """The operators that draw a text at a place."""
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").decode("cp1252")
    return f"BT {before} /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def column(text, x, y, chars, *, size=10.0, lead=12.0):
    """A text set as a column: the operators of each line."""
    return [shown(line, x, y - lead * at, size) for at, line in enumerate(wrapped(text, chars))]


def by_rows(*columns):
    """The lines of columns drawn across the page, row by row."""
    longest = max(map(len, columns))
    return "".join(lines[at] for at in range(longest) for lines in columns if at < len(lines))


def pdf(*pages, extra="", unicode=None):
    """A PDF of pages given as drawing operators; `unicode` maps character codes to what the font says that they are."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
    objects.append(font if unicode is None else font.replace(">>", "/ToUnicode 4 0 R >>"))
    objects.append(_stream(_cmap(unicode or {})))
    kids = []
    for page in pages:
        objects.append(_stream(page.encode("cp1252")))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {extra} /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + (body if isinstance(body, bytes) else body.encode()) + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(places) + 1} /Root 1 0 R >>\n"
    return out + end.encode() + f"startxref\n{len(out)}\n%%EOF".encode()


def _stream(data):
    packed = zlib.compress(data)
    return f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


def _cmap(mapping):
    lines = "\n".join(f"<{code:02x}> <{char.encode('utf-16-be').hex()}>" for code, char in mapping.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(mapping)} beginbfchar\n{lines}\nendbfchar\n"
        "endcmap end end"
    ).encode()


def flat(article):
    """The text as one line."""
    return " ".join(article.text.split())


def noted(article, part):
    return any(part in note for note in article.notes)
