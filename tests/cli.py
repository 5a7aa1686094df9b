"""Running the command line in tests: in this process (quick), or as a user does (another process)."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from tppo.commands import tppo

HOME = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def run(*words: str | Path, stdin: str | bytes | None = None, env: dict[str, str] | None = None) -> Outcome:
    """`tppo WORDS` in this process."""
    result = CliRunner().invoke(tppo, [str(word) for word in words], input=stdin, env=env, prog_name="tppo")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def run_apart(*words: str, cwd: Path, env: dict[str, str] | None = None) -> Outcome:
    """`python -m tppo WORDS` in a process of its own, with the checkout on the path."""
    surroundings = {**os.environ, "PYTHONPATH": str(HOME), **(env or {})}
    done = subprocess.run(
        [sys.executable, "-m", "tppo", *words],
        cwd=cwd,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
