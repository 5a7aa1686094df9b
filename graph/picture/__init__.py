"""Pictures: part of a case's graph as one HTML file that opens anywhere, with no network."""

from __future__ import annotations

from pathlib import Path

from graph.model import Graph
from graph.picture.disputes import disputes
from graph.picture.network import HIDDEN_LABEL, HIDDEN_TYPE, articles_hidden, build_network
from graph.picture.page import render
from graph.picture.selection import PictureError, Selection, around, named_in, whole
from graph.picture.vocabulary import vocabulary

__all__ = ["PictureError", "Selection", "around", "draw", "named_in", "whole", "write_picture"]


def draw(graph: Graph, title: str, selection: Selection) -> str:
    """The selected part of the graph as one HTML page that needs no other file and no network.

    The whole graph is passed, because evidence also names articles that are not selected. Articles and what
    they mention start hidden (a legend entry shows them), unless the selection is about an article. Raises
    `PictureError` when nothing is selected.
    """
    part = selection.part_of(graph)
    if not part.nodes:
        raise PictureError(
            "There is nothing to draw: the selection holds no node.", "Ingest documents first."
        )
    words = vocabulary()
    network = build_network(part, selection.focus, words, disputes(graph))
    folded = articles_hidden(part, selection.focus)
    hidden = {"labels": [HIDDEN_LABEL] if folded else [], "types": [HIDDEN_TYPE] if folded else []}
    articles = {node.id: node for node in graph.nodes if node.label == HIDDEN_LABEL}
    return render(network, title, articles, hidden, len(part.nodes) - len(network.nodes), words)


def write_picture(path: Path, page: str) -> None:
    """Write a drawn page to a file, as UTF-8. Raises `PictureError` when the file cannot be written."""
    try:
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise PictureError(
            f"The picture cannot be written to {path}: {error.strerror}.", "Give another file with --out."
        ) from error
