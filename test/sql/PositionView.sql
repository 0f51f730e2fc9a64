-- record, everywhere ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select po.id as "id",
    po.alliance_id as "allianceId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings",
    to_char(po.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    po.void_reason as "voidReason",
    po.version as "version") fields) as body, po.version as version
from positions po join people pe on pe.id = po.person_id
where po.id = $3 and (true) and (true);

-- page, everywhere ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select po.id as "id",
    po.alliance_id as "allianceId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings",
    to_char(po.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    po.void_reason as "voidReason",
    po.version as "version") fields) as item,
  json_build_array((po.valid_from)::text, (po.id)::text)::text as keys
from positions po join people pe on pe.id = po.person_id
    where (po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1))
order by po.valid_from asc, po.id asc
limit $3 + 1;

-- record, within alliance ($1 asOf, $2 ownOrganizationId, $3 id, $4 ownAllianceIds)
select (select row_to_json(fields)::text from (select po.id as "id",
    po.alliance_id as "allianceId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings",
    to_char(po.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    po.void_reason as "voidReason",
    po.version as "version") fields) as body, po.version as version
from positions po join people pe on pe.id = po.person_id
where po.id = $3 and (true) and (po.alliance_id = any($4));

-- page, within alliance ($1 asOf, $2 ownOrganizationId, $3 ownAllianceIds, $4 limit)
select (select row_to_json(fields)::text from (select po.id as "id",
    po.alliance_id as "allianceId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings",
    to_char(po.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    po.void_reason as "voidReason",
    po.version as "version") fields) as item,
  json_build_array((po.valid_from)::text, (po.id)::text)::text as keys
from positions po join people pe on pe.id = po.person_id
    where (po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1))
    and (po.alliance_id = any($3))
order by po.valid_from asc, po.id asc
limit $4 + 1;

-- record, within organization ($1 asOf, $2 ownOrganizationId, $3 id)
select (select row_to_json(fields)::text from (select po.id as "id",
    po.alliance_id as "allianceId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings",
    to_char(po.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    po.void_reason as "voidReason",
    po.version as "version") fields) as body, po.version as version
from positions po join people pe on pe.id = po.person_id
where po.id = $3 and (true) and (po.organization_id = $2);

-- page, within organization ($1 asOf, $2 ownOrganizationId, $3 limit)
select (select row_to_json(fields)::text from (select po.id as "id",
    po.alliance_id as "allianceId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings",
    to_char(po.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    po.void_reason as "voidReason",
    po.version as "version") fields) as item,
  json_build_array((po.valid_from)::text, (po.id)::text)::text as keys
from positions po join people pe on pe.id = po.person_id
    where (po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1))
    and (po.organization_id = $2)
order by po.valid_from asc, po.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 ownOrganizationId, $3 allianceId, $4 position, $5 manager, $6 validFromFrom, $7 validFromTo, $8 validToFrom, $9 validToTo, $10 warning, $11 documentId, $12 sex, $13 organizationId, $14 personId, $15 q, $16 updatedSince, $17 after0, $18 after1, $19 limit)
select (select row_to_json(fields)::text from (select po.id as "id",
    po.alliance_id as "allianceId",
    (select row_to_json(nested) from (select pe.id as "id",
    pe.full_name as "fullName"
    from people pe
    where (true) and (pe.id = po.person_id) limit 1) nested) as "person",
    (select row_to_json(nested) from (select o.id as "id",
    o.code as "code",
    o.kind as "kind",
    coalesce(
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        and n.valid_from <= $1 order by n.valid_from desc limit 1),
      (select n.name from organization_names n where n.organization_id = o.id and n.voided_at is null
        order by n.valid_from limit 1)) as "name"
    from organizations o
    where (true) and (o.id = po.organization_id) limit 1) nested) as "organization",
    po.position as "position",
    exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) as "manager",
    po.valid_from as "validFrom",
    po.valid_to as "validTo",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = po.document_id) limit 1) nested) as "document",
    to_json(array_remove(array[
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'incompatible_positions' end,
      case when po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted') then 'organization_ended' end,
      case when po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from) then 'held_before_founding' end,
      case when po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1)) then 'held_by_another' end,
      case when po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) then 'position_of_another_time' end], null)) as "warnings",
    to_char(po.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    po.void_reason as "voidReason",
    po.version as "version") fields) as item,
  json_build_array((po.valid_from)::text, (po.id)::text)::text as keys,
  (select count(*) from positions po join people pe on pe.id = po.person_id where (po.voided_at is null)
    and (po.alliance_id = $3)
    and (po.position = $4)
    and (exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) = $5)
    and (po.valid_from >= $6)
    and (po.valid_from <= $7)
    and (po.valid_to >= $8)
    and (po.valid_to <= $9)
    and (case $10 when 'incompatible_positions' then po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1))
      when 'organization_ended' then po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      when 'held_before_founding' then po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from)
      when 'held_by_another' then po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1))
      when 'position_of_another_time' then po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) end)
    and (po.document_id = $11)
    and (exists (select from people whose where whose.id = po.person_id and whose.sex = $12))
    and (po.organization_id = $13)
    and (po.person_id = $14)
    and (po.person_id = any(array(select named.id from people named where fold(named.full_name) like (select $15))))
    and (po.updated_at >= $16)) as total
