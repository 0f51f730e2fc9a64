-- record, everywhere ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    b.alliance_id as "allianceId",
    b.parent_id as "parentId",
    array_to_json(array(select row_to_json(nested) from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom"
    from issuing_body_names bn
    where (bn.voided_at is null) and (bn.issuing_body_id = b.id)
    order by bn.valid_from) nested)) as "names",
    to_json(array_remove(array[
      case when b.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from issuing_body_names own
      join issuing_body_names theirs on theirs.folded = own.folded and theirs.voided_at is null
      join issuing_bodies other on other.id = theirs.issuing_body_id
      where own.issuing_body_id = b.id and own.voided_at is null and other.id <> b.id and other.voided_at is null
      and other.alliance_id = b.alliance_id and other.level = b.level and other.parent_id is not distinct from b.parent_id) then 'recorded_twice' end], null)) as "warnings",
    to_char(b.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    b.void_reason as "voidReason",
    b.version as "version") fields) as body, b.version as version
from issuing_bodies b
where b.id = $3 and (true) and (true);

-- page, everywhere ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    b.alliance_id as "allianceId",
    b.parent_id as "parentId",
    array_to_json(array(select row_to_json(nested) from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom"
    from issuing_body_names bn
    where (bn.voided_at is null) and (bn.issuing_body_id = b.id)
    order by bn.valid_from) nested)) as "names",
    to_json(array_remove(array[
      case when b.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from issuing_body_names own
      join issuing_body_names theirs on theirs.folded = own.folded and theirs.voided_at is null
      join issuing_bodies other on other.id = theirs.issuing_body_id
      where own.issuing_body_id = b.id and own.voided_at is null and other.id <> b.id and other.voided_at is null
      and other.alliance_id = b.alliance_id and other.level = b.level and other.parent_id is not distinct from b.parent_id) then 'recorded_twice' end], null)) as "warnings",
    to_char(b.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    b.void_reason as "voidReason",
    b.version as "version") fields) as item,
  json_build_array((coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu")::text, (b.id)::text)::text as keys
from issuing_bodies b
    where (b.voided_at is null)
order by coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu" asc, b.id asc
limit $3 + 1;

-- record, within alliance ($1 asOf, $2 ownOrganizationId, $3 id, $4 ownAllianceIds)
select (select row_to_json(fields)::text from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    b.alliance_id as "allianceId",
    b.parent_id as "parentId",
    array_to_json(array(select row_to_json(nested) from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom"
    from issuing_body_names bn
    where (bn.voided_at is null) and (bn.issuing_body_id = b.id)
    order by bn.valid_from) nested)) as "names",
    to_json(array_remove(array[
      case when b.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from issuing_body_names own
      join issuing_body_names theirs on theirs.folded = own.folded and theirs.voided_at is null
      join issuing_bodies other on other.id = theirs.issuing_body_id
      where own.issuing_body_id = b.id and own.voided_at is null and other.id <> b.id and other.voided_at is null
      and other.alliance_id = b.alliance_id and other.level = b.level and other.parent_id is not distinct from b.parent_id) then 'recorded_twice' end], null)) as "warnings",
    to_char(b.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    b.void_reason as "voidReason",
    b.version as "version") fields) as body, b.version as version
from issuing_bodies b
where b.id = $3 and (true) and (b.alliance_id = any($4));

