-- The kinds of commendation (loại hình khen thưởng: the law 06/2022/QH15, article 8) divide forms; a title of emulation has none, and an
-- old decision seldom prints one. Some awards are given after death (truy tặng).
alter table awards alter column kind drop not null;
alter table awards add column posthumous boolean;
alter table awards drop constraint awards_recipient_check;
alter table awards add constraint awards_recipient_check check (case recipient_kind
  when 'collective' then organization_id is not null and person_id is null and posthumous is not true
  when 'individual' then person_id is not null and unit_name is null
  else false end);
