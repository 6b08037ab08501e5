"""Runs that are killed lose nothing and mix nothing; the script counts it in more trials."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "benchmarks" / "kills.py"


@pytest.mark.skipif(not SCRIPT.exists(), reason="the benchmarks are not part of the source distribution")
def test_killed_runs_lose_nothing() -> None:
    command = [sys.executable, str(SCRIPT), "--kills", "3", "--articles", "4", "--latency", "0.1", "--seed", "2"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False, env=env)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert re.search(r"[1-9] before the run's end", ran.stdout)  # the others came too late to meet it
    assert " 0 lost" in ran.stdout
