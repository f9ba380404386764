"""Writes one parameterized query, block by block; each block leaves one list or value for those that follow."""

from __future__ import annotations

import re
from typing import Any


def joined(lists: list[str]) -> str:
    """Return several lists of Cypher as one."""
    return lists[0] if len(lists) == 1 else f"({' + '.join(lists or ['[]'])})"


class Writer:
    """A query on its way: its blocks, what they leave, and its parameters."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.parameters: dict[str, Any] = {}
        self._left: list[str] = []
        self._known: dict[str, str] = {}
        self._variables = 0

    def put(self, value: Any) -> str:
        """Add a parameter, each value once, and return it as it stands in Cypher."""
        name = next((name for name, known in self.parameters.items() if known == value), f"p{len(self.parameters)}")
        self.parameters[name] = value
        return f"${name}"

    def variable(self) -> str:
        """Return a name that nothing else has."""
        self._variables += 1
        return f"v{self._variables}"

    def block(self, body: str, result: str) -> str:
        """Add a block that matches `body` and leaves `result`, an aggregate; return the name of what it leaves.

        An aggregate without groups gives one row even where nothing matched, so that no block loses the lists
        before it.
        """
        text = f"{body} RETURN {result}".strip()
        if text not in self._known:
            name = f"s{len(self._left)}"
            imports = [left for left in self._left if re.search(rf"\b{left}\b", text)]
            self.blocks.append(f"CALL ({', '.join(imports)}) {{ {text} AS {name} }}")
            self._left.append(name)
            self._known[text] = name
        return self._known[text]

    def query(self, end: str) -> str:
        """Return the whole query, with what it ends in."""
        return "\n".join([*self.blocks, end])
