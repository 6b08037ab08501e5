"""Which of a story's names name one source with another name, looked up and not tried one by one. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from summarizer.comparison.origins.credits import forms, letters_of, same_source


class Namesakes:
    """Names by what they are written like and by their initials."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_form: dict[str, list[str]] = defaultdict(list)
        self._by_letters: dict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(names):
            self._by_letters[letters_of(name)].append(name)
            for form in forms(name):
                self._by_form[form].append(name)

    def of(self, name: str) -> list[str]:
        """Those that are the same source as this name."""
        written = forms(name)
        alike = [one for form in (*written, letters_of(name)) for one in self._by_form.get(form, ())]
        initials = [one for form in written for one in self._by_letters.get(form, ())]
        return [one for one in dict.fromkeys([*alike, *initials]) if same_source(one, name)]
