import type { Migration } from './migration.ts'

/** Two neighbouring letters as a remainder, which tells nobody's name. `name-pairs.ts` of the lookup reckons the same. */
const pair = (name: string): string =>
  `(unicode(substr(${name}, p.n, 1)) * 8191 + unicode(substr(${name}, p.n + 1, 1))) % 1048573`
/** Of names that are longer than anybody's only a sign is kept that there are some: each letter is counted from the first. */
const longest = 60
const keep = (name: string, from: string): string =>
  `INSERT OR IGNORE INTO name_pair (pair) SELECT CASE p.n WHEN ${longest} THEN -1 ELSE ${pair(name)} END
    FROM ${from} letter_place AS p WHERE p.n < length(${name}) AND p.n <= ${longest}`

export const namePairs: Migration = {
  id: 94,
  name: 'pairs of letters in names',
  up: [
    // Which pairs of letters there are in anybody's name: what has another one stands in no name, so that fifty thousand
    // need not be looked at for it; -1 where a name is too long for its pairs to be kept. Belongs to nobody, and may hold pairs of names that have gone.
    'CREATE TABLE name_pair (pair INTEGER PRIMARY KEY) STRICT',
    keep('c.name', 'customer AS c JOIN'),
    `CREATE TRIGGER pairs_of_new_name AFTER INSERT ON customer BEGIN ${keep('NEW.name', '')}; END`,
    `CREATE TRIGGER pairs_of_name AFTER UPDATE OF name ON customer WHEN NEW.name IS NOT OLD.name
      BEGIN ${keep('NEW.name', '')}; END`,
  ],
}
