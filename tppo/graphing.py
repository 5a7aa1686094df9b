"""From the ledger to the graph of a case."""

from __future__ import annotations

from graph.casefile.case import Case
from graph.masking import mask_case
from graph.model import Graph
from graph.projection import project
from graph.reference.hierarchy import hierarchy
from graph.resolution import resolve


def graph_of(case: Case) -> Graph:
    """The graph that the ledger and the decisions give."""
    masked = mask_case(case.ledger.extractions())
    return project(masked, resolve(masked, case.ledger.decisions()), hierarchy())
