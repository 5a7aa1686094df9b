"""A group of commands that says what a mistyped name may have meant."""

from __future__ import annotations

import click
from click_didyoumean import DYMMixin


class SuggestingGroup(DYMMixin, click.Group):  # type: ignore[misc]  # click-didyoumean is not typed
    """`tppo qeury` answers: did you mean `query`?"""
