"""What the libraries log: nothing of our calls, everything of those that somebody else makes by them."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest
from llm.faulty_endpoint import completion, says

from summarizer.llm.silence import silent

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
LOGGERS = ("openai._base_client", "instructor.v2.retry", "httpx2", "httpcore2.http11", "httpcore2.made.late")

CALLS = """
import asyncio, logging, sys, threading
logging.basicConfig(level=logging.DEBUG)
from pathlib import Path
from pydantic import BaseModel
from summarizer.llm import Model
from summarizer.settings import ModelSettings
from summarizer.store import AnswerStore

class StoryAnswer(BaseModel):
    title: str

async def ours():
    with AnswerStore(Path(sys.argv[2])) as book:
        async with Model(ModelSettings(model="m", base_url=sys.argv[1], api_key="sk-secret"), book) as model:
            for text in ("The article.", "Another."):
                await model.ask([{"role": "user", "content": text}], StoryAnswer, "a.txt")

async def theirs():
    from openai import AsyncOpenAI
    async with AsyncOpenAI(base_url=sys.argv[1], api_key="k", max_retries=0) as client:
        await client.chat.completions.create(model="m", messages=[{"role": "user", "content": "A poem."}])

asyncio.run(ours())
print("of theirs", file=sys.stderr)
asyncio.run(theirs())
"""


@pytest.mark.parametrize("name", LOGGERS)
def test_libraries_are_silent_in_our_calls_alone(name, caplog):
    caplog.set_level(logging.DEBUG)
    logger = logging.getLogger(name)
    with silent():
        logger.error("an article")
    logger.error("a poem")
    assert caplog.messages == ["a poem"]


def test_no_level_is_set():
    code = "import summarizer.llm, logging; print([logging.getLogger(n).level for n in ('openai', 'instructor', 'httpx2')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[0, 0, 0]\n"


def test_a_call_logs_nothing_and_the_program_around_it_logs_its_own(tmp_path, endpoint):
    endpoint.script = [says(completion({"title": "Ferry"}))]
    asked = [sys.executable, "-c", CALLS, endpoint.url, str(tmp_path / "answers.sqlite")]
    ran = subprocess.run(asked, capture_output=True, text=True, check=True)
    of_ours, _, of_theirs = ran.stderr.partition("of theirs")
    assert [line for line in of_ours.splitlines() if any(f":{name.partition('.')[0]}" in line for name in LOGGERS)] == []
    assert not any(words in ran.stderr for words in ("The article.", "sk-secret"))
    assert endpoint.hits == 3
    assert "A poem." in of_theirs
