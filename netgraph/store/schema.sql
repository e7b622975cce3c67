-- One netgraph store. Three kinds of tables, three owners:
--   imported  written by import only, one transaction a file
--   decided   written by the user only, never by a rebuild
--   derived   emptied and rebuilt in one transaction; safe to delete
-- Lists are JSON arrays. Times are ISO 8601 in UTC. There is no column for message text.

-- imported ---------------------------------------------------------------------------------

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    importer TEXT NOT NULL,
    file TEXT NOT NULL,
    digest TEXT NOT NULL,
    owner TEXT NOT NULL DEFAULT '',   -- '' is me, else the friend whose export it is
    imported TEXT NOT NULL,
    unit TEXT NOT NULL,
    items_read INTEGER NOT NULL,
    items_kept INTEGER NOT NULL,
    items_merged INTEGER NOT NULL,
    items_skipped INTEGER NOT NULL,
    whence TEXT NOT NULL DEFAULT '',  -- hash of where the file lay: its next version is known by it
    UNIQUE (digest, importer, owner)
);

CREATE TABLE card (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    owner TEXT NOT NULL,
    key TEXT NOT NULL,
    subject TEXT NOT NULL,
    place TEXT NOT NULL,
    names TEXT NOT NULL,
    identifiers TEXT NOT NULL,        -- [[kind, value], ...]
    affiliations TEXT NOT NULL,       -- [[organisation, role, start, end, kind], ...]
    labels TEXT NOT NULL,
    is_contact INTEGER NOT NULL,
    is_owner INTEGER NOT NULL,
    since TEXT                        -- NULL: known since the source was imported
);
-- Indexes of their own, so that they can be dropped while very many rows are written.
CREATE UNIQUE INDEX card_by_key ON card (key, owner);

CREATE TABLE interaction (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    owner TEXT NOT NULL,
    key TEXT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    happened TEXT,
    sender TEXT,                      -- [kind, value]
    participants TEXT NOT NULL,       -- [[kind, value], ...]
    n_participants INTEGER NOT NULL,
    reply_to TEXT NOT NULL,
    since TEXT
);
CREATE UNIQUE INDEX interaction_by_key ON interaction (key, owner);

CREATE TABLE relation (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    owner TEXT NOT NULL,
    key TEXT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    left_person TEXT NOT NULL,        -- [kind, value]
    right_person TEXT,                -- [kind, value], or NULL when it is an organisation
    organisation TEXT,
    closeness TEXT,
    since TEXT
);
CREATE UNIQUE INDEX relation_by_key ON relation (key, owner);

-- Where a record stands once more: it outlives the file it was first read in.
CREATE TABLE repeat (
    record TEXT NOT NULL,             -- card, interaction or relation
    key TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source (id),
    place TEXT NOT NULL,
    PRIMARY KEY (record, key, source_id)
) WITHOUT ROWID;
CREATE INDEX repeat_by_source ON repeat (source_id);

CREATE TABLE reject (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    place TEXT NOT NULL,
    reason TEXT NOT NULL,
    kind TEXT NOT NULL
);
CREATE INDEX reject_by_source ON reject (source_id);

-- decided ----------------------------------------------------------------------------------

CREATE TABLE owner (
    owner TEXT PRIMARY KEY,           -- '' is me, else the friend's subject
    name TEXT NOT NULL,
    address TEXT NOT NULL
);

CREATE TABLE decision (
    left_subject TEXT NOT NULL,
    right_subject TEXT NOT NULL,
    judgement TEXT NOT NULL,
    decided TEXT NOT NULL,
    PRIMARY KEY (left_subject, right_subject)
);

CREATE TABLE target (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    aliases TEXT NOT NULL,
    domains TEXT NOT NULL,
    industry TEXT NOT NULL,
    city TEXT NOT NULL,
    weight REAL NOT NULL,
    size INTEGER                      -- people; NULL when it is not said
);

CREATE TABLE hand_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry TEXT NOT NULL UNIQUE,       -- one JSON object as `netgraph add` wrote it
    added TEXT NOT NULL
);

CREATE TABLE column_mapping (
    header TEXT PRIMARY KEY,          -- hash of a table's header row
    columns TEXT NOT NULL,            -- {"Where they work": "employer", "Notes": ""}
    decided TEXT NOT NULL
);

-- What the user said of employers' names: another name of one, or the name of another one.
CREATE TABLE employer_word (
    name TEXT NOT NULL,
    of TEXT NOT NULL,
    same INTEGER NOT NULL,
    decided TEXT NOT NULL,
    PRIMARY KEY (name, of)
);

-- The user's own rows of the table of well-known employers.
CREATE TABLE employer_row (
    name TEXT PRIMARY KEY,
    facts TEXT NOT NULL               -- {"aliases": "...", ...}, as in resolve/data/employers.csv
);

-- How well the user says two people know each other, by card subjects; '' is me.
CREATE TABLE tie_word (
    left_subject TEXT NOT NULL,
    right_subject TEXT NOT NULL,
    how TEXT NOT NULL,
    decided TEXT NOT NULL,
    PRIMARY KEY (left_subject, right_subject, decided)
);

