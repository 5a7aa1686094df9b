"""Where the nodes of a network stand. The same network always gives the same positions.

Each connected part is laid out by stress majorisation (Gansner, Koren and North 2004) from a start by
classical scaling: distances on the page follow distances in the network. Then label boxes are pushed apart,
and the parts are set side by side on shelves, the largest first. Every step compares all pairs, so it is
meant for up to about 1,000 nodes; larger networks need another start and sampled pairs.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, shortest_path

Array = npt.NDArray[np.float64]

STEP = 95.0
"""Wanted length of a relationship, in page units (pixels at zoom 1)."""
VIEW = np.array([1020.0, 680.0])
"""Width and height of the view that labels should be readable in when all is shown, in pixels."""
LEAF = 0.6
"""Wanted length of the link to a node with no other link, in steps."""
GAP = 46.0
"""Space between two parts that are not connected."""
ROUNDS = 150
VIEWS = 3
EVENNESS = 0.5
"""How far the drawing is evened out: 0 leaves dense parts dense, 1 forgets distances but for their order."""
FULLEST = 0.6
"""Share of the view that boxes can fill and still be kept apart."""


def positions(boxes: Sequence[tuple[float, float]], links: Sequence[tuple[int, int, float]]) -> Array:
    """Coordinates of the nodes, one row (x, y) each, in page units, the middle of the drawing at (0, 0).

    `boxes` is the width and height that each node takes with its label; a link joins two nodes by index and
    says how much longer than usual it may be (1.0 is usual).
    """
    count = len(boxes)
    if count == 0:
        return np.zeros((0, 2))
    lengths = _lengths(count, links)
    sizes = np.asarray(boxes, dtype=float)
    _, part_of = connected_components(lengths, directed=False)
    parts = [np.flatnonzero(part_of == part) for part in np.unique(part_of)]
    parts.sort(key=lambda members: (-len(members), int(members[0])))
    drawn = [_one_part(lengths[members][:, members], sizes[members]) for members in parts]
    return _on_shelves(parts, drawn, sizes)


def _lengths(count: int, links: Sequence[tuple[int, int, float]]) -> csr_array:
    """The wanted lengths as a symmetric matrix: long between busy nodes (hubs open up), short to a leaf."""
    shortest: dict[tuple[int, int], float] = {}
    for a, b, factor in links:
        if a != b:
            pair = (min(a, b), max(a, b))
            shortest[pair] = min(factor, shortest.get(pair, factor))
    degree = np.zeros(count)
    for a, b in shortest:
        degree[[a, b]] += 1
    matrix = np.zeros((count, count))
    for (a, b), factor in shortest.items():
        busy = 0.8 + 0.22 * np.log2(max(degree[a], degree[b]))
        matrix[a, b] = matrix[b, a] = LEAF if min(degree[a], degree[b]) == 1 else factor * busy
    return csr_array(matrix)


def _one_part(lengths: csr_array, sizes: Array) -> Array:
    """Positions of one connected part, its longest axis lying across the page."""
    wanted = STEP * np.asarray(shortest_path(lengths, directed=False))
    placed = _least_stress(wanted, _scaled(wanted))
    placed = _spread(_lying(placed))
    wide, high = np.ptp(placed, axis=0) + 1.0
    placed = placed * (np.clip(VIEW[0] / VIEW[1] * high / wide, 1.0, 2.0), 1.0)
    # More boxes than the view can hold would only push the drawing out of shape: they may overlap then.
    fill = float(sizes.prod(axis=1).sum() / VIEW.prod())
    fitting = sizes * min(1.0, (FULLEST / fill) ** 0.5)
    for _ in range(VIEWS):
        # A drawing larger than the view is shown smaller, but its labels are not: they need more room in it.
        shrink = min(1.0, *(VIEW / np.maximum(np.ptp(placed, axis=0), 1.0)))
        placed = _apart(placed, fitting / shrink)
    return placed


def _scaled(wanted: Array) -> Array:
    """Classical scaling of distances to the plane; the signs of the axes are fixed."""
    count = len(wanted)
    centring = np.eye(count) - 1.0 / count
    values, vectors = np.linalg.eigh(-0.5 * centring @ wanted**2 @ centring)
    top = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 0.0))
    top = np.pad(top, ((0, 0), (0, 2 - top.shape[1])))
    strongest = np.abs(top).argmax(axis=0)
    signs = np.where(top[strongest, [0, 1]] < 0, -1.0, 1.0)
    angles = np.arange(count) * 2.399963  # the golden angle: no two nodes start at one point
    start: Array = top * signs + np.column_stack([np.cos(angles), np.sin(angles)])
    return start


def _least_stress(wanted: Array, placed: Array) -> Array:
    """Guttman's transform, repeated: each round moves every node to where its distances would have it."""
    count = len(wanted)
    if count < 2:
        return placed
    weight = np.where(wanted > 0, 1.0 / np.maximum(wanted, 1e-9) ** 2, 0.0)
    laplacian = np.diag(weight.sum(axis=1)) - weight
    inverse = np.linalg.pinv(laplacian)
    for _ in range(ROUNDS):
        distance = np.linalg.norm(placed[:, None] - placed[None, :], axis=2)
        ratio = np.where(distance > 1e-9, weight * wanted / np.maximum(distance, 1e-9), 0.0)
        target = np.diag(ratio.sum(axis=1)) - ratio
        placed = inverse @ (target @ placed)
    return np.asarray(placed)


