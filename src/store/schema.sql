-- The store's schema: one section a version, applied in order to a store that is behind.
-- A section that has been released is never edited; a change is a new section.
-- Columns have the names and the shapes of docs/record.md; `current` marks the newest text of an origin,
-- `analysis` names the program and tables that made the records, `n` is a record's place in its article,
-- `articleNumber` stands for the article: numbers grow as articles are written, so that blocks of rows without those that
-- are looked up are passed over unread, which the hashes in ids do not allow; of an article,
-- `earliest` and `latest` are the days that its date may mean (edtf-order.ts), `characters` is the length of its text; of an
-- account, `reports` is how many articles answer it; of a story, `joined` is the number under which `telling` has it.

-- migration 1: articles, statements, roles, problems
CREATE TABLE article (
  id VARCHAR NOT NULL,
  origin VARCHAR NOT NULL,
  version INTEGER NOT NULL,
  current BOOLEAN NOT NULL,
  analysis VARCHAR NOT NULL,
  articleNumber INTEGER NOT NULL,
  outlet VARCHAR,
  agency VARCHAR,
  byline VARCHAR[] NOT NULL,
  title VARCHAR,
  published STRUCT(edtf VARCHAR, "text" VARCHAR, basis VARCHAR),
  language VARCHAR,
  "text" VARCHAR NOT NULL,
  hash VARCHAR NOT NULL,
  evidence STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, part VARCHAR)[] NOT NULL,
  boilerplate STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, part VARCHAR)[] NOT NULL,
  recordVersion VARCHAR NOT NULL,
  codebook VARCHAR,
  earliest VARCHAR,
  latest VARCHAR,
  characters INTEGER NOT NULL
);

CREATE TABLE statement (
  id VARCHAR NOT NULL,
  article VARCHAR NOT NULL,
  articleNumber INTEGER NOT NULL,
  n INTEGER NOT NULL,
  source STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR),
  cue VARCHAR,
  mode VARCHAR NOT NULL,
  content VARCHAR NOT NULL,
  channel VARCHAR,
  occasion VARCHAR,
  date STRUCT(edtf VARCHAR, "text" VARCHAR, basis VARCHAR),
  addressees STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR)[] NOT NULL,
  parent VARCHAR,
  attribution STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR, channel VARCHAR, statement VARCHAR)[] NOT NULL,
  evidence STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, part VARCHAR)[] NOT NULL,
  rule VARCHAR NOT NULL
);

CREATE TABLE role (
  id VARCHAR NOT NULL,
  article VARCHAR NOT NULL,
  n INTEGER NOT NULL,
  person STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR) NOT NULL,
  role VARCHAR NOT NULL,
  "of" STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR),
  date STRUCT(edtf VARCHAR, "text" VARCHAR, basis VARCHAR),
  evidence STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, part VARCHAR)[] NOT NULL,
  rule VARCHAR NOT NULL
);

CREATE TABLE problem (
  id VARCHAR NOT NULL,
  code VARCHAR NOT NULL,
  message VARCHAR NOT NULL,
  origin VARCHAR,
  line BIGINT,
  "column" BIGINT,
  article VARCHAR,
  "start" INTEGER,
  "end" INTEGER,
  hint VARCHAR
);

-- migration 2: events, references, positions, quantities; passages, stories, accounts
CREATE TABLE event (
  id VARCHAR NOT NULL,
  article VARCHAR NOT NULL,
  articleNumber INTEGER NOT NULL,
  n INTEGER NOT NULL,
  type VARCHAR NOT NULL,
  eventMode VARCHAR,
  contexts VARCHAR[] NOT NULL,
  cameo VARCHAR,
  quad INTEGER NOT NULL,
  goldstein DOUBLE,
  actors STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR)[] NOT NULL,
  recipients STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR)[] NOT NULL,
  places STRUCT("name" VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, geonames BIGINT, kind VARCHAR, "text" VARCHAR)[] NOT NULL,
  date STRUCT(edtf VARCHAR, "text" VARCHAR, basis VARCHAR),
  status VARCHAR NOT NULL,
  recency VARCHAR NOT NULL,
  attribution STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR, channel VARCHAR, statement VARCHAR)[] NOT NULL,
  evidence STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, part VARCHAR)[] NOT NULL,
  rule VARCHAR NOT NULL,
  confidence DOUBLE NOT NULL
);

CREATE TABLE reference (
  id VARCHAR NOT NULL,
  article VARCHAR NOT NULL,
  articleNumber INTEGER NOT NULL,
  n INTEGER NOT NULL,
  types VARCHAR[] NOT NULL,
  parties STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR)[] NOT NULL,
  places STRUCT("name" VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, geonames BIGINT, kind VARCHAR, "text" VARCHAR)[] NOT NULL,
  date STRUCT(edtf VARCHAR, "text" VARCHAR, basis VARCHAR),
  recency VARCHAR NOT NULL,
  attribution STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR, channel VARCHAR, statement VARCHAR)[] NOT NULL,
  evidence STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, part VARCHAR)[] NOT NULL,
  rule VARCHAR NOT NULL
);

