"""Files of a folder that nobody could take for an article: counted by kind, never opened."""

from __future__ import annotations

from pathlib import Path

_KINDS = {
    "images": "png jpg jpeg jpe jfif gif webp svg ico bmp tif tiff avif heic heif psd",
    "sound and film": "mp3 m4a aac wav flac ogg oga opus mp4 m4v webm mov avi mkv mpg mpeg wmv ts m3u8",
    "style sheets and scripts": "css scss sass less js mjs cjs jsx tsx map wasm swf",
    "fonts": "woff woff2 ttf otf eot",
    "programs": "py pyc ipynb r sh bat ps1 exe dll so dylib jar class",
    "databases": "sqlite sqlite3 db mdb dta sav rds rdata pkl npy parquet",
    "settings": "toml ini cfg conf lock env editorconfig properties",
    "temporary files": "tmp temp part crdownload swp bak lnk url webloc",
}
_OF_SUFFIX = {f".{suffix}": kind for kind, suffixes in _KINDS.items() for suffix in suffixes.split()}
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "icon\r", "ehthumbs.db"})
_ABOUT = frozenset({"readme", "license", "licence", "copying", "changelog", "contributing", "makefile", "dockerfile"})
_ABOUT_FILES = frozenset(
    {"requirements.txt", "robots.txt", "package.json", "package-lock.json", "tsconfig.json", "composer.json"}
)
_LABELS = frozenset({"gold.json"})
"""Hand-made labels that lie beside articles."""
_ASSETS = (
    "_files",
    ".files",
    "-files",
    "_fichiers",
    "-dateien",
    "_archivos",
    "_arquivos",
    "_bestanden",
    "_pliki",
    "_file",
    ".data",
)
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")


def kind_passed_over(name: str) -> str | None:
    """What a file is called in the count of what was passed over; None if it may be an article."""
    folded = name.lower()
    if folded in _LABELS:
        return "label files"
    if folded.startswith((".", "~$", "__macosx")) or folded in _SYSTEM:
        return "hidden files"
    if folded in _ABOUT_FILES or folded.partition(".")[0] in _ABOUT:
        return "files about the folder"
    return _OF_SUFFIX.get(Path(folded).suffix)


def is_hidden_folder(name: str) -> bool:
    """A folder whose files are not looked at."""
    return name.startswith(".") or name.lower() in ("__macosx", "node_modules", "__pycache__")


def is_of_saved_page(folder: str, files: list[str]) -> bool:
    """A folder that a browser saved beside a page ("ferry_files" beside "ferry.html"): its files are parts of the page."""
    folded = folder.lower()
    stems = {Path(name).stem.lower() for name in files if name.lower().endswith(_PAGES)}
    return any(folded.endswith(end) and folded.removesuffix(end) in stems for end in _ASSETS)
