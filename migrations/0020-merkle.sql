-- A log that shows tampering: the sealed events are the leaves of a Merkle tree as RFC 6962 has it, whose root is signed
-- again and again. Who changes, removes, adds or moves an event afterwards, be it as a superuser, cannot make the signed
-- roots agree. Leaf: sha256(0x00 || line), inner node: sha256(0x01 || left || right).

-- Personal values enter a leaf only as a salted hash: what removes them and their salt leaves the tree as it was ----

create function audit.personal_digest(salt bytea, before jsonb, after jsonb) returns bytea language sql immutable
return sha256(salt || convert_to(jsonb_build_object('before', before, 'after', after)::text, 'UTF8'));

alter table audit.events add column personal_digest bytea;
comment on column audit.events.personal_digest is 'Salted hash of the personal values of audit.personal; stays when they are erased.';

alter table audit.events disable trigger append_only;
update audit.events e set personal_digest = audit.personal_digest(p.salt, p.before, p.after)
from audit.personal p where p.event_id = e.id;
alter table audit.events enable always trigger append_only;

-- As in 0002, and the digest beside the event from the moment of writing.
create or replace function audit.record_change() returns trigger language plpgsql
security definer set search_path = audit, pg_temp as $$
declare
  personal constant text[] := tg_argv[0];
  hidden constant text[] := personal || tg_argv[1]::text[];
  old_row constant jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row constant jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  present constant jsonb := coalesce(new_row, old_row);
  personal_before jsonb;
  personal_after jsonb;
  salt bytea;
  event bigint;
begin
  if tg_op = 'UPDATE' and old_row -> 'id' <> new_row -> 'id' then
    raise exception 'a record keeps its id' using errcode = 'check_violation', constraint = 'record_id_kept', table = tg_table_name;
  end if;
  if personal <> '{}' then
    salt := public.gen_random_bytes(16);
    select case when old_row is not null then jsonb_object_agg(key, old_row -> key) end,
      case when new_row is not null then jsonb_object_agg(key, new_row -> key) end
    into personal_before, personal_after
    from unnest(personal) key;
  end if;
  insert into audit.events (actor_id, actor, request_id, reason, source_document_id, action, table_name, record_id,
    owner_id, alliance_id, before, after, personal_digest)
  values (
    audit.setting('actor_id')::uuid,
    coalesce(audit.setting('actor'), 'database:' || session_user),
    audit.setting('request_id'),
    audit.setting('reason'),
    audit.setting('source_document_id')::uuid,
    case when old_row ->> 'voided_at' is null and new_row ->> 'voided_at' is not null and tg_op = 'UPDATE' then 'void'
         else lower(tg_op) end,
    tg_table_name,
    (present ->> 'id')::uuid,
    (present ->> tg_argv[2])::uuid,
    (present ->> 'alliance_id')::uuid,
    old_row - hidden,
    new_row - hidden,
    case when salt is not null then audit.personal_digest(salt, personal_before, personal_after) end)
  returning id into event;
  if salt is not null then
    insert into audit.personal (event_id, before, after, salt) values (event, personal_before, personal_after, salt);
  end if;
  return null;
end $$;

-- Leaves ---------------------------------------------------------------------------------------------------------

create function audit.instant_text(instant timestamptz) returns text language sql immutable
return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- What an event says, without its place. jsonb writes itself in one way only: keys in a fixed order, one spacing.
-- (Said once, when the function is made, whether events have details: asking to_jsonb(event) for them would take a third of
-- the time.)
do $$ begin
  execute format($function$
create function audit.leaf_event(event audit.events) returns text language sql stable
return jsonb_build_object(
  'id', event.id,
  'at', audit.instant_text(event.at),
  'actorId', event.actor_id,
  'actor', event.actor,
  'requestId', event.request_id,
  'reason', event.reason,
  'sourceDocumentId', event.source_document_id,
  'action', event.action,
  'table', event.table_name,
  'recordId', event.record_id,
  'ownerId', event.owner_id,
  'allianceId', event.alliance_id,
  'before', event.before,
  'after', event.after,
  'detail', %s,
  'personalDigest', encode(event.personal_digest, 'base64'))::text
$function$, case when audit.has_column('audit.events', 'detail') then 'event.detail' else 'null::jsonb' end);
end $$;

