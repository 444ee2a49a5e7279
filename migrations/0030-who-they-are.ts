import type { Migration } from './migration.ts'

/** The letter pairs of memo, allergies and cautions; none goes across two of the three. */
const grams = (customers: string): string => `
  INSERT OR IGNORE INTO customer_gram (gram, customer_id)
  SELECT substr(t.text, p.n, 2), t.id
  FROM (SELECT c.id, replace(replace(lower(c.memo || char(31) || coalesce(d.allergies || char(31) || d.cautions, '')),
      ' ', ''), char(10), '') AS text
    FROM customer AS c LEFT JOIN customer_detail AS d ON d.customer_id = c.id WHERE ${customers}) AS t
  JOIN letter_place AS p ON p.n < length(t.text)
  WHERE instr(substr(t.text, p.n, 2), char(31)) = 0;`

const gramsAgain = (name: string, when: string, id: string): string => `
  CREATE TRIGGER ${name} ${when}
  BEGIN DELETE FROM customer_gram WHERE customer_id = ${id}; ${grams(`c.id = ${id}`)} END`

/**
 * What a shop knows of its people beyond name and phone. Whatever is personal stands in tables of rows that destruction
 * can take away; nothing here is written into an append-only one.
 */
export const whoTheyAre: Migration = {
  id: 30,
  name: 'who they are',
  up: [
    // When the person asked to leave and was tidied away; null for everybody who is a customer.
    'ALTER TABLE customer ADD COLUMN left_at INTEGER',
    // Lookups pass over those without opening their rows.
    ...['name', 'initials', 'last_four'].flatMap((column) => [
      `DROP INDEX customer_by_${column}`,
      `CREATE INDEX customer_by_${column} ON customer (${column}, left_at)`,
    ]),
    // At most one row a customer; a missing row is one in which nothing is known.
    `CREATE TABLE customer_detail (
      customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
      -- A birthday is a month and a day of one of the two calendars; the year is often not told.
      birth_calendar TEXT NOT NULL DEFAULT 'solar' CHECK (birth_calendar IN ('solar', 'lunar')),
      birth_year INTEGER CHECK (birth_year BETWEEN 1890 AND 2100),
      birth_month INTEGER CHECK (birth_month BETWEEN 1 AND 12),
      birth_day INTEGER CHECK (birth_day BETWEEN 1 AND 31),
      -- In a leap month (윤달); lunar only.
      birth_leap INTEGER NOT NULL DEFAULT 0 CHECK (birth_leap IN (0, 1)),
      gender TEXT CHECK (gender IN ('female', 'male', 'other')),
      address TEXT NOT NULL DEFAULT '',
      -- How they found the shop, in the shop's words.
      found_by TEXT NOT NULL DEFAULT '',
      -- Said in red at the counter.
      allergies TEXT NOT NULL DEFAULT '',
      -- What else is to be minded.
      cautions TEXT NOT NULL DEFAULT '',
      CHECK ((birth_month IS NULL) = (birth_day IS NULL)),
      CHECK (birth_leap = 0 OR birth_calendar = 'lunar')
    ) STRICT`,
    // Every two neighbouring letters of memo, allergies and cautions, blanks left out: a memo is found by any part of it
    // without reading fifty thousand. Kept by the ledger itself, whoever writes.
    `CREATE TABLE customer_gram (
      gram TEXT NOT NULL,
      customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      PRIMARY KEY (gram, customer_id)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX customer_gram_by_customer ON customer_gram (customer_id)',
    // 1, 2, 3 …: as many as such a text may have letters.
    'CREATE TABLE letter_place (n INTEGER PRIMARY KEY) STRICT',
    `WITH RECURSIVE counting (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counting WHERE n < 4000)
      INSERT INTO letter_place (n) SELECT n FROM counting`,
    grams("c.memo <> ''"),
    gramsAgain('grams_of_new_customer', "AFTER INSERT ON customer WHEN NEW.memo <> ''", 'NEW.id'),
    gramsAgain('grams_of_memo', 'AFTER UPDATE OF memo ON customer WHEN NEW.memo IS NOT OLD.memo', 'NEW.id'),
    gramsAgain(
      'grams_of_new_detail',
      `AFTER INSERT ON customer_detail WHEN NEW.allergies || NEW.cautions <> ''
        OR EXISTS (SELECT 1 FROM customer_gram WHERE customer_id = NEW.customer_id)`,
      'NEW.customer_id',
    ),
    gramsAgain(
      'grams_of_detail',
      `AFTER UPDATE OF allergies, cautions ON customer_detail
        WHEN NEW.allergies || char(31) || NEW.cautions <> OLD.allergies || char(31) || OLD.cautions`,
      'NEW.customer_id',
    ),
    gramsAgain('grams_without_detail', 'AFTER DELETE ON customer_detail', 'OLD.customer_id'),
    'CREATE INDEX customer_by_birthday ON customer_detail (birth_month, birth_day) WHERE birth_month IS NOT NULL',
    `CREATE TABLE customer_anniversary (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      calendar TEXT NOT NULL CHECK (calendar IN ('solar', 'lunar')),
      year INTEGER CHECK (year BETWEEN 1890 AND 2100),
      month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
      day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
      leap INTEGER NOT NULL DEFAULT 0 CHECK (leap IN (0, 1)),
      CHECK (leap = 0 OR calendar = 'lunar')
    ) STRICT`,
    'CREATE INDEX anniversary_by_customer ON customer_anniversary (customer_id)',
    'CREATE INDEX anniversary_by_day ON customer_anniversary (month, day)',
    // Numbers beside the one in `customer`: a family's line, the number before. Several people may have the same one.
    `CREATE TABLE customer_phone (
      customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      phone TEXT NOT NULL,
      last_four TEXT NOT NULL,
      label TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (customer_id, phone)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX customer_phone_by_phone ON customer_phone (phone)',
    'CREATE INDEX customer_phone_by_last_four ON customer_phone (last_four)',
    // A card belongs to one person; one that was lost has an end and may never be given again.
    `CREATE TABLE membership_card (
      code TEXT PRIMARY KEY,
      customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      issued_at INTEGER NOT NULL,
      ended_at INTEGER
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX membership_card_by_customer ON membership_card (customer_id)',
    `CREATE TABLE tag (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT`,
    `CREATE TABLE customer_tag (
      customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
      PRIMARY KEY (customer_id, tag_id)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX customer_tag_by_tag ON customer_tag (tag_id, customer_id)',
    // The shop's own fields. One that is put away keeps its values, so that it can come back.
    `CREATE TABLE customer_field (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice')),
      position INTEGER NOT NULL,
      at_counter INTEGER NOT NULL DEFAULT 0 CHECK (at_counter IN (0, 1)),
      put_away INTEGER NOT NULL DEFAULT 0 CHECK (put_away IN (0, 1))
    ) STRICT`,
    `CREATE TABLE customer_field_choice (
      field_id INTEGER NOT NULL REFERENCES customer_field (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (field_id, position),
      UNIQUE (field_id, name)
    ) STRICT, WITHOUT ROWID`,
    // Text, date (YYYY-MM-DD) and choice (its name) stand in "text", numbers in "number".
    `CREATE TABLE customer_field_value (
      customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      field_id INTEGER NOT NULL REFERENCES customer_field (id) ON DELETE CASCADE,
      text TEXT,
      number REAL,
      PRIMARY KEY (customer_id, field_id),
      CHECK ((text IS NULL) <> (number IS NULL))
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX field_value_by_text ON customer_field_value (field_id, text) WHERE text IS NOT NULL',
    'CREATE INDEX field_value_by_number ON customer_field_value (field_id, number) WHERE number IS NOT NULL',
    `CREATE TABLE customer_note (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX note_by_customer ON customer_note (customer_id, at)',
    // More kinds of consent, each with wordings of its own.
    `CREATE TABLE consent_wording_now (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('required', 'marketing', 'night', 'details', 'sensitive', 'sharing')),
      version INTEGER NOT NULL,
      text TEXT NOT NULL,
      from_at INTEGER NOT NULL,
      UNIQUE (kind, version)
    ) STRICT`,
    'INSERT INTO consent_wording_now SELECT id, kind, version, text, from_at FROM consent_wording',
    `CREATE TABLE consent_now (
      id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL,
      wording_id INTEGER NOT NULL REFERENCES consent_wording_now (id),
      given INTEGER NOT NULL CHECK (given IN (0, 1)),
      how TEXT NOT NULL CHECK (how IN ('counter', 'guest-screen', 'paper', 'phone', 'import')),
      at INTEGER NOT NULL
    ) STRICT`,
    'INSERT INTO consent_now SELECT id, customer_id, wording_id, given, how, at FROM consent',
    'DROP TABLE consent',
    'DROP TABLE consent_wording',
    'ALTER TABLE consent_wording_now RENAME TO consent_wording',
    'ALTER TABLE consent_now RENAME TO consent',
    'CREATE INDEX consent_by_customer ON consent (customer_id, at)',
    // What was said is never changed; whose words they are follows a merge.
    `CREATE TRIGGER consent_never_updated BEFORE UPDATE OF id, wording_id, given, how, at ON consent
      BEGIN SELECT RAISE(ABORT, 'consents are never updated'); END`,
    `CREATE TRIGGER consent_wording_never_updated BEFORE UPDATE ON consent_wording
      BEGIN SELECT RAISE(ABORT, 'wordings are never updated'); END`,
    // A family or a company. Points are shared only between members who each agreed to it.
    `CREATE TABLE household (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('family', 'company')),
      name TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE household_member (
      customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
      household_id INTEGER NOT NULL REFERENCES household (id) ON DELETE CASCADE,
      joined_at INTEGER NOT NULL,
      -- When this member agreed that points may be shared; null for one who has not, or no longer does.
      agreed_at INTEGER,
      -- The words of that agreement.
      consent_id INTEGER REFERENCES consent (id),
      CHECK ((agreed_at IS NULL) = (consent_id IS NULL))
    ) STRICT`,
    'CREATE INDEX household_member_by_household ON household_member (household_id)',
  ],
}
