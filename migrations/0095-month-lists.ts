import type { Migration } from './migration.ts'

/** What has become of a customer's day makes the list of its month wrong; what stays as it was does not. */
const forget = (day: string): string => `DELETE FROM customer_month WHERE month = ${day} / 100;`

export const monthLists: Migration = {
  id: 95,
  name: 'customers of whole months',
  up: [
    // Of months that are over, who has rows in customer_day and what they bought, packed: analytics/months/month-list.ts.
    // A list that is there is right, whoever changes days: the change takes it away, and it is made anew later.
    'CREATE TABLE customer_month (month INTEGER PRIMARY KEY, guests BLOB NOT NULL) STRICT',
    `CREATE TRIGGER month_of_new_day AFTER INSERT ON customer_day BEGIN ${forget('new.day')} END`,
    `CREATE TRIGGER month_of_gone_day AFTER DELETE ON customer_day BEGIN ${forget('old.day')} END`,
    `CREATE TRIGGER month_of_day AFTER UPDATE ON customer_day
      WHEN new.net <> old.net OR new.day <> old.day OR new.customer_id <> old.customer_id
      BEGIN ${forget('old.day')} ${forget('new.day')} END`,
  ],
}
