"""The Neo4j store: driver, errors, bookmarks."""
