"""Windows of a browser in which nothing goes unnoticed that a page does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

VIOLATIONS = """
window.addEventListener('securitypolicyviolation', (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
window.addEventListener('unhandledrejection', (event) => console.error(`rejected: ${event.reason}`));
"""
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Browser:
    """Opens files, each in a window of its own, without a network.

    Attributes:
        noticed: what no page of a report does: messages on the console, errors, violations of its policy, dialogs, new
            windows, requests other than for the file itself. A test that wants one of them takes it out.
    """

    def __init__(self, chromium: Any) -> None:
        self.noticed: list[str] = []
        self._chromium = chromium
        self._contexts: list[Any] = []
        self._scripted: list[bool] = []
        self._opened: set[str] = set()

    def context(self, **options: Any) -> Any:
        """A fresh profile: nothing kept of any other."""
        self._scripted.append(options.get("java_script_enabled", True))
        context = self._chromium.new_context(offline=True, **{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(5000)
        context.add_init_script(VIOLATIONS)
        context.on("console", lambda message: self.noticed.append(f"console {message.type}: {message.text}"))
        context.on("weberror", lambda raised: self.noticed.append(f"error: {raised.error}"))
        context.on("request", self._requested)
        context.on("dialog", self._asked)
        self._contexts.append(context)
        return context

    def open(self, file: Path, *, context: Any = None, page: Any = None, **options: Any) -> Any:
        """The page of a file, loaded: in a profile or a window that is there, or in a fresh one."""
        page = page or (context or self.context(**options)).new_page()
        page.on("popup", lambda other: self.noticed.append(f"window: {other.url}"))
        self._opened.add(file.resolve().as_uri())
        page.goto(file.resolve().as_uri(), wait_until="load")
        return page

    def assert_quiet(self) -> None:
        """Nothing was noticed. What the pages have not yet told is waited for: two frames, and the way here."""
        for page in self._scripted_pages():
            page.evaluate(TWO_FRAMES)
        assert not self.noticed

    def close(self) -> None:
        """Ends all windows."""
        for context in self._contexts:
            context.close()

    def _scripted_pages(self) -> list[Any]:
        return [page for context, runs in zip(self._contexts, self._scripted, strict=True) if runs for page in context.pages]

    def _requested(self, request: Any) -> None:
        address = request.url.split("#", 1)[0]
        if address not in self._opened and not address.startswith("blob:"):
            self.noticed.append(f"request: {request.method} {request.url}")

    def _asked(self, dialog: Any) -> None:
        self.noticed.append(f"dialog: {dialog.message}")
        dialog.dismiss()
