"""Projection: extractions and their resolution as the graph of a case. Equal input gives an equal graph."""

from __future__ import annotations

from collections.abc import Iterable

from graph.casefile.decision import Decision
from graph.masking import MaskedCase, mask_case
from graph.model import Extraction, Graph, Node
from graph.projection.claims import Statements, finish_positions, source_of
from graph.projection.hierarchy import Hierarchy, add_hierarchy
from graph.projection.nodes import Reading, article, node
from graph.projection.routes import add_routes
from graph.projection.values import DERIVED, Draft
from graph.resolution import Candidate, Resolution, resolve


def build_graph(
    extractions: Iterable[Extraction], decisions: Iterable[Decision], hierarchy: Hierarchy
) -> tuple[Graph, Resolution]:
    """The whole way from a ledger's content to its graph: masked, resolved, projected."""
    case = mask_case(extractions)
    resolution = resolve(case, decisions)
    return project(case, resolution, hierarchy), resolution


def project(case: MaskedCase, resolution: Resolution, hierarchy: Hierarchy) -> Graph:
    """All nodes and relationships of the case, in the order that `Graph` documents."""
    statements = Statements(case, resolution)
    nodes = {each.id: each for each in _nodes(case, resolution, hierarchy, statements)}
    finish_positions(statements.drafts)
    add_routes(nodes, statements, hierarchy)
    add_hierarchy(nodes, statements, hierarchy)
    for candidate in resolution.candidates:
        _add_candidate(statements, candidate)
    relationships = [draft.finished() for draft in statements.drafts.values()]
    return Graph(
        tuple(sorted(nodes.values(), key=lambda each: (each.label, each.id))),
        tuple(sorted(relationships, key=lambda each: (each.type, each.key))),
    )


def _nodes(
    case: MaskedCase, resolution: Resolution, hierarchy: Hierarchy, statements: Statements
) -> Iterable[Node]:
    readings: dict[str, list[Reading]] = {}
    for extraction in case.extractions:
        source = source_of(extraction)
        yield article(source, extraction.document)
        for entity in extraction.entities:
            node_id = resolution.nodes[extraction.document.sha256, entity.id]
            readings.setdefault(node_id, []).append(Reading(source, entity))
    made: dict[str, Node] = {}
    # Incidents are called by their scene, so places come first.
    for node_id in sorted(readings, key=lambda each: (readings[each][0].entity.label == "Incident", each)):
        group = sorted(
            readings[node_id], key=lambda reading: (reading.source.published_on, reading.source.article)
        )
        label = group[0].entity.label
        scene = _scene(made, statements, node_id) if label == "Incident" else None
        made[node_id] = node(node_id, group, hierarchy.facts(label, node_id), scene)
        yield made[node_id]


LIKELY_SCENE = 0.6
"""Confidence from which on a place gives an incident its name before others."""


def _scene(made: dict[str, Node], statements: Statements, incident: str) -> str | None:
    """The name of the place that is told first as the scene; one that is hardly likely only where there is no other."""
    told: list[tuple[bool, str, str, int, str]] = [
        (
            draft.confidence < LIKELY_SCENE,
            row.source.published_on or "9999",
            row.source.article,
            row.start,
            draft.ends[1][1],
        )
        for draft in statements.leaving("OCCURRED_AT", incident)
        for row in draft.said
    ]
    return str(made[min(told)[-1]].properties["name"]) if told else None


def _add_candidate(statements: Statements, candidate: Candidate) -> None:
    draft: Draft = statements.draft(
        "POSSIBLY_SAME_AS", (candidate.label, candidate.a), (candidate.label, candidate.b)
    )
    draft.origin, draft.rule, draft.confidence = DERIVED, candidate.rule, candidate.score
    draft.fixed |= {"score": candidate.score, "reason": candidate.reason}
