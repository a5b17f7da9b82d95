-- Version 1 of what mtaudit/keeping/store.py keeps. Blobs of values are JSON of ASCII, deflated.
BEGIN IMMEDIATE;
CREATE TABLE items (
    number INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice, so that a page of the report keeps its name
    key BLOB NOT NULL UNIQUE, -- one version of one item: a hash of its id and its text
    signature TEXT NOT NULL, -- what judged it
    document BLOB NOT NULL,
    audit BLOB -- a list of them, one for each original; null where it is a copy of none of the originals
) STRICT;
CREATE TABLE answers (
    url BLOB PRIMARY KEY, -- as it was asked for
    answer BLOB NOT NULL,
    asked REAL NOT NULL -- seconds since 1970, when it was last asked for
) STRICT;
PRAGMA application_id = 1836343668; -- "mtat"
PRAGMA user_version = 1;
COMMIT;
