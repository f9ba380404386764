// The largest changes
// example: one = china
// example: other = russia
// example: least = 1
MATCH (act:Act)
WHERE act.pairs IS NOT NULL AND act.goldstein IS NOT NULL
  AND ($since IS NULL OR act.earliest >= $since)
  AND ($until IS NULL OR act.latest <= $until)
  AND act.earliest.year = act.latest.year AND ($period = 'year' OR act.earliest.month = act.latest.month)
UNWIND act.pairs AS pair
WITH *, act.earliest.year * 100 + CASE $period WHEN 'year' THEN 0 ELSE act.earliest.month END AS month,
  replace(replace(pair, '>', '='), '<', '=') AS parties
WHERE ($one IS NULL OR $one IN split(parties, '=')) AND ($other IS NULL OR $other IN split(parties, '='))
WITH $least AS least, parties, month, collect(act) AS acts
WHERE size(acts) >= $least
WITH parties, collect(acts) AS months
WHERE size(months) > 1
UNWIND months AS acts
UNWIND acts AS act
MATCH path = (act)-[:BY|TO|TOWARD|SIDE]->(:Actor)
RETURN path
LIMIT 1000
