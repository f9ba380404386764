"""The embedded store, one kglite file."""
