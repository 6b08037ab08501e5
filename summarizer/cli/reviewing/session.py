"""A review in the terminal: one finding after the other, a key a decision, each kept at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rich.text import Text

from summarizer.cli.reviewing.blocks import Block, block, shown
from summarizer.cli.reviewing.cards import Cards, Look, heading
from summarizer.cli.reviewing.deck import Deck, is_undecided
from summarizer.cli.reviewing.screen import AT_LANDMARK, SCROLLING, Resized, Screen, View, scrolled
from summarizer.cli.reviewing.wording import BACK, ENDED, HELP, KEYS, REASON_KEYS, REASONS_ASKED
from summarizer.reporting.findings import Numbered, in_order
from summarizer.review import FindingState, Judgement, decision_on, states
from summarizer.schema import Decision, Report, ReviewRecord
from summarizer.terms import DismissalReason, Ruling

Keep = Callable[[Decision], ReviewRecord]
"""Keeps a decision on disk; returns all decisions there are."""
ENTER = frozenset({"\r", "\n"})
ESCAPE = "\x1b"


@dataclass
class Tally:
    """What was decided in one session: the last ruling on each finding, and how many notes were written."""

    rulings: dict[str, Ruling] = field(default_factory=dict)
    notes: int = 0

    def count(self, ruling: Ruling) -> int:
        """How many findings got this ruling."""
        return list(self.rulings.values()).count(ruling)


class Session:
    """One reviewer, one report, one walk."""

    def __init__(self, report: Report, review: ReviewRecord, deck: Deck, by: str, screen: Screen, keep: Keep) -> None:
        """Begins at the first finding of the deck. `by` is who decides."""
        self.report, self.review, self.by, self.screen, self.keep = report, review, by, screen, keep
        self.cards = Cards(report)
        self.deck = deck
        self.walk: list[Numbered] = list(deck.flags)
        self.standing: Mapping[str, FindingState] = states(report, review)
        self.at = 0
        self.view = View()
        self.look = Look(marks=screen.marks)
        self.say = ""
        self.tally = Tally()
        self.decided = False
        self.last: tuple[Numbered, Decision | None] | None = None
        self.clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
        self.actions: dict[str, Callable[[], bool]] = {
            "c": lambda: self._rule(Judgement(Ruling.CONFIRMED)),
            "d": self._dismiss,
            "u": lambda: self._rule(Judgement(Ruling.UNSURE)),
            "x": self._take_back,
            "z": self._undo,
            "n": self._note,
            "g": self._go,
            "m": self._further,
            "a": self._larger,
            "o": self._where,
            "?": self._help,
            "q": lambda: False,
            **dict.fromkeys(("b", "k", "\x1b[D"), lambda: self._move(-1)),
            **dict.fromkeys(("s", "j", "\x1b[C", *ENTER), lambda: self._move(1)),
        }

    def run(self) -> None:
        """Until the reviewer quits. Raises KeyboardInterrupt, and Lost if nobody is at the terminal any more."""
        going = True
        while going:
            self._draw()
            try:
                going = self._pressed(self.screen.key())
            except Resized:
                continue
            except EOFError:
                return

    def _pressed(self, key: str) -> bool:
        self.say = ""
        if self.at >= len(self.walk):
            return self._at_end(key)
        if key in SCROLLING:
            return self._look_at(scrolled(self.view, key))
        action = self.actions.get(key.lower() if len(key) == 1 else key)
        if action is not None:
            return action()
        if key and key != ESCAPE:
            self.say = f"{shown(key) if len(key) == 1 else 'that key'} does nothing here; ? shows the keys"
        return True

    @property
    def current(self) -> Numbered:
        """The finding that is shown."""
        return self.walk[self.at]

    def state(self) -> FindingState:
        """How the decisions stand to it."""
        return self.standing[self.current.finding.finding_id]

    def _draw(self, foot: Block = KEYS) -> None:
        if self.at >= len(self.walk):
            self.screen.show([block("The end", "bold")], list(self._end()), [ENDED], 0, self.say)
            return
        body = list(self.cards.body(self.current, self.state(), self.look))
        self.view = self.screen.show(self._head(), body, [foot], self.view.top, self.say)

    def _head(self) -> list[Block]:
        number = f"{self.at + 1} of {len(self.walk)}"
        in_report = f" (no. {self.current.number} in the report)" if self.current.number != self.at + 1 else ""
        return [Block(Text.assemble((f"{number}{in_report}  ", "bold"), heading(self.current, self.state())))]

    def _end(self) -> Iterator[Block]:
        """What is left once the last one was shown."""
        left = sum(is_undecided(self.standing[one.finding.finding_id]) for one in self.walk)
        if not self.walk:
            yield block("Nothing is left to decide here.")
        else:
            yield block(f"{len(self.walk) - left} of {len(self.walk)} are decided; {left} are left.")
        if left:
            yield block("Enter: through those that are left once more.")
        elif self.deck.rest:
            yield block(f"Enter: on with {len(self.deck.rest)} that are explained or agree, and ask for no decision.")
        yield block("b: back. q: quit; the report is written again, with what was decided.")

    def _at_end(self, key: str) -> bool:
        if key in {"q", "Q"}:
            return False
        if key in {"b", "k", "B", "K", "\x1b[D"} and self.walk:
            self.at = len(self.walk) - 1
        elif key in ENTER:
            self._again()
        elif key.lower() in {"g", "z"}:
            return self.actions[key.lower()]()
        elif key == "?":
            return self._help()
        return True

    def _again(self) -> None:
        left = [one for one in self.walk if is_undecided(self.standing[one.finding.finding_id])]
        if left:
            self.walk, self.at, self.view = left, 0, View()
        elif self.deck.rest:
            self.walk, self.at, self.view = list(self.deck.rest), 0, View()
            self.deck = replace(self.deck, rest=())

    def _move(self, step: int) -> bool:
        if self.at + step < 0:
            self.say = "this is the first one"
        self.at = max(0, min(len(self.walk), self.at + step))
        self.view = View()
        self.look = Look(marks=self.screen.marks)
        return True

    def _look_at(self, top: int) -> bool:
        self.view = replace(self.view, top=top)
        return True

    def _further(self) -> bool:
        self.look = replace(self.look, further=not self.look.further)
        self._look_at(AT_LANDMARK if self.look.further else 0)
        return True

    def _larger(self) -> bool:
        self.look = replace(self.look, larger=not self.look.larger)
        self._look_at(AT_LANDMARK if self.look.larger else 0)
        return True

    def _mine(self) -> Decision | None:
        return next((one for one in self.state().holding if one.by == self.by), None)

    def _decide(self, judgement: Judgement) -> None:
        self._keep(decision_on(self.current.finding, self.cards.articles, judgement, by=self.by, at=self.clock()))

    def _keep(self, decision: Decision) -> None:
        """Keep it on disk, and see what stands then, with what others decided meanwhile; what was new stays marked."""
        self.review = self.keep(decision)
        self.decided = True
        after = states(self.report, self.review)
        self.standing = {key: replace(state, is_new=self.standing[key].is_new) for key, state in after.items()}

    def _rule(self, judgement: Judgement) -> bool:
        """Decide, keep the note that was there, and go on to the next one."""
        mine = self._mine()
        note = judgement.note or (mine.note if mine else None)
        self._decide(judgement._replace(note=note))
        finding, self.last = self.current.finding, (self.current, mine)
        if judgement.ruling:
            self.tally.rulings[finding.finding_id] = judgement.ruling
            number = self.current.number
            self._move(1)
            self.say = f"no. {number} {judgement.ruling.value}; z undoes it"
        return True

    def _dismiss(self) -> bool:
        """Ask why, by number; anything else leaves it as it is."""
        self._draw(REASONS_ASKED)
        try:
            reason = REASON_KEYS.get(self.screen.key())
        except Resized:
            return self._dismiss()
        if reason is None:
            self.say = "not dismissed"
            return True
        note = None
        if reason is DismissalReason.OTHER:
            note = self._typed("Why? (one line; empty: not dismissed) ")
            if not note:
                self.say = "not dismissed"
                return True
        return self._rule(Judgement(Ruling.DISMISSED, reason, note))

    def _take_back(self) -> bool:
        """Also what was decided under another id, when the finding had one."""
        mine = [one for one in self.state().decisions if one.by == self.by]
        for decision in mine:
            self._keep(decision.model_copy(update={"ruling": None, "reason": None, "note": None, "at": self.clock()}))
        self.tally.rulings.pop(self.current.finding.finding_id, None)
        self.say = "taken back" if mine else f"{shown(self.by)} has decided nothing here"
        return True

    def _undo(self) -> bool:
        """Back to the finding that was decided last, as it was before."""
        if self.last is None:
            self.say = "nothing was decided yet"
            return True
        undone, before = self.last
        self.last = None
        self._show(undone)
        if before is None:
            return self._take_back()
        self._keep(before.model_copy(update={"at": self.clock()}))
        self.say = "as it was before"
        return True

    def _note(self) -> bool:
        """Lines until an empty one; they take the place of the note that was there."""
        mine = self._mine()
        lines: list[str] = []
        while line := self._typed("Note (an empty line ends it): " if not lines else "  … "):
            lines.append(line)
        if not lines:
            self.say = "no note written"
            return True
        self._decide(Judgement(mine.ruling if mine else None, mine.reason if mine else None, "\n".join(lines)))
        self.tally.notes += 1
        self.say = "note kept"
        return True

    def _go(self) -> bool:
        typed = self._typed("Go to number (as in report.md): ") or ""
        wanted = next((one for one in in_order(self.report) if str(one.number) == typed.strip().rstrip(".")), None)
        if wanted is None:
            self.say = f"there is no number {shown(typed)}; the report has 1 to {len(self.report.findings)}" if typed else ""
            return True
        return self._show(wanted)

    def _show(self, wanted: Numbered) -> bool:
        """Go to a finding, also one that the walk leaves out."""
        if wanted not in self.walk:
            self.walk.insert(min(self.at, len(self.walk)), wanted)
        self.at = self.walk.index(wanted)
        return self._move(0)

    def _where(self) -> bool:
        return self._page(list(self.cards.where(self.current.finding)))

    def _help(self) -> bool:
        return self._page([block(line, sign="    ", first="") for line in HELP])

    def _page(self, body: list[Block]) -> bool:
        """Something else in the place of the finding, until a key that does not scroll it."""
        view = View()
        while True:
            view = self.screen.show(self._head() if self.at < len(self.walk) else [], body, [BACK], view.top)
            try:
                key = self.screen.key()
            except Resized:
                continue
            if key not in SCROLLING:
                return True
            view = replace(view, top=scrolled(view, key))

    def _typed(self, prompt: str) -> str | None:
        """A line; None if whoever types it gives up."""
        try:
            return self.screen.line(prompt).strip()
        except (KeyboardInterrupt, EOFError):
            return None