def _lying(placed: Array) -> Array:
    """Turned so that the direction of greatest extent is horizontal, and centred."""
    centred: Array = placed - placed.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    if len(axes) < 2:
        return centred
    strongest = np.abs(axes).argmax(axis=1)
    axes = axes * np.where(axes[[0, 1], strongest] < 0, -1.0, 1.0)[:, None]
    turned: Array = centred @ axes.T
    return turned


def _spread(placed: Array) -> Array:
    """Dense parts opened up, along each axis: between where nodes are and equal steps in their order."""
    ranks = placed.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    even = (ranks / max(len(placed) - 1, 1) - 0.5) * np.ptp(placed, axis=0)
    spread: Array = (1 - EVENNESS) * placed + EVENNESS * even
    return spread


def _apart(placed: Array, sizes: Array, rounds: int = 120) -> Array:
    """Pushed until no two boxes overlap (or the rounds are over): along the axis where less is needed."""
    placed = placed.copy()
    room = (sizes[:, None] + sizes[None, :]) / 2
    order = np.sign(np.arange(len(placed))[:, None] - np.arange(len(placed))[None, :])
    others = order != 0
    for _ in range(rounds):
        offset = placed[:, None] - placed[None, :]
        lack = room - np.abs(offset)
        clash = (lack > 0).all(axis=2) & others
        if not clash.any():
            break
        sideways = lack[..., :1] < lack[..., 1:]
        pushed = clash[..., None] & np.concatenate([sideways, ~sideways], axis=2)
        direction = np.where(offset == 0, order[..., None], np.sign(offset))
        placed += 0.3 * np.where(pushed, direction * (lack + 1.0), 0.0).sum(axis=1)
    return placed


def _on_shelves(parts: Sequence[npt.NDArray[np.intp]], drawn: Sequence[Array], sizes: Array) -> Array:
    """The parts side by side, in rows as wide as the largest part (or as a square of all would be)."""
    result = np.zeros((len(sizes), 2))
    corners = [
        (p - sizes[m] / 2).min(axis=0).tolist() + (p + sizes[m] / 2).max(axis=0).tolist()
        for m, p in zip(parts, drawn, strict=True)
    ]
    area = sum((right - left + GAP) * (bottom - top + GAP) for left, top, right, bottom in corners)
    full = max(corners[0][2] - corners[0][0], (area * VIEW[0] / VIEW[1]) ** 0.5)
    x = y = shelf = 0.0
    for members, placed, (left, top, right, bottom) in zip(parts, drawn, corners, strict=True):
        if x > 0 and x + right - left > full:
            x, y, shelf = 0.0, y + shelf + GAP, 0.0
        result[members] = placed + np.array([x - left, y - top])
        x += right - left + GAP
        shelf = max(shelf, bottom - top)
    middle: Array = (result.min(axis=0) + result.max(axis=0)) / 2
    return result - middle
