-- A list of all that an alliance and those below it keep has many alliances: only an index that begins with the order keeps it.
create index memberships_admitted on memberships (admitted_on, id);
create index memberships_number_order on memberships (number, id);
create index training_courses_starts on training_courses (starts_on, id);
create index training_courses_ends on training_courses (ends_on, id);
create index positions_ended on positions (valid_to) where valid_to is not null;
-- What is asked of one of the owner's rows, taken back or not.
create index training_participations_course_all on training_participations (course_id);
create index training_participations_certificate on training_participations (certificate_number) where certificate_number is not null;
create index delegates_delegation on delegates (delegation_id);
create index delegations_organization on delegations (organization_id);
-- Rows taken back are few, and part of when a record was last written.
create index organization_names_voided on organization_names (organization_id) where voided_at is not null;
create index organization_addresses_voided on organization_addresses (organization_id) where voided_at is not null;
create index organization_statuses_voided on organization_statuses (organization_id) where voided_at is not null;
create index organization_obligations_voided on organization_obligations (organization_id) where voided_at is not null;
create index organization_figures_voided on organization_figures (organization_id) where voided_at is not null;
create index award_revocations_voided on award_revocations (award_id) where voided_at is not null;
create index membership_suspensions_voided on membership_suspensions (membership_id) where voided_at is not null;

-- Exclusions hold a rule and answer no question: their index costs a reader hundreds of times what a tree of the same columns does,
-- and was taken for one, as it has the same condition. Written like this it is the same rows under another condition.
alter table positions drop constraint positions_period_excluded, add constraint positions_period_excluded exclude using gist (
  person_id with =, organization_id with =, position with =, daterange(valid_from, valid_to) with &&)
  where (num_nonnulls(voided_at) = 0);
alter table memberships drop constraint memberships_period_excluded, add constraint memberships_period_excluded exclude using gist (
  alliance_id with =, organization_id with =, daterange(admitted_on, ended_on) with &&)
  where (num_nonnulls(voided_at) = 0);

-- Either of two owners: each by its own index.
call own_ids('own_delegates', 'select id from delegates where organization_id = own_organization()
  union select d.id from delegations n join delegates d on d.delegation_id = n.id where n.organization_id = own_organization()');
