"""A window that gets another size at any moment is drawn anew."""

from __future__ import annotations

import os
import signal

import pytest
import typer

from summarizer.cli.reviewing.screen import Resized, Terminal


@pytest.mark.skipif(not hasattr(signal, "SIGWINCH"), reason="windows of this system send no signal")
def test_a_size_that_changes_while_it_is_drawn_is_heeded_at_the_next_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typer, "getchar", lambda: "j")
    terminal = Terminal()
    with terminal.opened():
        assert terminal.key() == "j"
        os.kill(os.getpid(), signal.SIGWINCH)

        with pytest.raises(Resized):
            terminal.key()
        terminal.show([], [], [], 0)
        assert terminal.key() == "j"