-- page, within alliance ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
select (select row_to_json(fields)::text from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    b.alliance_id as "allianceId",
    b.parent_id as "parentId",
    array_to_json(array(select row_to_json(nested) from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom"
    from issuing_body_names bn
    where (bn.voided_at is null) and (bn.issuing_body_id = b.id)
    order by bn.valid_from) nested)) as "names",
    to_json(array_remove(array[
      case when b.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from issuing_body_names own
      join issuing_body_names theirs on theirs.folded = own.folded and theirs.voided_at is null
      join issuing_bodies other on other.id = theirs.issuing_body_id
      where own.issuing_body_id = b.id and own.voided_at is null and other.id <> b.id and other.voided_at is null
      and other.alliance_id = b.alliance_id and other.level = b.level and other.parent_id is not distinct from b.parent_id) then 'recorded_twice' end], null)) as "warnings",
    to_char(b.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    b.void_reason as "voidReason",
    b.version as "version") fields) as item,
  json_build_array((coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu")::text, (b.id)::text)::text as keys
from issuing_bodies b
    where (b.voided_at is null)
    and (b.alliance_id = any($3))
order by coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu" asc, b.id asc
limit $4 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 ownOrganizationId, $3 level, $4 allianceId, $5 parentId, $6 warning, $7 q, $8 updatedSince, $9 after0, $10 after1, $11 limit)
select (select row_to_json(fields)::text from (select b.id as "id",
    b.level as "level",
    coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') as "name",
    b.alliance_id as "allianceId",
    b.parent_id as "parentId",
    array_to_json(array(select row_to_json(nested) from (select bn.id as "id",
    bn.name as "name",
    bn.valid_from as "validFrom"
    from issuing_body_names bn
    where (bn.voided_at is null) and (bn.issuing_body_id = b.id)
    order by bn.valid_from) nested)) as "names",
    to_json(array_remove(array[
      case when b.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from issuing_body_names own
      join issuing_body_names theirs on theirs.folded = own.folded and theirs.voided_at is null
      join issuing_bodies other on other.id = theirs.issuing_body_id
      where own.issuing_body_id = b.id and own.voided_at is null and other.id <> b.id and other.voided_at is null
      and other.alliance_id = b.alliance_id and other.level = b.level and other.parent_id is not distinct from b.parent_id) then 'recorded_twice' end], null)) as "warnings",
    to_char(b.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    b.void_reason as "voidReason",
    b.version as "version") fields) as item,
  json_build_array((coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu")::text, (b.id)::text)::text as keys,
  (select count(*) from issuing_bodies b where (b.voided_at is null)
    and (b.level = $3)
    and (b.alliance_id = $4)
    and (b.parent_id = $5)
    and (case $6 when 'recorded_twice' then b.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from issuing_body_names own
      join issuing_body_names theirs on theirs.folded = own.folded and theirs.voided_at is null
      join issuing_bodies other on other.id = theirs.issuing_body_id
      where own.issuing_body_id = b.id and own.voided_at is null and other.id <> b.id and other.voided_at is null
      and other.alliance_id = b.alliance_id and other.level = b.level and other.parent_id is not distinct from b.parent_id) end)
    and (exists (select from issuing_body_names bn where bn.issuing_body_id = b.id and bn.voided_at is null and fold(bn.name) like $7))
    and (greatest(b.updated_at, (select max(part.updated_at) from issuing_body_names part where part.issuing_body_id = b.id and part.voided_at is null), (select max(part.updated_at) from issuing_body_names part where part.issuing_body_id = b.id and part.voided_at is not null)) >= $8)) as total
from issuing_bodies b
    where (b.voided_at is null)
    and (b.level = $3)
    and (b.alliance_id = $4)
    and (b.parent_id = $5)
    and (case $6 when 'recorded_twice' then b.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and exists (select from issuing_body_names own
      join issuing_body_names theirs on theirs.folded = own.folded and theirs.voided_at is null
      join issuing_bodies other on other.id = theirs.issuing_body_id
      where own.issuing_body_id = b.id and own.voided_at is null and other.id <> b.id and other.voided_at is null
      and other.alliance_id = b.alliance_id and other.level = b.level and other.parent_id is not distinct from b.parent_id) end)
    and (exists (select from issuing_body_names bn where bn.issuing_body_id = b.id and bn.voided_at is null and fold(bn.name) like $7))
    and (greatest(b.updated_at, (select max(part.updated_at) from issuing_body_names part where part.issuing_body_id = b.id and part.voided_at is null), (select max(part.updated_at) from issuing_body_names part where part.issuing_body_id = b.id and part.voided_at is not null)) >= $8)
    and (coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu", b.id) > ($9, $10)
order by coalesce(coalesce(
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from issuing_body_names n where n.issuing_body_id = b.id and n.voided_at is null
        order by n.valid_from limit 1)), '') collate "vi-x-icu" asc, b.id asc
limit $11 + 1;
