-- A number is the same however it is typed: in capitals or not, with spaces or without, with Đ, Ð or D, with zeros in front.
create function number_key(number text) returns text language sql immutable
return ltrim(regexp_replace(replace(registry.fold(number), 'ð', 'd'), '\s', '', 'g'), '0');

drop index award_decisions_number_unique;
create unique index award_decisions_number_unique
  on award_decisions (alliance_id, issuing_body_id, number_key(number), extract(year from decided_on)) where voided_at is null;

drop index documents_code_unique;
create unique index documents_code_unique on documents (alliance_id, upper(code)) where voided_at is null;
create index documents_code on documents (alliance_id, code);
