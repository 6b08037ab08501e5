"""Random answers about an article, and ways to spoil them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ['a "b" [c', "{\\", "},", "\\u0041", "\n"]
)
figures = st.fixed_dictionaries({"figure": words, "measure": words}, optional={"of": words, "where": words})
statements = st.fixed_dictionaries(
    {"sents": st.lists(st.integers(1, 40), max_size=3), "anchor": words},
    optional={
        "statement": words,
        "stance": st.sampled_from(["asserted", "alleged", "denied"]),
        "by": st.sampled_from(["p1", "p2"]),
        "when": words,
        "figures": st.lists(figures, max_size=3),
    },
)
speakers = st.fixed_dictionaries({"id": words, "name": words}, optional={"role": words, "via": st.lists(words, max_size=2)})
answers = st.fixed_dictionaries(
    {"statements": st.lists(statements, max_size=5)},
    optional={"speakers": st.lists(speakers, max_size=3), "period": words, "credited": st.lists(words, max_size=2)},
)
odd = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from([[], {}, [7], [None], {"x": 1}, "odd", "\ud800", [[[[]]]], 10**500, "z" * 30_000])
)


@st.composite
def spoiled_items(draw: st.DrawFn) -> tuple[dict[str, Any], set[int]]:
    """An answer of which some statements are spoiled, and the numbers of these."""
    answer = draw(answers)
    places = range(len(answer["statements"]))
    spoiled = draw(st.sets(st.sampled_from(places), max_size=3)) if places else set()
    for place in spoiled:
        answer["statements"][place] = draw(_spoiled(answer["statements"][place]))
    return answer, spoiled


@st.composite
def _spoiled(draw: st.DrawFn, statement: dict[str, Any]) -> Any:
    """A statement with a key added, removed or of another type, or something else in its place."""
    way = draw(st.sampled_from(["add", "remove", "change", "replace"]))
    if way == "replace":
        return draw(odd)
    changed = dict(statement)
    key = draw(st.sampled_from(sorted(changed)))
    if way == "remove":
        del changed[key]
    else:
        changed[key if way == "change" else "more"] = draw(odd)
    return changed
