"""Writes the catalogue as Python methods: ``python -m communique.queries.method_text > queries/methods.py``."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill, indent

from communique.queries.catalogue import catalogue
from communique.queries.drawing import drawn
from communique.queries.query_file import Parameter, Query

_START = '''\
"""The catalogue as methods; written by ``python -m communique.queries.method_text``, never by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from communique.graph.store import Result


class Catalogue:
    """A method for each query of the catalogue; all return rows."""

    def run(self, query: str, /, **values: Any) -> Result:
        """Run a query of the catalogue by its name."""
        raise NotImplementedError
'''
_PYTHON = {"integer": "int", "date": "date | str"}
_FORMS = {
    "date": "A day, month or year.",
    **dict.fromkeys(("actor", "office", "place", "topic", "kind"), "Any name."),
}


def method_text() -> str:
    """Return the module that holds the methods, formatted as the project is."""
    return _START + "".join(f"\n{indent(_method(query), '    ')}" for query in catalogue().values())


def _method(query: Query) -> str:
    name = query.name.replace("-", "_")
    required = [p for p in query.parameters if p.required]
    optional = [p for p in query.parameters if not p.required]
    given = [*(f"{p.name}: {_type(p)}" for p in required), *(["*"] if optional else [])]
    given += [f"{p.name}: {_type(p)} = {_literal(p.default)}" for p in optional]
    handed = [f'"{query.name}"', *(f"{p.name}={p.name}" for p in query.parameters)]
    lines = [f"def {name}({_list(['self', *given])}) -> Result:", *indent(_doc(query, name), "    ").split("\n")]
    lines += [*indent(f"return self.run({_list(handed)})", "    ").split("\n"), ""]
    return "\n".join(line.rstrip() for line in lines)


def _list(parts: list[str]) -> str:
    return "\n    " + ",\n    ".join(parts) + ",\n" if len(parts) > 1 else parts[0]


def _type(parameter: Parameter) -> str:
    python = _PYTHON.get(parameter.type, "str")
    return python if parameter.default is not None or parameter.required else f"{python} | None"


def _literal(value: str | int | None) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _doc(query: Query, name: str) -> str:
    parts = [f'"""{query.title}.', "", fill(query.answers, 108), ""]
    if query.parameters:
        parts += ["Parameters", "----------", *_parameters(query), ""]
    columns = "; ".join(f"`{c.name}`, {c.about}" for c in query.columns)
    parts += ["Returns", "-------", "Result", indent(fill(f"Rows with the columns {columns}.", 104), "    "), ""]
    examples = drawn(query.name).examples
    values = ", ".join(f'{p.name}="{examples[p.name]}"' for p in query.parameters if p.required)
    parts += ["Examples", "--------", ">>> import communique as kg", '>>> with kg.open_graph(".kg") as graph:']
    parts += [f"...     found = graph.{name}({values})", ">>> found.columns[0]", repr(query.columns[0].name), '"""']
    return "\n".join(parts)


def _parameters(query: Query) -> Iterator[str]:
    for parameter in query.parameters:
        about = parameter.about[0].upper() + parameter.about[1:].rstrip(".") + "."
        yield parameter.name
        yield indent(fill(f"{about} {_FORMS.get(parameter.type, '')}".strip(), 104), "    ")


if __name__ == "__main__":
    print(method_text(), end="")
