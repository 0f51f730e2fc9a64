insert into codes (list, code, vi, en, rank) values ('timeline_event', 'founded', 'Thành lập', 'Founded', 0);
