-- Communes of one province whose names differ by their marks alone were taken for one another: of six pairs one had what belongs to both.
-- By the resolutions of the Standing Committee of the National Assembly of 16 June 2025: 1669 (Hải Phòng, article 1, 82 and 83), 1682 (Tây Ninh,
-- 15 and 69), and those on Quảng Ngãi, Đồng Nai, Đồng Tháp and Hồ Chí Minh City. And five districts without communes became special zones.
-- On a database that is made anew the file has it so already.
update place_successions s
set successor_id = place_id('from-2025-07-01', 'commune', c.became)
from (values
  ('10894', '10888', '10903'),
  ('10903', '10888', '10903'),
  ('10924', '10888', '10903'),
  ('10933', '10888', '10903'),
  ('21292', '21289', '21292'),
  ('21295', '21289', '21292'),
  ('21298', '21289', '21292'),
  ('25294', '25280', '25294'),
  ('25305', '25280', '25294'),
  ('27676', '25807', '27676'),
  ('27826', '25534', '27826'),
  ('27847', '25534', '27826'),
  ('27853', '25534', '27826'),
  ('27862', '25534', '27826'),
  ('30142', '29938', '30157'),
  ('30157', '29938', '30157')
) as c (old, taken_for, became)
where s.predecessor_id = place_id('until-2025-06-30', 'commune', c.old)
  and s.successor_id = place_id('from-2025-07-01', 'commune', c.taken_for);

insert into place_successions (predecessor_id, successor_id, occurred_on)
select district.id, zone.id, date '2025-07-01'
from (values ('318', '11948'), ('471', '19742'), ('498', '20333'), ('536', '21548'), ('755', '26732')) as c (old, became)
join places district on district.id = place_id('until-2025-06-30', 'district', c.old)
join places zone on zone.id = place_id('from-2025-07-01', 'commune', c.became)
on conflict do nothing;
