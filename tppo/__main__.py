"""Where the `tppo` command starts: are the rooms ours? Then the command line."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

ROOMS = ("graph", "ingest", "queries")


def foreign_room(home: Path) -> str | None:
    """The first of our packages that Python would import from somewhere else than beside this one, or None.

    The names are generic, and a foreign distribution of one of these names overwrites or hides ours.
    """
    for room in ROOMS:
        spec = find_spec(room)
        origin = Path(spec.origin).resolve() if spec is not None and spec.origin else None
        if origin != (home / room / "__init__.py").resolve():
            return room
    return None


def main() -> None:
    """Run the command line; exit code 7 where another package stands in the place of one of ours."""
    room = foreign_room(Path(__file__).resolve().parent.parent)
    if room is not None:
        sys.stderr.write(
            f"Error: the Python package {room!r} found here is not tppo's; another distribution has the same name.\n"
            "Cure: install tppo into an environment of its own: `pipx install tppo`, or a fresh `python -m venv`.\n"
        )
        raise SystemExit(7)
    from tppo.commands import tppo

    tppo(prog_name="tppo")


if __name__ == "__main__":
    main()
