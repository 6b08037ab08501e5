"""A real browser: one Chromium for all tests, a fresh window for each, watched, and without a network.

Playwright's objects belong to the thread that made them, whose event loop runs as long as they live. So they have a
thread of their own, in which every test that asks for the browser runs as well: in the main thread asyncio stays free.
"""

from __future__ import annotations

import functools
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest
from browser.watched import Browser

# Before a test begins, its environment is cleaned of these.
REQUIRED = os.environ.get("SUMMARIZER_BROWSER_TESTS") == "required"
NAMED = os.environ.get("SUMMARIZER_BROWSER")

ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = (
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync", "--disable-background-networking"),
    *("--disable-component-update", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
"""No name of a host is resolved; memory is shared by files, since a container has little for it."""


def missing(what: str) -> NoReturn:
    """No browser, no test; and no success where they are required."""
    if REQUIRED:
        pytest.fail(f"the browser's tests are required, and {what}", pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def browser_thread() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1, thread_name_prefix="browser") as thread:
        yield thread


@pytest.fixture(scope="session")
def chromium(browser_thread: ThreadPoolExecutor) -> Iterator[object]:
    """Playwright's browser, for its own thread alone."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        missing(f"Playwright's driver is not installed ({error})")
    path = NAMED or next(filter(None, map(shutil.which, ON_PATH)), None)
    if path is None:
        missing(f"there is no browser: none of {', '.join(ON_PATH)} on the PATH, and SUMMARIZER_BROWSER is not set")
    driver = browser_thread.submit(lambda: sync_playwright().start()).result()
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    try:
        launched = browser_thread.submit(driver.chromium.launch, executable_path=path, args=[*OPTIONS, *as_root]).result()
    except Error as error:
        browser_thread.submit(driver.stop).result()
        missing(f"{path} does not start: {str(error).splitlines()[0]}")
    yield launched
    browser_thread.submit(launched.close).result()
    browser_thread.submit(driver.stop).result()


@pytest.fixture
def browser(chromium: object, browser_thread: ThreadPoolExecutor) -> Iterator[Browser]:
    watched = Browser(chromium)
    yield watched
    browser_thread.submit(watched.close).result()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """A test of the browser runs in the browser's thread, and fails by what the page did behind its back."""
    browser = pyfuncitem.funcargs.get("browser")
    if browser is None:
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}

    def run() -> None:
        pyfuncitem.obj(**arguments)
        browser.assert_quiet()

    pyfuncitem.funcargs["browser_thread"].submit(run).result()
    return True


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The file of a page by its name, as `report_of` knows it; each is rendered once."""
    from browser.pages import report_of, write_page

    folder = tmp_path_factory.mktemp("pages")

    @functools.cache
    def page(name: str) -> Path:
        return write_page(report_of(name), folder / f"{name}.html")

    return page


@pytest.fixture
def file(request: pytest.FixtureRequest, pages: Callable[[str], Path]) -> Path:
    """The page that a test is given by name; rendered in the main thread, as the model's answers are replayed there."""
    return pages(request.param)
