"""Rows into a store: what changes, and the Cypher that carries it out."""
