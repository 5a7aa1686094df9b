"""A recorded judgement on whether two mentions in documents mean the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Judgement = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of two things, by their anchors (`graph.resolution.anchors`).

    `at` and `undone_at` are ISO timestamps; an undone decision stays recorded and counts for nothing.
    `score` is how alike the machine thought them, between 0 and 1, where it had an opinion. The ledger gives
    `id` and, where it is empty, `at`.
    """

    kind: Judgement
    a: str
    b: str
    who: str
    reason: str = ""
    score: float | None = None
    at: str = ""
    id: int = 0
    undone_at: str | None = None
