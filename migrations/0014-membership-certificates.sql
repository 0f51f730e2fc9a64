-- The certificate that a member is handed (giấy chứng nhận thành viên); its number is printed on it.
alter table memberships add column certificate_number text;