-- A leaf is this line, byte by byte: where the event stands, since when, and what it says.
create function audit.leaf(event audit.events, seq bigint, sealed_at timestamptz) returns text language sql stable
return '{"seq": ' || seq || ', "sealedAt": "' || audit.instant_text(sealed_at) || '", "event": ' || audit.leaf_event(event) || '}';

create function audit.leaf_hash(event audit.events, seq bigint, sealed_at timestamptz) returns bytea language sql stable
return sha256('\x00'::bytea || convert_to(audit.leaf(event, seq, sealed_at), 'UTF8'));

-- The tree -------------------------------------------------------------------------------------------------------

-- The roots of all complete subtrees: the one of a level and an index covers 2^level leaves, from index * 2^level on.
create table audit.nodes (
  level smallint,
  index bigint,
  hash bytea not null constraint nodes_hash_check check (length(hash) = 32),
  primary key (level, index)
);

create table audit.checkpoints (
  size bigint primary key,
  root bytea not null constraint checkpoints_root_check check (length(root) = 32),
  note text not null,
  made_at timestamptz not null default clock_timestamp()
);
comment on table audit.checkpoints is 'Signed roots: a C2SP signed note each, over the first `size` events.';

-- Who signs. The youngest signs now; the name is the log''s own and stays.
create table audit.signing_keys (
  step integer generated always as identity primary key,
  name text not null constraint signing_keys_name_check check (name ~ '^[^\s+]+$'),
  public_key bytea not null constraint signing_keys_public_key_unique unique
    constraint signing_keys_public_key_check check (length(public_key) = 32),
  since timestamptz not null default clock_timestamp()
);

create function audit.tree_size() returns bigint language sql stable
return coalesce((select index + 1 from audit.nodes where level = 0 order by index desc limit 1), 0);

-- Hash of the tree over the leaves first .. beyond - 1, where `first` is a multiple of the greatest power of two below
-- their number: the complete subtrees from left to right, folded from the right.
create function audit.range_hash(first bigint, beyond bigint) returns bytea language plpgsql stable
set search_path = audit, pg_temp as $$
declare
  place bigint := first;
  height integer;
  peaks bytea[] := '{}';
  folded bytea;
begin
  while place < beyond loop
    height := length(ltrim((beyond - place)::bit(64)::text, '0')) - 1;
    peaks := peaks || (select hash from nodes where level = height and index = place >> height);
    place := place + (1::bigint << height);
  end loop;
  folded := coalesce(peaks[cardinality(peaks)], sha256(''));
  for n in reverse cardinality(peaks) - 1 .. 1 loop
    folded := sha256('\x01'::bytea || peaks[n] || folded);
  end loop;
  return folded;
end $$;

-- Appends numbered events to the tree, at most `most` of them, so that a call has an end; nothing while another one is at
-- it. Tells the size of the tree, its root, the size of the last checkpoint, and whether numbered events are left.
create function audit.grow_tree(most bigint, out size bigint, out root bytea, out signed bigint, out behind boolean)
language plpgsql security definer set search_path = audit, pg_temp as $$
declare
  height smallint := 0;
  first bigint;
  beyond bigint;
begin
  perform require_fresh_snapshots();
  if pg_try_advisory_xact_lock(sealing_lock()) then
    first := tree_size();
    insert into nodes (level, index, hash)
    select 0, s.seq - 1, (select leaf_hash(e, s.seq, s.sealed_at) from events e where e.id = s.event_id)
    from sequence s where s.seq > first and s.seq <= first + most order by s.seq;
    beyond := tree_size();
    while first / 2 < beyond / 2 loop
      insert into nodes (level, index, hash)
      select height + 1, i, sha256('\x01'::bytea
        || (select hash from nodes where level = height and index = 2 * i)
        || (select hash from nodes where level = height and index = 2 * i + 1))
      from generate_series(first / 2, beyond / 2 - 1) i;
      height := height + 1;
      first := first / 2;
      beyond := beyond / 2;
    end loop;
  end if;
  size := tree_size();
  root := range_hash(0, size);
  signed := coalesce((select max(c.size) from checkpoints c), 0);
  behind := size < coalesce((select max(s.seq) from sequence s), 0);
end $$;

