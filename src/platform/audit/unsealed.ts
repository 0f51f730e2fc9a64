/** What keeps events out of the audit sequence. Each statement has a row with a text where something is wrong, and none where nothing is. */

const HERE = `f.cluster = (select system_identifier from pg_control_system())`;
const WITHOUT_NUMBER = `audit.events e left join audit.sequence s on s.event_id = e.id`;

/**
 * What only tampering does: the frontier is not where the sealer leaves it, and what lies behind it gets no number any more.
 * What another cluster counted, of which this is a restored copy, says nothing: the sealer looks at all of it.
 */
export const PASSED_OVER: readonly string[] = [
  `select 'the sealer was told to look beyond transaction ' || f.xid || ', which is still to come: no event gets a number'
   from audit.frontier f where ${HERE} and f.xid > pg_snapshot_xmax(pg_current_snapshot())`,
  `select 'the event with the id ' || min(e.id) || ' was passed over: it has no number, and gets none'
     || case when count(*) > 1 then ' (and ' || count(*) - 1 || ' more)' else '' end
   from audit.frontier f, ${WITHOUT_NUMBER}
   where s.event_id is null and ${HERE} and (e.xid < f.xid or e.xid >= pg_snapshot_xmax(pg_current_snapshot()))
   having count(*) > 0`,
];

/** Whatever is seen belongs to a transaction that has ended; a server seals it within a second. */
export const UNSEALED = `select count(*) || ' older than a minute without a number, the first with the id ' || min(e.id)
  from ${WITHOUT_NUMBER} where s.event_id is null and e.at < now() - interval '1 minute' having count(*) > 0`;

/** What to do about those. */
export const UNSEALED_CURE =
  'start a server, see in its log why it does not seal, or end the transaction that it waits for (pg_stat_activity, pg_prepared_xacts)';
