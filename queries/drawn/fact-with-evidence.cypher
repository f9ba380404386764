// One fact with everything about it
// example: fact = flight-2020-12-22
MATCH path = (:Act|Detail {id: $fact})-[]-()
RETURN path