-- Whom the user wants left out, by card subject: everywhere ('' for employer) or for one; 0 takes
-- it back.
CREATE TABLE exclusion (
    subject TEXT NOT NULL,
    employer TEXT NOT NULL,
    excluded INTEGER NOT NULL,
    decided TEXT NOT NULL,
    PRIMARY KEY (subject, employer, decided)
);

-- Questions about two people that the user did not want to answer, by card subjects; '' is me.
CREATE TABLE skipped_question (
    left_subject TEXT NOT NULL,
    right_subject TEXT NOT NULL,
    skipped TEXT NOT NULL,
    PRIMARY KEY (left_subject, right_subject)
);

-- What the user did with somebody and what came of it. Rows are only ever added: taking one back
-- is a row that names it in `undoes`.
CREATE TABLE log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subjects TEXT NOT NULL,           -- the person's card subjects
    name TEXT NOT NULL,               -- the person's, as it was then
    did TEXT NOT NULL,                -- '' in a row that undoes another
    note TEXT NOT NULL,
    outcome TEXT NOT NULL,            -- yes, no, later, none; '' while open
    employer TEXT NOT NULL,
    happened TEXT NOT NULL,           -- a day
    next TEXT,                        -- a day
    logged TEXT NOT NULL,
    undoes INTEGER,
    tie_kind TEXT,                    -- what was foreseen of an ask when it was logged
    tie_chance REAL,
    path_hops INTEGER,
    path_chance REAL
);

-- How often the user wants to be in touch with somebody, by card subject [days]; 0 ends it.
CREATE TABLE keep_in_touch (
    subject TEXT NOT NULL,
    every INTEGER NOT NULL,
    decided TEXT NOT NULL,
    PRIMARY KEY (subject, decided)
);

-- What the user says of themselves: name is name, who, seeking, field, use, offer, phone or email.
CREATE TABLE profile_fact (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,              -- '' for what was taken back
    decided TEXT NOT NULL
);

CREATE TABLE success_example (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL UNIQUE,
    added TEXT NOT NULL
);

-- What else the user said: name is 'region' (two letters), or a limit of `netgraph limits`.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- What was forgotten, as salted slow hashes: enough to know it again, not to read it back.
CREATE TABLE salt (
    salt BLOB NOT NULL,
    region TEXT NOT NULL              -- the country of numbers without one, as it was then
);

CREATE TABLE forgotten (
    quick INTEGER NOT NULL,           -- 12 bits that spare most things the slow hash
    slow BLOB NOT NULL,
    what TEXT NOT NULL,               -- file or person
    PRIMARY KEY (quick, slow)
) WITHOUT ROWID;

-- derived ----------------------------------------------------------------------------------

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    names TEXT NOT NULL,
    identifiers TEXT NOT NULL,
    labels TEXT NOT NULL,
    occupation TEXT NOT NULL,
    cards TEXT NOT NULL,
    files TEXT NOT NULL,
    since TEXT,
    is_contact INTEGER NOT NULL,
    is_me INTEGER NOT NULL
);

CREATE TABLE person_card (
    card_key TEXT PRIMARY KEY,
    person_id TEXT NOT NULL
);

CREATE TABLE rule_decision (
    left_subject TEXT NOT NULL,
    right_subject TEXT NOT NULL,
    judgement TEXT NOT NULL,
    score REAL NOT NULL,
    evidence TEXT NOT NULL
);

CREATE TABLE owner_person (
    owner TEXT PRIMARY KEY,
    person_id TEXT NOT NULL
);

-- state: 'written' counts changes to imported and decided tables, 'resolved' is its value
-- when the derived tables were last rebuilt.
CREATE TABLE state (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
);
INSERT INTO state VALUES ('written', 0), ('resolved', -1);

-- a view per common question ---------------------------------------------------------------

CREATE VIEW who_is_in_my_files AS
SELECT person.name, person.occupation, count(*) AS cards, group_concat(DISTINCT source.importer) AS formats
FROM person
JOIN person_card ON person_card.person_id = person.id
JOIN card ON card.key = person_card.card_key
JOIN source ON source.id = card.source_id
GROUP BY person.id ORDER BY person.name;

CREATE VIEW what_was_imported AS
SELECT file, importer, imported, items_read, items_kept, items_merged, items_skipped
FROM source ORDER BY id;

CREATE VIEW what_was_skipped AS
SELECT source.file, reject.place, reject.kind, reject.reason
FROM reject JOIN source ON source.id = reject.source_id ORDER BY reject.id;

CREATE VIEW who_works_where AS
SELECT json_extract(card.names, '$[0]') AS name, json_extract(job.value, '$[0]') AS organisation,
       json_extract(job.value, '$[1]') AS role, json_extract(job.value, '$[2]') AS started,
       json_extract(job.value, '$[3]') AS ended, source.file, card.place
FROM card JOIN source ON source.id = card.source_id, json_each(card.affiliations) AS job;