CREATE TABLE "position" (
  id VARCHAR NOT NULL,
  article VARCHAR NOT NULL,
  n INTEGER NOT NULL,
  holders STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR)[] NOT NULL,
  stance VARCHAR NOT NULL,
  issue STRUCT(id VARCHAR, label VARCHAR) NOT NULL,
  condition VARCHAR,
  date STRUCT(edtf VARCHAR, "text" VARCHAR, basis VARCHAR),
  attribution STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR, channel VARCHAR, statement VARCHAR)[] NOT NULL,
  evidence STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, part VARCHAR)[] NOT NULL,
  rule VARCHAR NOT NULL
);

CREATE TABLE quantity (
  id VARCHAR NOT NULL,
  article VARCHAR NOT NULL,
  articleNumber INTEGER NOT NULL,
  n INTEGER NOT NULL,
  measure VARCHAR NOT NULL,
  "value" DOUBLE,
  low DOUBLE,
  high DOUBLE,
  unit VARCHAR,
  modifier VARCHAR,
  "of" VARCHAR,
  "by" STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR)[] NOT NULL,
  date STRUCT(edtf VARCHAR, "text" VARCHAR, basis VARCHAR),
  places STRUCT("name" VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, geonames BIGINT, kind VARCHAR, "text" VARCHAR)[] NOT NULL,
  attribution STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR, channel VARCHAR, statement VARCHAR)[] NOT NULL,
  evidence STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, part VARCHAR)[] NOT NULL,
  rule VARCHAR NOT NULL
);

CREATE TABLE dating (
  id VARCHAR NOT NULL,
  article VARCHAR NOT NULL,
  articleNumber INTEGER NOT NULL,
  n INTEGER NOT NULL,
  happening VARCHAR NOT NULL,
  aspect VARCHAR NOT NULL,
  date STRUCT(edtf VARCHAR, "text" VARCHAR, basis VARCHAR) NOT NULL,
  parties STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR)[] NOT NULL,
  places STRUCT("name" VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, geonames BIGINT, kind VARCHAR, "text" VARCHAR)[] NOT NULL,
  attribution STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR, channel VARCHAR, statement VARCHAR)[] NOT NULL,
  evidence STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, part VARCHAR)[] NOT NULL,
  rule VARCHAR NOT NULL
);

CREATE TABLE passage (
  id VARCHAR NOT NULL,
  identical BOOLEAN NOT NULL,
  occurrences STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR)[] NOT NULL,
  "first" VARCHAR,
  differences STRUCT(article VARCHAR, "from" VARCHAR, "to" VARCHAR)[] NOT NULL,
  rule VARCHAR NOT NULL
);

CREATE TABLE story (
  id VARCHAR NOT NULL,
  "of" VARCHAR NOT NULL,
  members VARCHAR[] NOT NULL,
  articles VARCHAR[] NOT NULL,
  independent INTEGER NOT NULL,
  type VARCHAR NOT NULL,
  actors STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR)[] NOT NULL,
  recipients STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR)[] NOT NULL,
  places STRUCT("name" VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, geonames BIGINT, kind VARCHAR, "text" VARCHAR)[] NOT NULL,
  date STRUCT(edtf VARCHAR, "text" VARCHAR, basis VARCHAR),
  status VARCHAR,
  recency VARCHAR,
  label VARCHAR NOT NULL,
  rule VARCHAR NOT NULL,
  joined INTEGER
);

CREATE TABLE account (
  id VARCHAR NOT NULL,
  about VARCHAR NOT NULL,
  question VARCHAR NOT NULL,
  relation VARCHAR NOT NULL,
  answers STRUCT("value" VARCHAR, "text" VARCHAR, articles VARCHAR[], attribution STRUCT(id VARCHAR, "name" VARCHAR, "text" VARCHAR, country VARCHAR, sector VARCHAR, wikidata VARCHAR, cameo VARCHAR, channel VARCHAR, statement VARCHAR)[], evidence STRUCT(article VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR, part VARCHAR)[])[] NOT NULL,
  rule VARCHAR NOT NULL,
  reports INTEGER NOT NULL
);

-- Articles that a step of an update (passages, stories, words) has yet to look at.
CREATE TABLE pending (
  article VARCHAR NOT NULL,
  step VARCHAR NOT NULL
);

