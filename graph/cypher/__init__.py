"""A user's own Cypher: read as text, refused or let pass, its faults and answers bounded."""
