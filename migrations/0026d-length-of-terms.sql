-- How long a term of office may last, and so how far apart two congresses of one level may be: pointed out, never refused.

select add_code_list('term_warning', 'Cảnh báo về nhiệm kỳ', 'Warning about a term');
select add_codes('term_warning',
  'term_too_long', 'Nhiệm kỳ dài hơn quy định', 'The term is longer than the rule allows',
  'congress_too_late', 'Đại hội cách đại hội trước lâu hơn một nhiệm kỳ', 'The congress before was longer ago than a term may last');

create table term_limits (
  valid_from date constraint term_limits_pkey primary key,
  valid_to date,
  years integer not null,
  source text not null
);
comment on table term_limits is 'not audited: reference data that migrations write. no row-level security: reference data, the same for all';
revoke insert, update on term_limits from registry_server;
grant select on term_limits to registry_visitor;

insert into term_limits (valid_from, years, source) values ('2024-11-26', 5, 'Nghị định 126/2024/NĐ-CP');

-- A time passed the limit that was in force when it ended.
create function longer_than_a_term(since date, until date) returns boolean language sql stable
return exists (select from term_limits l where until > l.valid_from and (l.valid_to is null or until <= l.valid_to)
  and until > since + make_interval(years => l.years));
