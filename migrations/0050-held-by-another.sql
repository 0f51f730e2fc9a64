-- A position of which the law gives an organisation one, held by two at once: most often the first was never ended. Pointed out, never refused.
insert into codes (list, code, vi, en, rank) values
  ('position_warning', 'held_by_another', 'Người khác cũng đang giữ chức vụ này trong tổ chức', 'Somebody else holds this position too', 4);

create table sole_positions (
  position text not null constraint sole_positions_position_code references codes_position (code),
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (position, valid_from)
);
comment on table sole_positions is 'not audited: reference data that migrations write. no row-level security: reference data, the same for all';
revoke insert, update on sole_positions from registry_server;
grant select on sole_positions to registry_visitor;

insert into sole_positions (position, source, valid_from, valid_to) values
  ('board_chair', 'Luật Hợp tác xã 23/2012/QH13', '2013-07-01', '2024-07-01'),
  ('director', 'Luật Hợp tác xã 23/2012/QH13', '2013-07-01', '2024-07-01'),
  ('board_chair', 'Luật Hợp tác xã 17/2023/QH15', '2024-07-01', null),
  ('director', 'Luật Hợp tác xã 17/2023/QH15', '2024-07-01', null),
  ('group_leader', 'Luật Hợp tác xã 17/2023/QH15', '2024-07-01', null);
