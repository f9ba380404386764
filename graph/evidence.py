"""What stands around acts in rows: who reports them, and who takes part."""

from __future__ import annotations

from communique.graph.rows import Key, Properties, Rows


def evidence_of(rows: Rows) -> dict[Key, Properties]:
    """Return by fact which articles report it, how, through whom, and whether it holds; coded events just hold."""
    found: dict[Key, Properties] = {}
    for (source, kind, target), reports in rows.edges.items():
        if kind == "REPORTS":
            about = found.setdefault(target, {"articles": [], "marks": [], "voices": [], "holds": False})
            _put(about["articles"], source[1])
            for report in reports:
                _put(about["marks"], report["mark"])
                _put(about["voices"], " > ".join(report.get("speakers", ())))
                about["holds"] = about["holds"] or report["holds"]
    coded = {key: {"holds": True} for key, node in rows.nodes.items() if "dataset" in node.properties}
    return {key: {k: v for k, v in about.items() if v != []} for key, about in found.items()} | coded


def _put(texts: list[str], text: str) -> None:
    if text and text not in texts:
        texts.append(text)


def parties_of(rows: Rows, *, sides: bool = False) -> dict[Key, dict[str, list[Key]]]:
    """Return the actors of each act by their role; with `sides`, the states for which they act in their place."""
    stands: dict[tuple[Key, str, str], list[Key]] = {}
    found: dict[Key, dict[str, list[Key]]] = {}
    if sides:
        for (act, kind, state), group in rows.edges.items():
            for side in group if kind == "SIDE" else ():
                stands.setdefault((act, side["role"], side["party"]), []).append(state)
    for act, kind, party in rows.edges:
        role = kind.lower()
        if role in ("by", "to", "toward") and party[0] == "Actor":
            named = found.setdefault(act, {"by": [], "to": [], "toward": []})[role]
            named += [key for key in stands.get((act, role, party[1]), [party]) if key not in named]
    return found
