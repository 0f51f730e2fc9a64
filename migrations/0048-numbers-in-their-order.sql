-- The roll goes by number as numbers are read: 950 before 9001, with zeros in front or without.
drop index memberships_number_order;
create index memberships_number_order on memberships (lpad(number_key(number), 40, '0'), id);
