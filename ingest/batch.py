"""Extraction over many documents: in parallel, in the order of the documents."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from graph.model import Document, Extraction
from ingest.extraction.extract import extract

FEW = 24
"""Up to so many documents one process is quicker than starting others."""


def extract_all(documents: Sequence[Document], jobs: int | None = None) -> Iterator[Extraction]:
    """The extraction of every document, in their order. `jobs` is the number of processes (default: one a core)."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(documents) <= FEW:
        yield from map(extract, documents)
        return
    with ProcessPoolExecutor(min(jobs, len(documents)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(extract, documents, chunksize=4)
