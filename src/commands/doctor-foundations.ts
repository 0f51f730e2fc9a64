import { EXTENSIONS, type Check } from './doctor-checks.js';

/** What PostgreSQL and the database must be, asked as its owner before any migration. */
export const foundations: readonly Check[] = [
  {
    about: 'PostgreSQL 15 or newer',
    sql: `select 'it is ' || current_setting('server_version') where current_setting('server_version_num')::int < 150000`,
    cure: 'move the data to a newer server with pg_dump',
  },
  {
    about: 'a database that takes writes',
    sql: `select case when pg_is_in_recovery() then 'it is a standby' else 'default_transaction_read_only is on' end
      where current_setting('transaction_read_only')::boolean`,
    cure: 'name the primary in DATABASE_URL, or switch that setting off',
  },
  {
    about: 'text in UTF-8',
    sql: `select 'its encoding is ' || current_setting('server_encoding') where current_setting('server_encoding') <> 'UTF8'`,
    cure: `make the database anew with encoding 'UTF8'`,
  },
  {
    about: 'Vietnamese order (vi-x-icu)',
    sql: `select 'the collation is missing' where not exists (select from pg_collation where collname = 'vi-x-icu')`,
    cure: 'use a PostgreSQL that was built with ICU',
  },
  {
    about: 'extensions in the schema public',
    sql: `select string_agg(extname || ' is in ' || nspname, ', ') from pg_extension e join pg_namespace n on n.oid = e.extnamespace
      where extname in (${EXTENSIONS}) and nspname <> 'public'`,
    cure: 'alter extension … set schema public',
  },
];
