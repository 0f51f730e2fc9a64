-- record, everywhere ($1 id)
select (select row_to_json(fields)::text from (select tg.id as "id",
    tg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo"
    from alliance_terms t
    where (true) and (t.id = tg.term_id) limit 1) nested) as "term",
    tg.code as "code",
    tg.name as "name",
    tg.shape as "shape",
    tg.low as "low",
    tg.high as "high",
    tg.unit as "unit",
    tg.population as "population",
    tg.source as "source",
    tg.statistic_figure as "statisticFigure",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = tg.document_id) limit 1) nested) as "document",
    to_char(tg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tg.void_reason as "voidReason",
    tg.version as "version") fields) as body, tg.version as version
from targets tg join alliance_terms term on term.id = tg.term_id
where tg.id = $1 and (true) and (true);

-- page, everywhere ($1 asOf, $2 limit)
select (select row_to_json(fields)::text from (select tg.id as "id",
    tg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo"
    from alliance_terms t
    where (true) and (t.id = tg.term_id) limit 1) nested) as "term",
    tg.code as "code",
    tg.name as "name",
    tg.shape as "shape",
    tg.low as "low",
    tg.high as "high",
    tg.unit as "unit",
    tg.population as "population",
    tg.source as "source",
    tg.statistic_figure as "statisticFigure",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = tg.document_id) limit 1) nested) as "document",
    to_char(tg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tg.void_reason as "voidReason",
    tg.version as "version") fields) as item,
  json_build_array((tg.code)::text, (tg.id)::text)::text as keys
from targets tg join alliance_terms term on term.id = tg.term_id
    where (tg.voided_at is null and term.voided_at is null and term.valid_from <= $1 and (term.valid_to is null or term.valid_to > $1))
order by tg.code asc, tg.id asc
limit $2 + 1;

-- record, within alliance ($1 id, $2 ownAllianceIds)
select (select row_to_json(fields)::text from (select tg.id as "id",
    tg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo"
    from alliance_terms t
    where (true) and (t.id = tg.term_id) limit 1) nested) as "term",
    tg.code as "code",
    tg.name as "name",
    tg.shape as "shape",
    tg.low as "low",
    tg.high as "high",
    tg.unit as "unit",
    tg.population as "population",
    tg.source as "source",
    tg.statistic_figure as "statisticFigure",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = tg.document_id) limit 1) nested) as "document",
    to_char(tg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tg.void_reason as "voidReason",
    tg.version as "version") fields) as body, tg.version as version
from targets tg join alliance_terms term on term.id = tg.term_id
where tg.id = $1 and (true) and (tg.alliance_id = any($2));

-- page, within alliance ($1 asOf, $2 ownAllianceIds, $3 limit)
select (select row_to_json(fields)::text from (select tg.id as "id",
    tg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo"
    from alliance_terms t
    where (true) and (t.id = tg.term_id) limit 1) nested) as "term",
    tg.code as "code",
    tg.name as "name",
    tg.shape as "shape",
    tg.low as "low",
    tg.high as "high",
    tg.unit as "unit",
    tg.population as "population",
    tg.source as "source",
    tg.statistic_figure as "statisticFigure",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = tg.document_id) limit 1) nested) as "document",
    to_char(tg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tg.void_reason as "voidReason",
    tg.version as "version") fields) as item,
  json_build_array((tg.code)::text, (tg.id)::text)::text as keys
from targets tg join alliance_terms term on term.id = tg.term_id
    where (tg.voided_at is null and term.voided_at is null and term.valid_from <= $1 and (term.valid_to is null or term.valid_to > $1))
    and (tg.alliance_id = any($2))
order by tg.code asc, tg.id asc
limit $3 + 1;

-- page, everywhere, with every filter ($1 asOf, $2 allianceId, $3 code, $4 shape, $5 source, $6 documentId, $7 termId, $8 termOn, $9 updatedSince, $10 after0, $11 after1, $12 limit)
select (select row_to_json(fields)::text from (select tg.id as "id",
    tg.alliance_id as "allianceId",
    (select row_to_json(nested) from (select t.id as "id",
    t.name as "name",
    t.valid_from as "validFrom",
    t.valid_to as "validTo"
    from alliance_terms t
    where (true) and (t.id = tg.term_id) limit 1) nested) as "term",
    tg.code as "code",
    tg.name as "name",
    tg.shape as "shape",
    tg.low as "low",
    tg.high as "high",
    tg.unit as "unit",
    tg.population as "population",
    tg.source as "source",
    tg.statistic_figure as "statisticFigure",
    (select row_to_json(nested) from (select d.id as "id",
    d.code as "code",
    d.kind as "kind",
    d.number as "number",
    d.issued_on as "issuedOn",
    d.title as "title"
    from documents d
    where (true) and (d.id = tg.document_id) limit 1) nested) as "document",
    to_char(tg.voided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "voidedAt",
    tg.void_reason as "voidReason",
    tg.version as "version") fields) as item,
  json_build_array((tg.code)::text, (tg.id)::text)::text as keys,
  (select count(*) from targets tg join alliance_terms term on term.id = tg.term_id where (tg.voided_at is null and term.voided_at is null and term.valid_from <= $1 and (term.valid_to is null or term.valid_to > $1))
    and (tg.alliance_id = $2)
    and (tg.code = $3)
    and (tg.shape = $4)
    and (tg.source = $5)
    and (tg.document_id = $6)
    and (tg.term_id = $7)
    and (tg.voided_at is null and term.voided_at is null and term.valid_from <= $8 and (term.valid_to is null or term.valid_to > $8))
    and (tg.updated_at >= $9)) as total
from targets tg join alliance_terms term on term.id = tg.term_id
    where (tg.voided_at is null and term.voided_at is null and term.valid_from <= $1 and (term.valid_to is null or term.valid_to > $1))
    and (tg.alliance_id = $2)
    and (tg.code = $3)
    and (tg.shape = $4)
    and (tg.source = $5)
    and (tg.document_id = $6)
    and (tg.term_id = $7)
    and (tg.voided_at is null and term.voided_at is null and term.valid_from <= $8 and (term.valid_to is null or term.valid_to > $8))
    and (tg.updated_at >= $9)
    and (tg.code, tg.id) > ($10, $11)
order by tg.code asc, tg.id asc
limit $12 + 1;
