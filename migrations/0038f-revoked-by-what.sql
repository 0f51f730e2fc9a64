insert into codes (list, code, vi, en, rank) values
  ('award_warning', 'revoked_without_decision', 'Đã thu hồi mà chưa ghi quyết định thu hồi', 'Revoked, and the decision to revoke is not on record', 7);

-- The catalogue goes back to 1900, the law that it cites to 2024: of earlier days another one says.
select set_config('registry.actor', 'migration', true), set_config('registry.reason', 'Before 2024 the law of 2003 held', true);
update award_forms set law = law || ' (từ 01/01/2024; trước đó Luật Thi đua, khen thưởng năm 2003)', version = version + 1
where alliance_id is null and law like 'Luật 06/2022/QH15%' and valid_from < '2024-01-01';
