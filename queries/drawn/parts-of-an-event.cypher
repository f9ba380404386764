// Parts of an event
// example: act = flight-2020-12-22
MATCH path = (:Act {id: $act})<-[:PART_OF|DURING*1..5]-(:Act)
RETURN path
