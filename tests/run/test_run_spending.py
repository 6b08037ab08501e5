"""What answers cost, and where spending stops."""

from __future__ import annotations

import asyncio
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import BudgetReached, ConfigError
from summarizer.llm.budget import Budget, expected
from summarizer.spending import Allowance, Price, Spent, price_of, summed

CHEAP = Price(Decimal(1), Decimal(10), "prices of the test")


def request(characters: int) -> dict[str, object]:
    return {"model": "m", "messages": [{"role": "user", "content": "x" * characters}]}


def spent(tokens_in: int, tokens_out: int = 0, **more: bool) -> Spent:
    return Spent("run", "m", tokens_in, tokens_out, **more)


@pytest.mark.parametrize("name", ["gpt-5.1", "gpt-5.1-2025-11-13", "openai/gpt-5.1", "openai/gpt-5.1-2025-11-13"])
def test_a_dated_or_hosted_name_has_the_price_of_its_model(name: str) -> None:
    price = price_of(name)
    assert price.of(1_000_000, 1_000_000) == price_of("gpt-5.1").of(1_000_000, 1_000_000)
    assert price.basis.startswith("prices of 20")


def test_an_unknown_model_is_counted_at_the_dearest_price_and_said_so() -> None:
    price = price_of("a-model-of-our-own")
    assert price.of(1000, 1000) >= price_of("gpt-5.1").of(1000, 1000)
    assert "no table knows the price of a-model-of-our-own" in price.basis


def test_ones_own_table_goes_first_and_the_shipped_one_helps_out(tmp_path: Path) -> None:
    own = tmp_path / "prices.toml"
    own.write_text('as_of = 2031-02-03\n[models]\n"gpt-5.1" = { input = 7, output = 8 }\n')
    assert price_of("gpt-5.1", own) == Price(Decimal(7), Decimal(8), "prices of 2031-02-03", dt.date(2031, 2, 3))
    assert price_of("gpt-4.1", own) == price_of("gpt-4.1")


@pytest.mark.parametrize(
    "text",
    [
        "no toml at all",
        "[models]\nx = 3",
        '[models]\nx = { input = "a", output = 1 }',
        "[models]\nx = { input = -1, output = 1 }",
        "[models]\nx = { input = nan, output = 1 }",
        "models = []",
        "as_of = 2031-02-03",
    ],
)
def test_a_table_that_is_none_is_named(text: str, tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(text)
    with pytest.raises(ConfigError, match=r"mine\.toml: is no table of prices"):
        price_of("x", own)


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        price_of("x", tmp_path / "none.toml")


def test_without_a_limit_everything_goes() -> None:
    asyncio.run(Budget(None, [spent(10**12)]).reserve(request(1000)))


def test_what_was_paid_before_counts() -> None:
    budget = Budget(Allowance(CHEAP, dollars=Decimal("0.01")), [spent(9_999)])
    with pytest.raises(BudgetReached, match=r"--max-cost 0\.01 .*prices of the test.*kept"):
        asyncio.run(budget.reserve(request(3000)))


def test_what_is_on_its_way_counts() -> None:
    one = expected(request(3000))

    async def ask() -> None:
        budget = Budget(Allowance(CHEAP, tokens=(one.input_tokens + one.output_tokens) * 2 - 1))
        first = await budget.reserve(request(3000))
        second = asyncio.create_task(budget.reserve(request(3000)))
        await asyncio.sleep(0)
        assert not second.done()
        await budget.settle(first, spent(one.input_tokens, one.output_tokens))
        with pytest.raises(BudgetReached, match="--max-tokens"):
            await second

    asyncio.run(ask())


def test_an_answer_cheaper_than_expected_lets_another_go() -> None:
    one = expected(request(3000))

    async def ask() -> None:
        budget = Budget(Allowance(CHEAP, tokens=(one.input_tokens + one.output_tokens) * 2 - 1))
        first = await budget.reserve(request(3000))
        second = asyncio.create_task(budget.reserve(request(3000)))
        await budget.settle(first, spent(5, 5))
        await second

    asyncio.run(ask())


def test_no_answer_costs_nothing() -> None:
    async def ask() -> None:
        budget = Budget(Allowance(CHEAP, tokens=10_000))
        await budget.settle(await budget.reserve(request(3000)), None)
        assert (budget.input_tokens, budget.output_tokens) == (0, 0)

    asyncio.run(ask())


def test_estimated_tokens_are_said_to_be() -> None:
    budget = Budget(Allowance(CHEAP, tokens=100), [spent(100, estimated=True)])
    with pytest.raises(BudgetReached, match="estimated"):
        asyncio.run(budget.reserve(request(10)))


@given(
    st.lists(st.tuples(st.integers(1, 4000), st.floats(0, 1)), max_size=40),
    st.integers(1, 20_000),
)
def test_a_run_never_goes_over_where_answers_keep_to_what_is_expected(asked: list[tuple[int, float]], limit: int) -> None:
    async def one(budget: Budget, characters: int, share: float) -> None:
        wanted = await budget.reserve(request(characters))
        await asyncio.sleep(0)
        await budget.settle(wanted, spent(int(wanted.input_tokens * share), int(wanted.output_tokens * share)))

    async def every() -> Budget:
        budget = Budget(Allowance(CHEAP, tokens=limit))
        await asyncio.gather(*(one(budget, *what) for what in asked), return_exceptions=True)
        return budget

    budget = asyncio.run(every())
    assert budget.input_tokens + budget.output_tokens <= limit


def test_several_together() -> None:
    assert summed([spent(1, 2), spent(3, 4, estimated=True)], "run", "m") == spent(4, 6, estimated=True)


def test_what_other_processes_spend_counts_too() -> None:
    booked = [spent(1000)]
    budget = Budget(Allowance(CHEAP, tokens=20_000), booked, lambda: tuple(booked))
    booked.append(spent(19_000))
    with pytest.raises(BudgetReached, match="20,000 of --max-tokens"):
        asyncio.run(budget.reserve(request(300)))
