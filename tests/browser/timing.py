"""What a reader waits for, measured in the browser: by the clock, and by the processor's time of the page's own thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

OPENED = """() => new Promise((done) => {
  const told = () => {
    const navigation = performance.getEntriesByType('navigation')[0];
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    if (paint && navigation.loadEventEnd) done(Math.max(paint.startTime, navigation.loadEventEnd));
    else requestAnimationFrame(told);
  };
  told();
})"""
WATCH_EVENTS = """() => {
  window.longestEvent = 0;
  window.eventsWatched ??= new PerformanceObserver((list) => {
    for (const one of list.getEntries()) window.longestEvent = Math.max(window.longestEvent, one.duration);
  });
  window.eventsWatched.observe({ type: 'event', durationThreshold: 16 });
}"""
PAINTED = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.longestEvent ?? 0), 0)));
})"""
THREAD_MS = 1000


class Clock:
    """The time that a page takes; made before the page is opened."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._tools = page.context.new_cdp_session(page)
        self._tools.send("Performance.enable", {"timeDomain": "threadTicks"})

    def thread_ms(self) -> float:
        """The processor's time of the page's thread so far: script, style, layout, painting. Others' work does not count."""
        told = {one["name"]: one["value"] for one in self._tools.send("Performance.getMetrics")["metrics"]}
        return float(told["TaskDuration"]) * THREAD_MS

    def spent_ms(self, act: Callable[[], object]) -> float:
        """The processor's time for an act and for what it changes on the screen."""
        before = self.thread_ms()
        act()
        self._page.evaluate(PAINTED)
        return self.thread_ms() - before

    def opened_ms(self) -> float:
        """By the clock: from the start of the navigation until the script has run and something is painted."""
        return float(self._page.evaluate(OPENED))

    def event_ms(self, act: Callable[[], object]) -> float:
        """By the clock: the longest time from an input of the act to the next painted frame, in steps of 8.

        It is the browser's Event Timing (W3C); what is answered within a frame of 16 ms counts as 0.
        """
        self._page.evaluate(WATCH_EVENTS)
        act()
        return float(self._page.evaluate(PAINTED))
