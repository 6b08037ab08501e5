"""Reports that tell that something was not said, or only might be."""

from __future__ import annotations

import pytest

from summarizer.attributions import find_attributions


def asserted(text):
    return [span for span in find_attributions(text) if not span.negated]


@pytest.mark.parametrize(
    "text",
    [
        "Neither the rector nor her aide said the hall was safe.",
        "Neither of the two clerks reported the loss.",
        "No one from the bank denied that the vault was empty.",
        "None of the guards said the gate was open.",
        "No group has claimed responsibility for the fire.",
        "Few teachers believe that the reform works.",
        "Not a single tenant said the alarm had rung.",
        "Hardly anyone said the plan would work.",
        "The bank failed to say that the vault was empty.",
        "The bank declined to say that the vault was empty.",
        "The bank has yet to say that the vault was empty.",
        "The bank stopped short of saying that the vault was empty.",
        "The clerk left without saying that the vault was empty.",
        "If the bank confirms that the vault is empty, it will close.",
        "Once the bank confirms that the vault is empty, it will close.",
        "Did the bank say that the vault was empty?",
        "Should the bank say that the vault is empty, it will close.",
        "Nor did the bank say that the vault was empty.",
        "At no point did the bank say that the vault was empty.",
        "The bank might say that the vault is empty.",
        "The bank said nothing about the empty vault.",
        "The bank said no such thing.",
        "Very few clerks predicted that the vault would be empty.",
        "Not all clerks said that the vault was empty.",
        "The bank didn't confirm or deny that the vault was empty.",
        "In no case did the bank admit that the vault was empty.",
        "The bank is unlikely to admit that the vault is empty.",
        "The bank is ready to say that the vault is empty.",
        "Who says that the vault was empty?",
        "Instead of saying that the vault was empty, the clerk smiled.",
    ],
)
def test_what_was_not_said(text):
    assert asserted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A few teachers believe that the reform works.",
        "No fewer than five teachers said that the reform works.",
        "No 10 said the reform would work.",
        "Not only did the bank say that the vault was empty, it showed it.",
        "The bank not only said that the vault was empty but showed it.",
        "The bank did not say until Friday that the vault was empty.",
        "The bank would later say that the vault was empty.",
        "The bank can confirm that the vault is empty.",
        "The clerk could not help saying that the vault was empty.",
        "When the bank said that the vault was empty, it closed.",
        "The bank said nothing had changed.",
        "Quite a few clerks said that the vault was empty.",
        "Not long ago the bank said that the vault was empty.",
        "Nonetheless the bank said that the vault was empty.",
        "The bank said that no coins had been lost.",
    ],
)
def test_what_was_said_after_all(text):
    assert asserted(text) != []


def test_who_did_not_deny_has_not_denied():
    (span,) = find_attributions("No one from the bank denied that the vault was empty.")
    assert (span.negated, span.denial) == (True, False)


def test_what_is_said_in_a_condition_ends_before_the_main_clause():
    text = "If the bank says that the vault is empty, the branch will close."
    (start, end) = find_attributions(text)[0].content[0]
    assert text[start:end] == "that the vault is empty"
