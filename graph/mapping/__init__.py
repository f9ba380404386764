"""Articles and coded events to the rows of the graph."""
