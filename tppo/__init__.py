"""The command line: the only package that imports all three rooms. From Python: `from tppo import Case`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tppo.opened import Case

__version__ = "0.1.0"
__all__ = ["Case", "__version__"]


def __getattr__(name: str) -> object:
    """`tppo.Case`, imported when it is asked for: the command line has to start quickly."""
    if name == "Case":
        from tppo.opened import Case

        return Case
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
