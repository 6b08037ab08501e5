"""Which files are read in a process of their own, and what becomes of one that takes too long there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.articles.apart.lines import END, entry_in
from summarizer.articles.entries import TOO_MUCH, entries_or_fault
from summarizer.articles.fetched import NOTHING_TOLD, Told
from summarizer.articles.files.allowance import Allowance
from summarizer.articles.files.archives import Budget
from summarizer.articles.files.children import ChildFault, Children
from summarizer.articles.files.sniffing import Kind, is_pdf
from summarizer.articles.files.sources import LARGE
from summarizer.articles.formats.pdf import Parser
from summarizer.errors import ArticleError
from summarizer.schema import Article

CPU_SECONDS, ORDINARY_SECONDS, TOGETHER_SECONDS, IN_A_ROW = 10, 4, 60.0, 4
_WALL_SECONDS = 120.0
_MOST_BYTES = 400_000_000
_MODULE = "summarizer.articles.apart"
_NOT_TRIED = (
    f"was not tried: large files have used up the {TOGETHER_SECONDS:.0f} seconds that a run has for slow ones, and the last "
    f"{IN_A_ROW} failed; leave those out, or read this one alone"
)


def _allowance() -> Allowance:
    return Allowance(CPU_SECONDS, ORDINARY_SECONDS, TOGETHER_SECONDS, IN_A_ROW)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the files of one run: small ones here, the others each in a process of its own."""

    children: Children = field(default_factory=Children)
    allowance: Allowance = field(default_factory=_allowance)
    parser: Parser = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parser", Parser(self.children))

    def entries(self, data: bytes, path: str, hint: Kind | None, told: Told = NOTHING_TOLD) -> Iterator[Article | ArticleError]:
        """Every entry of a file, in order.

        Raises:
            ArticleError: the file as a whole cannot be used.
        """
        if len(data) > LARGE and not is_pdf(data):
            yield from self._apart(data, path, hint, told)
            return
        budget = Budget(left=LARGE)
        found: list[Article | ArticleError] = []
        try:
            found.extend(entries_or_fault(data, path, hint, self.parser, budget, told))
        except ArticleError as error:
            found.append(error)
        if budget.left >= 0:
            yield from found
        else:
            yield from self._apart(data, path, hint, told)

    def _apart(self, data: bytes, path: str, hint: Kind | None, told: Told) -> Iterator[Article | ArticleError]:
        seconds = self.allowance.seconds()
        if not seconds:
            raise ArticleError(path, _NOT_TRIED)
        arguments = (str(seconds), path, hint.value if hint else "", told.as_argument())
        count = 0
        is_whole = False
        try:
            for line in self.children.lines(_MODULE, arguments, data, seconds=_WALL_SECONDS, most=_MOST_BYTES):
                is_whole = line == END
                if not is_whole:
                    count += 1
                    yield entry_in(line)
        except (ChildFault, ValueError):
            is_whole = False
        self.allowance.count(0 if is_whole else seconds, in_vain=not is_whole)
        if not is_whole:
            after = f" (its first {count} entries were read)" if count else ""
            yield ArticleError(path, TOO_MUCH + after)
