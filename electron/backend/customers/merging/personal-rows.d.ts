/** One row of a table as JSON keeps it. */
export type PlainRow = Readonly<Record<string, string | number | null>>;
