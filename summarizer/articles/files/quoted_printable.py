"""Quoted-printable without a mail around it: the body of a mail or of a saved page that was kept alone.

RFC 2045, section 6.7: a byte is "=" and two hexadecimal digits, and "=" at the end of a line joins it to the next one.
"""

from __future__ import annotations

import quopri
import re

_BYTE = re.compile(rb"=[0-9A-F]{2}")
_HIGH = re.compile(rb"=[89A-F][0-9A-F]")
_SOFT = re.compile(rb"=[ \t]{0,3}\r?\n")
_FULL_LINE = re.compile(rb"(?:\A|\n)[^\n]{69,75}=\r?\n")
"""Programs break lines at 76 characters, the sign at their end included."""
_MIN_HIGH = 2


def unquoted(data: bytes) -> bytes | None:
    """The bytes that quoted-printable stands for; None if these are not that: not every "=" is part of it."""
    if b"=" not in data or not data.isascii():
        return None
    ends_open = data.rstrip(b"\r\n\t ").endswith(b"=")
    if data.count(b"=") != len(_BYTE.findall(data)) + len(_SOFT.findall(data)) + (ends_open and not data.endswith(b"\n")):
        return None
    if len(_HIGH.findall(data)) < _MIN_HIGH and not _FULL_LINE.search(data):
        return None
    return quopri.decodestring(data)
