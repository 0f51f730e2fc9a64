-- A number of the roll is the same with zeros in front, with spaces or in other capitals: 3 and 0003 are one.
drop index memberships_number_unique;
create unique index memberships_number_unique on memberships (alliance_id, number_key(number)) where voided_at is null;
create index memberships_number on memberships (alliance_id, number);
