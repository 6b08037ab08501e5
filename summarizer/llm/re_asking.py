"""The one time that an answer is asked for again: what is said to the model, and how its two answers become one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from summarizer.llm.fitting import Fault, Fitted, Slot, in_few_words

SHARE = 0.3
"""How many of a question's characters the re-ask may add to it: both answers and questions then stay under two and a half."""
FEWEST_CHARACTERS = 1_500
LONGEST_ITEM = 600
"""Characters shown of one item; of a longer one the start shows the model which one is meant."""


def asked_again(messages: Sequence[Mapping[str, str]], first: Fitted, tool: str) -> list[dict[str, str]]:
    """The question once more, with a message on what did not fit. What did fit, and the answer itself, are not sent back."""
    room = max(FEWEST_CHARACTERS, int(SHARE * sum(len(message["content"]) for message in messages)))
    if first.unread is not None:
        said = f"Your answer could not be used: {in_few_words(first.reasons())}\nCall {tool} once more with all of it."
    else:
        said = _on_what_failed(first, tool, room)
    return [*map(dict, messages), {"role": "user", "content": said}]


def _on_what_failed(first: Fitted, tool: str, room: int) -> str:
    head = (
        f"Some of your answer does not fit the parameters of {tool} and was left out; the rest of it is kept. Call {tool} once "
        "more with only what follows, corrected, each in its list and in this order. Other lists stay empty, ids keep their "
        "meaning."
    )
    lines = [head]
    for entry in _entries(first):
        room -= len(entry)
        if room < 0:
            break
        lines.append(entry)
    return "\n".join(lines)


def _entries(first: Fitted) -> Iterable[str]:
    """What failed, each with what is wrong."""
    for fault in first.faults:
        given = "" if fault.value is None else f" {_start_of(fault.value)}"
        yield f"{fault.name}:{given}\n  {fault.why}"
    for name, slot in first.slots():
        if slot.why:
            yield f"{name}: {_start_of(slot.value)}\n  {in_few_words(list(slot.why)).removeprefix(': ')}"


def _start_of(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=lambda _: None).encode("utf-8", "replace").decode()
    return text if len(text) <= LONGEST_ITEM else f"{text[:LONGEST_ITEM]}…"


def merged(first: Fitted, second: Fitted) -> Fitted:
    """Both answers as one: what the second corrects goes where it stood in the first, whose fitting items stay as they are."""
    if first.unread is not None:
        return second
    if second.unread is not None:
        return first
    second = _with_ids_of(first, second)
    failed = {fault.name for fault in first.faults}
    lists = {name: _corrected(slots, second.lists.get(name, ())) for name, slots in first.lists.items()}
    added = {name: slots for name, slots in second.lists.items() if name not in lists and (name in failed or slots)}
    fields = {**{name: value for name, value in second.fields.items() if name in failed}, **first.fields}
    return replace(
        first,
        lists={**lists, **added},
        fields=fields,
        faults=tuple(fault for fault in first.faults if not _is_mended(fault, second)),
        beyond=(*first.beyond, *second.beyond),
    )


def _is_mended(fault: Fault, second: Fitted) -> bool:
    """Whether the second answer gives what the first lacked. A field that nobody knows is mended where it is left out."""
    if fault.name in second.lists or fault.name in second.fields:
        return True
    return fault.value is not None and all(other.name != fault.name for other in second.faults)


def _corrected(slots: Sequence[Slot], given: Sequence[Slot]) -> tuple[Slot, ...]:
    """The items of a list with those that failed replaced by what was given for them, in order; what is over comes last."""
    fitting = [slot.value for slot in slots if not slot.why]
    names = {name for value in fitting if (name := _id_of(value)) is not None}
    fresh = [slot for slot in given if slot.value not in fitting and _id_of(slot.value) not in names]
    made: list[Slot] = []
    for failed in slots:
        slot = failed
        if slot.why:
            chosen = next((one for one in fresh if _may_stand_for(one, slot)), None)
            if chosen is not None:
                fresh.remove(chosen)
                slot = _better(slot, chosen)
        made.append(slot)
    return (*made, *fresh)


def _may_stand_for(given: Slot, slot: Slot) -> bool:
    """Items with ids stand for those of the same id, all others for whichever comes next."""
    ours, theirs = _id_of(slot.value), _id_of(given.value)
    return ours is None or theirs is None or ours == theirs


def _better(slot: Slot, given: Slot) -> Slot:
    return slot if given.usable is None and slot.usable is not None else given


def _id_of(value: Any) -> str | None:
    name = value.get("id") if isinstance(value, dict) else None
    return name if isinstance(name, str) else None


def _with_ids_of(first: Fitted, second: Fitted) -> Fitted:
    """The second answer with its speakers under the first one's ids.

    Each answer numbers its own: a "p1" read as the other's would put words into a mouth that did not say them.
    """
    known = {name: _who(slot.usable) for slot in first.lists.get("speakers", ()) if (name := _id_of(slot.usable))}
    ids = {who: name for name, who in known.items()}
    renamed: dict[str, str] = {}
    taken = set(known)
    for slot in second.lists.get("speakers", ()):
        name = _id_of(slot.usable)
        if name is None or known.get(name, _who(slot.usable)) == _who(slot.usable):
            continue
        renamed[name] = ids.get(_who(slot.usable)) or _free(name, taken)
        taken.add(renamed[name])
    if not renamed:
        return second
    return replace(
        second, lists={name: tuple(_renamed(slot, renamed) for slot in slots) for name, slots in second.lists.items()}
    )


def _who(speaker: Any) -> str:
    """A speaker's name and channel: through another channel the same person is another speaker."""
    return json.dumps([speaker.get("name"), speaker.get("via") or []], default=str)


def _free(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def _renamed(slot: Slot, names: Mapping[str, str]) -> Slot:
    return replace(slot, value=_with_names(slot.value, names), pruned=_with_names(slot.pruned, names))


def _with_names(value: Any, names: Mapping[str, str]) -> Any:
    if not isinstance(value, dict):
        return value
    changed = {key: names.get(value[key]) for key in ("id", "by") if isinstance(value.get(key), str)}
    return {**value, **{key: name for key, name in changed.items() if name is not None}}


def dropped(final: Fitted) -> tuple[str, ...]:
    """What of an answer is not used, and why, a line each; the first ones and how many more."""
    lines = [f"{fault.name}: {fault.why}" for fault in final.faults]
    for name, slots in final.lists.items():
        lines += [_told(name, place, slot) for place, slot in enumerate(slots, start=1) if slot.why]
    return (*in_few_words(lines).splitlines(), *final.beyond) if lines else final.beyond


def _told(name: str, place: int, slot: Slot) -> str:
    """One item that is not used, or not whole: its place, what it says, and what is wrong with it."""
    of = "left out" if slot.usable is None else "used without what does not fit"
    return f"{name} {place} ({_start_of(slot.value)[:80]}) {of}: {'; '.join(why.removeprefix(': ') for why in slot.why[:2])}"
