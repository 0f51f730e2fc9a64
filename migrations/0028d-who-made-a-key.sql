-- Whose key it is: a key opens nothing any more when the account that made it is disabled. Nobody knows who made those from
-- before but the log.
alter table api_keys add column made_by uuid constraint api_keys_made_by_fk references accounts;
comment on column api_keys.made_by is 'Null for keys from before it was kept.';
