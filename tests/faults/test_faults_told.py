"""What the report says about the model that answered, and about answers that are all alike."""

from __future__ import annotations

import pytest
from faults import catalogue
from faults.checks import FAULTY, told
from markdown_it import MarkdownIt

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def test_the_model_that_answered_is_recorded_and_another_one_warned_of(run, endpoint):
    endpoint.fails_with(catalogue.with_key("model", "other-model-2"))
    ran = run()
    assert ran.code == 0
    told(ran.report)
    assert "other-model-2" in [each["model"] for each in ran.report["run"]["answered_by"]]
    assert "other-model-2" in ran.warnings
    assert "other-model-2" in ran.markdown[:3000], "the warning has to stand at the top"


def test_the_fingerprint_of_what_answered_is_recorded(run, endpoint):
    endpoint.fails_with(lambda asked: catalogue.whole(asked, model="m", system_fingerprint="fp_0a1b"))
    ran = run()
    assert [(each["model"], each["fingerprint"]) for each in ran.report["run"]["answered_by"]] == [("m", "fp_0a1b")]
    assert ran.warnings == ""


def test_a_model_that_changes_within_the_run_is_recorded(run, endpoint):
    endpoint.fails_with(catalogue.with_key("model", "second"), outlets=[FAULTY])
    endpoint.fails_with(catalogue.with_key("model", "m"))
    ran = run()
    assert {each["model"] for each in ran.report["run"]["answered_by"]} == {"m", "second"}
    assert "second" in ran.warnings


@pytest.mark.parametrize("fault", [catalogue.same_for_all, catalogue.empty], ids=["same", "empty"])
def test_answers_that_are_all_alike_are_warned_of(run, endpoint, fault):
    endpoint.fails_with(fault)
    ran = run()
    assert ran.code == 0
    assert ran.warnings, "no warning that every article got the same answer"
    assert "answer" in ran.warnings
    assert ran.markdown.index("arning") < 3000
    for article in ran.report["articles"]:
        for claim in article["claims"]:
            assert article["text"][claim["start"] : claim["end"]] == claim["quote"]


def test_a_name_of_a_model_is_written_as_text(run, endpoint):
    endpoint.fails_with(catalogue.with_key("model", "x\x1b[31m](http://evil.example)<img src=y>"))
    ran = run()
    tokens = MarkdownIt("commonmark").parse(ran.markdown)
    inline = [token for block in tokens for token in [block, *(block.children or ())]]
    assert not {token.type for token in inline} & {"link_open", "image", "html_block", "html_inline"}
    assert "\x1b" not in ran.markdown
