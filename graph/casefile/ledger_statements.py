"""The SQL of the ledger, in one place. Rows are added and marked, never changed or taken away."""

SCHEMA_VERSION = 1

CREATE = """
CREATE TABLE IF NOT EXISTS document (
    sha256  TEXT PRIMARY KEY,
    text    BLOB NOT NULL,
    origin  BLOB NOT NULL,
    read_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS extraction (
    id            INTEGER PRIMARY KEY,
    sha256        TEXT NOT NULL REFERENCES document (sha256),
    extractor     TEXT NOT NULL,
    content       BLOB NOT NULL,
    entities      INTEGER NOT NULL,
    claims        INTEGER NOT NULL,
    made_at       TEXT NOT NULL,
    superseded_by INTEGER REFERENCES extraction (id)
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS one_current ON extraction (sha256) WHERE superseded_by IS NULL;
CREATE TABLE IF NOT EXISTS decision (
    id        INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL CHECK (kind IN ('same', 'different', 'unsure')),
    a         TEXT NOT NULL,
    b         TEXT NOT NULL,
    who       TEXT NOT NULL,
    reason    TEXT NOT NULL,
    score     REAL,
    made_at   TEXT NOT NULL,
    undone_at TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS log (
    id      INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    action  TEXT NOT NULL,
    detail  TEXT NOT NULL
) STRICT;
"""

ADD_DOCUMENT = "INSERT INTO document (sha256, text, origin, read_at) VALUES (?, ?, ?, ?)"

CURRENT_EXTRACTION = "SELECT id, extractor FROM extraction WHERE sha256 = ? AND superseded_by IS NULL"

# The replaced row points to itself for a moment, so that never two rows of a document are current.
SET_ASIDE = "UPDATE extraction SET superseded_by = id WHERE id = ?"

ADD_EXTRACTION = """
INSERT INTO extraction (sha256, extractor, content, entities, claims, made_at) VALUES (?, ?, ?, ?, ?, ?)
"""

SUPERSEDE = "UPDATE extraction SET superseded_by = ? WHERE id = ?"

EXTRACTIONS = """
SELECT document.text, extraction.content
FROM extraction JOIN document USING (sha256)
WHERE extraction.superseded_by IS NULL
ORDER BY sha256
"""

ADD_DECISION = """
INSERT INTO decision (kind, a, b, who, reason, score, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)
"""

UNDO_DECISION = "UPDATE decision SET undone_at = ? WHERE id = ? AND undone_at IS NULL"

DECISIONS = "SELECT kind, a, b, who, reason, score, made_at, id, undone_at FROM decision ORDER BY id"

ADD_LOG = "INSERT INTO log (made_at, action, detail) VALUES (?, ?, ?)"

LOG = "SELECT made_at, action, detail FROM log ORDER BY id"

STATUS = """
SELECT (SELECT count(*) FROM document),
       (SELECT coalesce(sum(entities), 0) FROM extraction WHERE superseded_by IS NULL),
       (SELECT coalesce(sum(claims), 0) FROM extraction WHERE superseded_by IS NULL),
       (SELECT count(*) FROM extraction WHERE superseded_by IS NOT NULL),
       (SELECT count(*) FROM decision WHERE undone_at IS NULL),
       (SELECT max(read_at) FROM document)
"""
