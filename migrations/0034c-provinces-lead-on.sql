-- What became of a province is what became of its communes: each leads to the one of today, or to several, and back.
insert into place_successions (predecessor_id, successor_id, occurred_on)
select distinct district.parent_id, new.parent_id, succession.occurred_on
from place_successions succession
join places old on old.id = succession.predecessor_id and old.level = 'commune'
join places district on district.id = old.parent_id
join places new on new.id = succession.successor_id
on conflict do nothing;
