"""Verbs, adverbs and nouns of rising and falling."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.quantities.model import Direction

_UP_VERBS = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs "
    "climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring gain gains "
    "gained gaining advance advances advanced advancing rallied rallying spike spikes spiked spiking "
    "swell swells swelled swollen swelling expand expands expanded expanding accelerated up higher "
    "rocket rocketed skyrocket skyrockets skyrocketed skyrocketing leap leaps leapt leaped leaping boost boosts boosted "
    "boosting raise raises raised raising lift lifts lifted lifting improve improves improved improving rebound rebounds "
    "rebounded rebounding balloon balloons ballooned ballooning mushroomed escalate escalated escalating strengthen "
    "strengthens strengthened strengthening appreciate appreciates appreciated appreciating firmed bounced vaulted "
    "snowballed recovered hike hikes hiked hiking upped add adds added adding bolstered widen widens widened widening "
    "quickened multiplied mounted zoomed"
)
_DOWN_VERBS = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease "
    "decreases decreased decreasing slip slips slipped slipping slide slides slid sliding sink sinks sank sunk sinking "
    "plunge plunges plunged plunging plummet plummets plummeted plummeting tumble tumbles tumbled tumbling dip dips "
    "dipped dipping shrink shrinks shrank shrunk shrinking down lower lowers lowered lowering lost loses lose losing cut "
    "cuts cutting reduce reduces reduced reducing contract contracts contracted contracting crash crashes crashed "
    "crashing dive dives dived dove diving slash slashes slashed slashing slump slumps slumped slumping ease eases eased "
    "easing retreat retreats retreated retreating slow slows slowed slowing sag sagged nosedived weaken weakens weakened "
    "weakening depreciate depreciates depreciated depreciating devalued collapse collapsed collapsing dwindle dwindles "
    "dwindled dwindling diminish diminished diminishing waned receded subsided ebbed shed sheds shedding tanked skidded "
    "narrow narrows narrowed narrowing soften softened softening trim trims trimmed trimming pare pared paring shave "
    "shaved shaving curbed deteriorated worsened downsized"
)
_UP_NOUNS = (
    "increase increases rise rises gain gains growth jump surge hike hikes upturn uptick climb spike improvement boost "
    "raise uplift expansion rebound rally advance leap upswing escalation appreciation"
)
_DOWN_NOUNS = (
    "decrease decreases decline declines drop drops fall falls reduction reductions cut cuts dip slump plunge downturn "
    "slide contraction slowdown shrinkage collapse depreciation devaluation tumble setback downswing erosion "
    "loss losses"
)
CHANGE_WORDS: dict[str, Direction] = {
    **dict.fromkeys(_UP_VERBS.split(), "up"),
    **dict.fromkeys(_DOWN_VERBS.split(), "down"),
}
CHANGE_NOUNS: dict[str, Direction] = {
    **dict.fromkeys(_UP_NOUNS.split(), "up"),
    **dict.fromkeys(_DOWN_NOUNS.split(), "down"),
}
CHANGED_AFTER: dict[str, Direction] = {
    **dict.fromkeys(("higher", "above", "up", "more"), "up"),
    **dict.fromkeys(("lower", "below", "down", "less", "fewer"), "down"),
}
# Verbs that also take a plain object ("raised $5 million", "cut 300 jobs"): only with "by" ...
NEED_BY = frozenset(
    "raise raises raised raising cut cuts cutting lost loses lose losing gain gains gained gaining lift lifts lifted "
    "lifting boost boosts boosted boosting reduce reduces reduced reducing slash slashes slashed slashing ease eases "
    "eased easing contract contracts contracted contracting advance advances advanced improve improves improved drop "
    "dropped trim trims trimmed trimming pare pared shave shaved lower lowers lowered lowering shed sheds shedding hike "
    "hikes hiked hiking upped add adds added adding bolstered curbed narrow narrows narrowed widen widens widened "
    "recovered multiplied mounted devalued bounced".split()
)
# ... but these tell a rise or fall by themselves where the amount is a share: "gained 2.2%", "shed 3 points".
MOVE_ALONE = frozenset(
    "lost loses lose losing gain gains gained gaining ease eases eased easing contract contracts contracted contracting "
    "advance advances advanced improve improves improved drop dropped shed sheds shedding recovered bounced narrowed "
    "widened".split()
)
# "Added 0.5 percent" is said of prices; points are added in games too.
MOVE_ALONE_IN_PERCENT = frozenset("add adds added adding trimmed pared".split())
# Said of levels, heights and lengths too: "the sea rose 11 feet".
LEVEL_MOVES = frozenset(
    "rise rises rose risen rising increase increases increased grow grows grew grown shrink shrinks shrank shrunk "
    "decrease decreases decreased decline declined fall falls fell fallen falling recede receded".split()
)
WEIGHT_MOVES = frozenset("lost loses lose losing gain gains gained gaining shed sheds shedding".split())
