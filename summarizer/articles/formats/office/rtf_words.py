"""Control words of RTF that a reader of text must know (Rich Text Format Specification 1.9.1)."""

from __future__ import annotations

DESTINATIONS = frozenset(
    "fonttbl colortbl stylesheet info pict object objdata objclass fldinst header headerf headerl headerr footer "
    "footerf footerl footerr "
    "themedata colorschememapping latentstyles datastore datafield listtable listoverridetable rsidtbl generator "
    "xmlnstbl filetbl revtbl "
    "bkmkstart bkmkend pntext pntxta pntxtb listtext nonshppict sp sn sv nonesttables ftnsep ftnsepc ftncn aftnsep "
    "aftnsepc aftncn "
    "atnauthor atnid atnref atntime atndate atnicn atnparent atrfstart atrfend template private title author "
    "operator company keywords "
    "subject doccomm comment category manager creatim revtim printim buptim xe tc tcn rxe txe mmathpr wgrffmtfilter "
    "userprops passwordhash "
    "pnseclvl background shprslt htmltag mhtmltag".split()
)
"""Groups whose content is no text of the document."""

NOTES = frozenset({"footnote", "annotation"})
"""Groups whose content stands beside the text."""

SYMBOLS = {
    "tab": " ", "line": "\n", "softline": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "lbr": "\n",
}  # fmt: skip

CHARSETS = {
    0: "cp1252", 2: "cp1252", 77: "mac_roman", 78: "shift_jis", 79: "euc_kr", 80: "gb2312", 81: "big5", 85: "mac_greek",
    86: "mac_turkish", 88: "mac_latin2", 89: "mac_cyrillic", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""The charset that a font's \\fcharset stands for; 1, the default, is that of the document."""
