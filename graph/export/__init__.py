"""The graph in forms that other programs read."""
