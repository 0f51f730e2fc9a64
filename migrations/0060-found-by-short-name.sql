-- An office searches by what it calls an organisation for short.
create index organization_names_short on organization_names using gin (fold(short_name) public.gin_trgm_ops)
  where voided_at is null and short_name is not null;
