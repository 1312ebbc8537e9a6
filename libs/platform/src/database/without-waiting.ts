/**
 * Selected from, has its transaction answered before it is on disk (PostgreSQL 18, §28.4 "Asynchronous Commit"). For what can be made
 * again, or may be forgotten when the database's machine fails in that very half second; never for what somebody has been promised.
 */
export const WITHOUT_WAITING = `(select set_config('synchronous_commit', 'off', true)) as without_waiting`;