from positions po join people pe on pe.id = po.person_id
    where (po.voided_at is null)
    and (po.alliance_id = $3)
    and (po.position = $4)
    and (exists (select from manager_positions mp where mp.position_code = po.position and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = po.alliance_id)
      and mp.valid_from <= $1 and (mp.valid_to is null or mp.valid_to > $1)) = $5)
    and (po.valid_from >= $6)
    and (po.valid_from <= $7)
    and (po.valid_to >= $8)
    and (po.valid_to <= $9)
    and (case $10 when 'incompatible_positions' then po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join incompatible_positions ip on ip.other_position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.person_id = po.person_id and x.organization_id = po.organization_id and x.voided_at is null
        and ip.position = po.position and ip.valid_from <= $1 and (ip.valid_to is null or ip.valid_to > $1)
        and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1))
      when 'organization_ended' then po.voided_at is null and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and (select s.status from organization_statuses s where s.organization_id = po.organization_id and s.voided_at is null
      and s.valid_from <= $1 order by s.valid_from desc limit 1) in ('dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted')
      when 'held_before_founding' then po.voided_at is null
        and exists (select from organizations o where o.id = po.organization_id and o.founded_on > po.valid_from)
      when 'held_by_another' then po.voided_at is null and ($2::uuid is null and coalesce(current_setting('registry.known_seq', true), '') = '') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1) and exists (select from positions x join sole_positions sp on sp.position = x.position
        join organizations o on o.id = x.organization_id and o.kind <> 'enterprise'
        where x.alliance_id = po.alliance_id and x.organization_id = po.organization_id and x.position = po.position and x.person_id <> po.person_id
        and x.voided_at is null and sp.valid_from <= $1 and (sp.valid_to is null or sp.valid_to > $1) and x.valid_from <= $1 and (x.valid_to is null or x.valid_to > $1))
      when 'position_of_another_time' then po.voided_at is null and exists (select from codes_position code where code.code = po.position and (code.valid_from > po.valid_from or code.valid_to <= po.valid_from)) end)
    and (po.document_id = $11)
    and (exists (select from people whose where whose.id = po.person_id and whose.sex = $12))
    and (po.organization_id = $13)
    and (po.person_id = $14)
    and (po.person_id = any(array(select named.id from people named where fold(named.full_name) like (select $15))))
    and (po.updated_at >= $16)
    and (po.valid_from, po.id) > ($17, $18)
order by po.valid_from asc, po.id asc
limit $19 + 1;
