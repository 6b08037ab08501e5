"""Makes docs/page.png: the page of the shipped report, with one of its findings open.

    python benchmarks/picture.py [--finding f12c58a5f7ad6] [--browser PATH]

It needs Chromium and the development dependencies. The picture depends on the fonts of the machine. Where Pillow is
installed it is kept in 128 colours, which takes a third of the room.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

try:
    from PIL import Image
except ImportError:
    Image = None

COLOURS = 128
ROOT = Path(__file__).parents[1]
PAGE = ROOT / "reports" / "afghanistan" / "report.html"
PICTURE = ROOT / "docs" / "page.png"
WINDOW = {"width": 1280, "height": 800}


def main() -> None:
    """Open the page at the finding and take the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--finding", default="f12c58a5f7ad6", help="id of the finding that is shown")
    parser.add_argument("--browser", default=shutil.which("chromium") or shutil.which("google-chrome"))
    asked = parser.parse_args()
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=asked.browser, args=["--disable-gpu", "--disable-lcd-text", *as_root])
        page = browser.new_page(viewport=WINDOW, color_scheme="light", reduced_motion="reduce")
        page.goto(f"{PAGE.as_uri()}#f-{asked.finding}")
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURE)
        browser.close()
    if Image is not None:
        Image.open(PICTURE).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    print(f"{PICTURE}: {PICTURE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
