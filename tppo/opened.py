"""A case from Python: its saved questions answered as rows, as a DataFrame, as a networkx graph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from graph.model import TppoError
from graph.store import Rows, Store
from tppo.settings import Settings

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from queries.evidence import Said


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question. `notes` say how names were taken where that is not plain."""

    title: str
    rows: Rows
    notes: tuple[str, ...]
    _store: Store

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.rows.columns

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Each row as a dictionary."""
        for row in self.rows.rows:
            yield dict(zip(self.rows.columns, row, strict=True))

    def dataframe(self) -> pd.DataFrame:
        """The rows as a pandas DataFrame. Raises `TppoError` where pandas is not installed."""
        try:
            import pandas as pd
        except ImportError:
            raise TppoError("A DataFrame needs pandas.", "Install it: pip install pandas") from None
        return pd.DataFrame(list(self.rows.rows), columns=list(self.rows.columns))

    def networkx(self) -> nx.MultiDiGraph[str]:
        """What the rows name and the relationships among it: nodes by id with `label`, edges with `type` and `key`,
        both with all their properties.
        """
        from queries.network import network

        return network(self._store.snapshot(), self.rows)

    def evidence(self) -> list[list[Said]]:
        """For each row the sentences behind it, protected names masked."""
        from queries.evidence import evidence

        return evidence(self._store, self.rows)


class Case:
    """A case opened for asking: `with Case.open("tppo-case") as case: case.query("routes", place="Nunukan")`."""

    def __init__(self, settings: Settings, store: Store, held: ExitStack) -> None:
        self._settings = settings
        self._store = store
        self._held = held

    @classmethod
    def open(cls, folder: str | Path = "tppo-case", store: str | None = None) -> Self:
        """The case in a folder, with the graph in its embedded engine or at the Bolt address of a Neo4j server.

        The embedded graph is loaded anew where it is out of date. Raises `CaseError` and `StoreError` as the command
        line does. Close it, or use it in a `with` block: another process waits for it.
        """
        from tppo.session import open_case, open_store

        settings = Settings(str(folder), store)
        with ExitStack() as held:  # what goes wrong on the way leaves nothing open
            case = held.enter_context(open_case(settings))
            opened = held.enter_context(open_store(settings, case))
            return cls(settings, opened, held.pop_all())

    def query(
        self, name: str, *, limit: int | None = None, timeout: float | None = None, **values: Any
    ) -> Answer:
        """The answer of a saved question, tppo's or the case's own; names of parameters as in `tppo query show`, `from`
        as `from_`.

        Raises `QueryError` for a wrong name or value, `UnknownNameError` for a name of nothing.
        """
        from queries.runner import run
        from tppo.questions import catalogue_of

        notes: list[str] = []
        query = catalogue_of(self._settings, notes.append).get(name)
        given = {key.rstrip("_"): str(value) for key, value in values.items() if value is not None}
        rows = run(self._store, query, given, limit, notes.append, timeout)
        return Answer(query.title, rows, tuple(notes), self._store)

    def cypher(self, statement: str, *, timeout: float | None = None, **parameters: Any) -> Answer:
        """The answer of a question in Cypher; it may only read."""
        return Answer("Answer", self._store.read(statement, parameters, timeout), (), self._store)

    def search(self, *words: str, limit: int | None = None, timeout: float | None = None) -> Answer:
        """The sentences in which all words stand, newest first; several words in one text stand one behind the other.

        A word that ends in `*` stands for all that begin so. Raises `QueryError` where there is no word.
        """
        from queries.search import search

        notes: list[str] = []
        rows = search(self._store, words, limit, notes.append, timeout)
        return Answer(f"Sentences with {' '.join(words)}", rows, tuple(notes), self._store)

    def close(self) -> None:
        """Release the case and the store."""
        self._held.close()

    def __enter__(self) -> Self:
        """The open case."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()