-- The name under which this public key signs; the first key ever seen founds it. Null for any key but the youngest.
create function audit.signing_name(key bytea) returns text language plpgsql
security definer set search_path = audit, pg_temp as $$
declare
  youngest audit.signing_keys;
begin
  perform require_fresh_snapshots();
  perform pg_advisory_xact_lock(sealing_lock());
  select * into youngest from signing_keys order by step desc limit 1;
  if youngest.step is null then
    insert into signing_keys (name, public_key) values ('htx-registry/' || gen_random_uuid(), key)
    returning * into youngest;
  end if;
  return case when youngest.public_key = key then youngest.name end;
end $$;

-- As the signed note format writes a key of Ed25519.
create function audit.verifier_key(name text, public_key bytea) returns text language sql immutable
return name || '+' || left(encode(sha256(convert_to(name, 'UTF8') || '\x0a01' || public_key), 'hex'), 8)
  || '+' || encode('\x01'::bytea || public_key, 'base64');

-- Keeps a signed checkpoint. False when a greater one, or the same, is kept already. The signature itself is for those
-- who verify: the database knows no Ed25519.
create function audit.keep_checkpoint(size bigint, note text) returns boolean language plpgsql
security definer set search_path = audit, pg_temp as $$
declare
  root bytea;
  name text;
begin
  perform require_fresh_snapshots();
  perform pg_advisory_xact_lock(sealing_lock());
  if size <= coalesce((select max(c.size) from checkpoints c), 0) then return false; end if;
  root := range_hash(0, size);
  select k.name into name from signing_keys k order by k.step desc limit 1;
  if size > tree_size() or not starts_with(note,
      name || e'\n' || size || e'\n' || encode(root, 'base64') || e'\n\n— ' || name || ' ') then
    raise exception 'this is no checkpoint of the % first events', size
      using errcode = 'check_violation', constraint = 'audit_checkpoint_of_tree';
  end if;
  insert into checkpoints (size, root, note) values (size, root, note);
  return true;
end $$;

-- Refuses a number of the audit sequence that is still to come: what it will stand for can still change.
create function audit.sequence_reached(number bigint) returns bigint language plpgsql stable
set search_path = audit, pg_temp as $$
begin
  if number > (select coalesce(max(seq), 0) from sequence) then
    raise exception 'no event has the number % yet', number
      using errcode = 'invalid_parameter_value', constraint = 'audit_instant_to_come';
  end if;
  return number;
end $$;

-- Walls ----------------------------------------------------------------------------------------------------------

do $$
declare name text;
begin
  foreach name in array array['nodes', 'checkpoints', 'signing_keys'] loop
    execute format('create trigger append_only before update or delete or truncate on audit.%I '
      'execute function audit.refuse()', name);
    execute format('alter table audit.%I enable always trigger append_only', name);
  end loop;
end $$;

revoke all on audit.nodes, audit.checkpoints, audit.signing_keys from public, registry_server;
grant select on audit.nodes, audit.checkpoints, audit.signing_keys to registry_server;
revoke execute on function audit.personal_digest(bytea, jsonb, jsonb), audit.instant_text(timestamptz),
  audit.leaf_event(audit.events), audit.leaf(audit.events, bigint, timestamptz),
  audit.leaf_hash(audit.events, bigint, timestamptz), audit.tree_size(), audit.range_hash(bigint, bigint), audit.grow_tree(bigint),
  audit.signing_name(bytea), audit.verifier_key(text, bytea), audit.keep_checkpoint(bigint, text),
  audit.sequence_reached(bigint) from public;
grant execute on function audit.instant_text(timestamptz), audit.leaf_event(audit.events),
  audit.leaf(audit.events, bigint, timestamptz), audit.tree_size(), audit.range_hash(bigint, bigint), audit.grow_tree(bigint),
  audit.signing_name(bytea), audit.verifier_key(text, bytea), audit.keep_checkpoint(bigint, text),
  audit.sequence_reached(bigint) to registry_server;

-- Plans made while the log was empty would read it whole for each event, until statistics come: always by index.
alter function audit.seal() set enable_seqscan = off;
alter function audit.grow_tree(bigint) set enable_seqscan = off;

-- What was sealed before there was a tree.
select audit.grow_tree(9223372036854775807);
