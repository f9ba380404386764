"""What Neo4j Browser imports: the catalogue as favourites that draw, and a style sheet."""
