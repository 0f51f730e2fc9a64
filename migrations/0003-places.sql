-- Places: the administrative units of Việt Nam with their periods, and what became of each in the reform of 1 July 2025.
-- Reference data, loaded from data/places by the migration runner; the server only reads it, so it needs no audit.

select add_code_list('place_level', 'Cấp hành chính', 'Administrative level');
select add_codes('place_level',
  'province', 'Tỉnh, thành phố trực thuộc Trung ương', 'Province or centrally run city',
  'district', 'Quận, huyện, thị xã, thành phố (đến 30/6/2025)', 'District (until 30 June 2025)',
  'commune', 'Xã, phường, thị trấn, đặc khu', 'Commune, ward, township or special zone');

-- The official codes were reused in 2025 with another meaning: a code names a unit only together with its period.
-- A unit that was there before the registry's time is valid from 1900-01-01.
create table places (
  id uuid primary key,
  code text not null,
  level text not null constraint places_level_code references codes_place_level (code),
  type text not null,
  name text not null,
  full_name text not null,
  parent_id uuid constraint places_parent_id_fk references places,
  valid_from date not null,
  valid_to date,
  constraint places_period_check check (valid_to > valid_from),
  constraint places_code_unique unique (code, level, valid_from)
);
-- The same unit has the same id in every registry. In the shape of a UUIDv7, as all ids: the time is that of the reform,
-- the rest the digest of what the id names. `period` is 'until-2025-06-30' or 'from-2025-07-01'.
create function place_id(period text, level text, code text) returns uuid language sql immutable parallel safe
return overlay(overlay(md5('place/' || period || '/' || level || '/' || code)
  placing '0197c1c802807' from 1) placing 'a' from 17)::uuid;

create index places_parent on places (parent_id);
create index places_name on places using gin (fold(full_name) public.gin_trgm_ops);
create index places_order on places (full_name collate "vi-x-icu", id);

create table place_successions (
  predecessor_id uuid not null constraint place_successions_predecessor_id_fk references places,
  successor_id uuid not null constraint place_successions_successor_id_fk references places,
  occurred_on date not null,
  primary key (predecessor_id, successor_id),
  constraint place_successions_other_check check (predecessor_id <> successor_id)
);
create index place_successions_successor on place_successions (successor_id);

revoke insert, update on places, place_successions from registry_server;
