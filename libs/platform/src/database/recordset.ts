/**
 * The rows of a JSON parameter, to be named by whoever asks. PostgreSQL takes them for a hundred: it would sooner read a whole table
 * than look up each of so many, were it not told that there are `count`.
 */
export const recordset = (columns: string, count: number, parameter = '$1'): string =>
  `(select * from json_to_recordset(${parameter}) as record(${columns}) limit ${count})`;
