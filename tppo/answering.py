"""What every command that answers with rows may be told: how many, how long, in which form, where to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import click

from tppo.formats import FORMATS, give

if TYPE_CHECKING:
    from graph.store import Rows, Store

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an answer is wanted: `form` is one of `FORMATS`, `out` a file or None for the screen."""

    limit: int | None
    timeout: float | None
    form: str
    out: Path | None
    evidence: bool


def answer_options(command: Callable[..., R]) -> Callable[..., R]:
    """`--limit`, `--timeout`, `--format`, `--json`, `--out`, `--evidence`, given to the command as `wanted`."""

    @click.option("--limit", type=click.IntRange(min=1), help="At most so many rows.")
    @click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="Stop the store after so long.",
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How the answer is given.",
    )
    @click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
    @click.option(
        "--out",
        metavar="FILE",
        type=click.Path(dir_okay=False),
        help="Write the answer to a file; its ending gives the form where --format does not.",
    )
    @click.option("--evidence", is_flag=True, help="Add the sentences behind each row.")
    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> R:
        form, out = kwargs.pop("form"), kwargs.pop("out")
        file = Path(out) if out else None
        if kwargs.pop("as_json"):
            form = "json"
        elif file is not None and form == "table" and file.suffix[1:].lower() in FORMATS:
            form = file.suffix[1:].lower()
        wanted = Wanted(kwargs.pop("limit"), kwargs.pop("timeout"), form, file, kwargs.pop("evidence"))
        return command(*args, wanted=wanted, **kwargs)

    return run  # fmt: skip


def give_answer(store: Store, title: str, rows: Rows, wanted: Wanted) -> None:
    """Print or write an answer, with the sentences behind its rows if they are wanted."""
    said = None
    if wanted.evidence:
        from queries.evidence import evidence

        said = evidence(store, rows)
    give(title, rows, wanted.form, wanted.out, said)
