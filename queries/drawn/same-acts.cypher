// Acts that are the same, are not, or may be
MATCH path = (one:Act)-[link:SAME_AS|NOT_SAME_AS|UNSURE]->(two:Act)
WHERE ($act IS NULL OR one.id = $act OR two.id = $act) AND ($relation IS NULL OR type(link) = $relation)
OPTIONAL MATCH said = (:Actor)<-[:BY]-(statement:Act) WHERE statement.id = link.via
RETURN path, said
