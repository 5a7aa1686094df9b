"""Groups of things that are the same, with pairs that must never come into one group."""

from __future__ import annotations

from collections.abc import Iterable


class Clusters:
    """Disjoint groups of strings. A join that would bring a forbidden pair together is refused."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parent = {member: member for member in members}
        self._enemies: dict[str, set[str]] = {}

    def root(self, member: str) -> str:
        """The representative of the member's group: equal for two members just when they are in one group."""
        while (above := self._parent[member]) != member:
            self._parent[member] = self._parent[above]
            member = above
        return member

    def forbid(self, a: str, b: str) -> bool:
        """Keep the groups of `a` and `b` apart from now on; False when they are one group already."""
        first, second = self.root(a), self.root(b)
        if first == second:
            return False
        self._enemies.setdefault(first, set()).add(second)
        self._enemies.setdefault(second, set()).add(first)
        return True

    def forbidden(self, a: str, b: str) -> bool:
        """Whether the groups of `a` and `b` must stay apart."""
        return self.root(b) in self._enemies.get(self.root(a), ())

    def join(self, a: str, b: str) -> bool:
        """Make the groups of `a` and `b` one; False when that is forbidden. The lesser root stays."""
        kept, gone = sorted((self.root(a), self.root(b)))
        if kept == gone:
            return True
        if self.forbidden(kept, gone):
            return False
        self._parent[gone] = kept
        for enemy in self._enemies.pop(gone, set()):
            self._enemies[enemy].remove(gone)
            self._enemies[enemy].add(kept)
            self._enemies.setdefault(kept, set()).add(enemy)
        return True

    def groups(self) -> dict[str, list[str]]:
        """Every group by its root, members in order."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            found.setdefault(self.root(member), []).append(member)
        return found
