CREATE INDEX act_kind IF NOT EXISTS FOR (n:Act) ON (n.kind);
CREATE INDEX act_earliest IF NOT EXISTS FOR (n:Act) ON (n.earliest);
