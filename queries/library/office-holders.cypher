// title: Who held an office
// answers: The holders of an office, on a day or at any time, among the persons that loaded articles name.
// answers: On the day of a change the new holder counts.
// param: office (office): which office
// param: date (date, default: none): on this day
// column: holder: name of the person
// column: office: name of the office
// column: held: when, as recorded (2013-03/.. has no end yet)
// column: certain: whether the day certainly lies in the tenure (its first or last day may be known by month only)
// column: holder_id: id of the person
// column: office_id: id of the office
// column: earliest: first day that the tenure can have
// column: latest: last day that it can have
MATCH (person:Actor)-[tenure:HELD]->(office:Office {id: $office})
WHERE $date IS NULL OR ((tenure.earliest IS NULL OR tenure.earliest <= $date)
  AND (tenure.latest IS NULL OR tenure.latest >= $date)
  AND NOT (tenure.latest = $date AND EXISTS {
    MATCH (:Actor)-[later:HELD]->(office) WHERE later.earliest = $date
  }))
RETURN person.name AS holder, office.name AS office, tenure.date AS held,
  $date IS NULL OR (coalesce(tenure.earliest, $date) <= $date AND NOT tenure.date =~ '.*[?~%].*'
    AND all(bound IN split(tenure.date, '/') WHERE size(bound) = 10 OR bound = '..'
      OR (NOT toString($date) STARTS WITH bound))) AS certain,
  person.id AS holder_id, office.id AS office_id, tenure.earliest AS earliest, tenure.latest AS latest
ORDER BY earliest, latest, holder, holder_id, held
