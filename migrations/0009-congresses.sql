-- Congresses, the delegations sent to them, their delegates, and which alternate was called up for whom.

select add_code_list('delegate_kind', 'Loại đại biểu', 'Kind of delegate');
select add_codes('delegate_kind',
  'official', 'Đại biểu chính thức', 'Official delegate',
  'alternate', 'Đại biểu dự khuyết', 'Alternate delegate');

-- Open: a charter may know others.
select add_code_list('delegate_basis', 'Cơ sở của tư cách đại biểu', 'Basis of a delegate''s seat');
select add_codes('delegate_basis',
  'elected', 'Bầu', 'Elected',
  'ex_officio', 'Đương nhiên', 'Ex officio',
  'appointed', 'Chỉ định', 'Appointed',
  'nominated', 'Cử', 'Nominated',
  'consulted', 'Hiệp thương cử', 'Nominated by consultation');

-- An ordinal alone names no congress: the city's sixth and the national sixth are two.
create table congresses (
  id uuid primary key,
  alliance_id uuid not null constraint congresses_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  level text not null constraint congresses_level_code references codes_alliance_level (code),
  ordinal integer not null,
  term_name text not null,
  term_id uuid constraint congresses_term_id_fk references alliance_terms,
  starts_on date not null,
  ends_on date not null,
  venue text,
  motto text,
  constraint congresses_days_check check (ends_on >= starts_on)
);
create unique index congresses_ordinal_unique on congresses (alliance_id, level, ordinal) where voided_at is null;

create table delegations (
  id uuid primary key,
  alliance_id uuid not null constraint delegations_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  congress_id uuid not null constraint delegations_congress_id_fk references congresses,
  sending_alliance_id uuid constraint delegations_sending_alliance_id_fk references alliances,
  organization_id uuid constraint delegations_organization_id_fk references organizations,
  official_seats integer not null,
  alternate_seats integer not null,
  document_id uuid constraint delegations_document_id_fk references documents,
  constraint delegations_congress_key unique (id, congress_id),
  constraint delegations_sender_check check (num_nonnulls(sending_alliance_id, organization_id) = 1)
);
create unique index delegations_alliance_unique on delegations (congress_id, sending_alliance_id) where voided_at is null;
create unique index delegations_organization_unique on delegations (congress_id, organization_id) where voided_at is null;
create index delegations_alliance on delegations (alliance_id, id);

create table delegates (
  id uuid primary key,
  alliance_id uuid not null constraint delegates_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  delegation_id uuid not null,
  congress_id uuid not null,
  person_id uuid not null constraint delegates_person_id_fk references people,
  organization_id uuid constraint delegates_organization_id_fk references organizations,
  kind text not null constraint delegates_kind_code references codes_delegate_kind (code),
  alternate_rank integer,
  basis text not null constraint delegates_basis_code references codes_delegate_basis (code),
  named_on date not null,
  document_id uuid constraint delegates_document_id_fk references documents,
  constraint delegates_delegation_key unique (id, delegation_id),
  constraint delegates_delegation_id_fk foreign key (delegation_id, congress_id) references delegations (id, congress_id),
  constraint delegates_rank_check check ((kind = 'alternate') = (alternate_rank is not null))
);
create unique index delegates_person_unique on delegates (congress_id, person_id) where voided_at is null;
create unique index delegates_rank_unique on delegates (delegation_id, alternate_rank) where voided_at is null;
create index delegates_alliance on delegates (alliance_id, named_on, id);
create index delegates_named_on on delegates (named_on, id);
create index delegates_organization on delegates (organization_id);
create index delegates_person on delegates (person_id);

-- Never more delegates than seats, whoever writes: whoever adds one holds the delegation meanwhile. The argument names
-- the column with the delegation's id.
create function registry.refuse_more_than_seats() returns trigger language plpgsql as $$
declare
  delegation constant uuid := to_jsonb(new) ->> tg_argv[0];
  seats record;
begin
  select official_seats, alternate_seats into seats from delegations where id = delegation for update;
  if exists (
    select from delegates d where d.delegation_id = delegation and d.voided_at is null
    group by d.kind having count(*) > case d.kind when 'official' then seats.official_seats else seats.alternate_seats end
  ) then
    raise exception 'more delegates than seats' using errcode = 'check_violation',
      constraint = 'delegates_seats_check', table = tg_table_name;
  end if;
  return null;
end $$;
create trigger seats after insert or update on delegates for each row execute function refuse_more_than_seats('delegation_id');
create trigger seats after update on delegations for each row execute function refuse_more_than_seats('id');

-- An alternate is called up for a delegate who cannot attend; each once.
create table delegate_substitutions (
  id uuid primary key,
  alliance_id uuid not null constraint delegate_substitutions_alliance_id_fk references alliances,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason text,
  delegation_id uuid not null,
  delegate_id uuid not null,
  alternate_id uuid not null,
  substituted_at timestamptz not null,
  ground text not null,
  document_id uuid constraint delegate_substitutions_document_id_fk references documents,
  constraint delegate_substitutions_delegate_id_fk foreign key (delegate_id, delegation_id) references delegates (id, delegation_id),
  constraint delegate_substitutions_alternate_id_fk foreign key (alternate_id, delegation_id) references delegates (id, delegation_id),
  constraint delegate_substitutions_two_check check (delegate_id <> alternate_id)
);
create unique index delegate_substitutions_delegate_unique on delegate_substitutions (delegate_id) where voided_at is null;
create unique index delegate_substitutions_alternate_unique on delegate_substitutions (alternate_id) where voided_at is null;

select audit.watch('congresses');
select audit.watch('delegations', owner => 'congress_id');
select audit.watch('delegates', owner => 'delegation_id');
select audit.watch('delegate_substitutions', owner => 'delegate_id');
