-- Positions that one person should not hold in one organisation at once: pointed out, never refused.

select add_code_list('position_warning', 'Cảnh báo về chức vụ', 'Warning about a position');
select add_codes('position_warning',
  'incompatible_positions', 'Kiêm nhiệm chức vụ không được phép trong cùng tổ chức', 'Held together with a position that excludes it in the same organisation');

create table incompatible_positions (
  position text not null constraint incompatible_positions_position_code references codes_position (code),
  other_position text not null constraint incompatible_positions_other_position_code references codes_position (code),
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (position, other_position, valid_from)
);
comment on table incompatible_positions is 'not audited: reference data that migrations write. A rule of the law on cooperatives, in both directions.';
revoke insert, update on incompatible_positions from registry_server;

-- A director sits on no supervisory board and is neither chief accountant nor treasurer.
insert into incompatible_positions (position, other_position, source, valid_from)
select pair.*, 'Luật Hợp tác xã 17/2023/QH15', date '2024-07-01'
from unnest(array['supervisory_head', 'supervisor', 'chief_accountant', 'treasurer']) other,
  lateral (values ('director', other), (other, 'director')) pair;