-- Text reuse (passages are made of these): the articles that are compared, by a number that keeps the fingerprints
-- small; where each fingerprint stands; what an article shares with the earlier one that had it first.
CREATE TABLE compared (
  n INTEGER NOT NULL,
  article VARCHAR NOT NULL,
  published VARCHAR
);

CREATE TABLE fingerprint (
  hash UINTEGER NOT NULL,
  n INTEGER NOT NULL
);

CREATE TABLE stretch (
  a VARCHAR NOT NULL,
  aStart INTEGER NOT NULL,
  aEnd INTEGER NOT NULL,
  b VARCHAR NOT NULL,
  bStart INTEGER NOT NULL,
  bEnd INTEGER NOT NULL,
  words INTEGER NOT NULL,
  whole BOOLEAN NOT NULL,
  elsewhere INTEGER NOT NULL,
  plain INTEGER NOT NULL,
  quoted BOOLEAN NOT NULL,
  site BOOLEAN NOT NULL,
  passage VARCHAR
);

-- Stories and accounts: the articles whose mentions are joined, and those that have to be again since their passages
-- changed; each mention with the number of what it was joined to, its story, what it meets others by (days, bits that
-- tell types and places apart, keys of which two that meet have one in common), and what comparing it needs, as JSON; the passages
-- that a mention stands in, by their hashes; the questions that an article's records may answer, with a hash of the
-- answer (null where only the records tell), and those that an account answers.
CREATE TABLE told (
  article VARCHAR NOT NULL,
  analysis VARCHAR NOT NULL
);

CREATE TABLE retold (
  article VARCHAR NOT NULL
);

CREATE TABLE telling (
  n INTEGER NOT NULL,
  record VARCHAR NOT NULL,
  article VARCHAR NOT NULL,
  articleNumber INTEGER NOT NULL,
  joined INTEGER NOT NULL,
  story VARCHAR,
  "from" INTEGER NOT NULL,
  "to" INTEGER NOT NULL,
  types INTEGER NOT NULL,
  places INTEGER NOT NULL,
  placesToo INTEGER NOT NULL,
  keys UINTEGER[] NOT NULL,
  sketch VARCHAR NOT NULL
);

CREATE TABLE tellingPassage (
  passage UINTEGER NOT NULL,
  n INTEGER NOT NULL
);

CREATE TABLE answerKey (
  key UINTEGER NOT NULL,
  articleNumber INTEGER NOT NULL,
  answer UINTEGER
);

CREATE TABLE accountKey (
  key UINTEGER NOT NULL,
  account VARCHAR NOT NULL
);

-- Indexes for the pages, each written with the records that it stands for and taken away with them, so that no page
-- unfolds the lists of every record: who has what share in which current article; who stands where on what in which
-- one, a row for each holder of a position; who does and receives what a story tells; where passages stand. `key` is
-- an actor's id or name in lower case, `issueKey` the same of an issue.
CREATE TABLE presence (
  article VARCHAR NOT NULL,
  key VARCHAR NOT NULL,
  id VARCHAR,
  "name" VARCHAR NOT NULL,
  country VARCHAR,
  sector VARCHAR,
  said INTEGER NOT NULL,
  did INTEGER NOT NULL,
  received INTEGER NOT NULL,
  stands INTEGER NOT NULL,
  cited INTEGER NOT NULL,
  about INTEGER NOT NULL
);

INSERT INTO presence
SELECT article, left(coalesce(source.id, lower(source."name")), 200), any_value(source.id), min(source."name"),
  min(source.country), min(source.sector), count(*), 0, 0, 0, 0, 0
FROM statement WHERE source IS NOT NULL GROUP BY 1, 2;

CREATE TABLE standing (
  article VARCHAR NOT NULL,
  n INTEGER NOT NULL,
  key VARCHAR NOT NULL,
  "name" VARCHAR NOT NULL,
  issueKey VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  stance VARCHAR NOT NULL,
  own BOOLEAN NOT NULL,
  begins INTEGER,
  outlet VARCHAR,
  agency VARCHAR,
  earliest VARCHAR,
  latest VARCHAR
);

CREATE TABLE party (
  story VARCHAR NOT NULL,
  key VARCHAR NOT NULL,
  "name" VARCHAR NOT NULL,
  acted BOOLEAN NOT NULL
);

CREATE TABLE occurrence (
  passage VARCHAR NOT NULL,
  article VARCHAR NOT NULL,
  articleNumber INTEGER,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  isFirst BOOLEAN,
  rule VARCHAR NOT NULL
);

-- Which words stand in which article (written at the end of a run): words by a hash, articles by a number that keeps
-- the postings small.
CREATE TABLE searched (
  n INTEGER NOT NULL,
  article VARCHAR NOT NULL,
  words INTEGER NOT NULL
);

CREATE TABLE posting (
  term UINTEGER NOT NULL,
  n INTEGER NOT NULL,
  times USMALLINT NOT NULL
);
