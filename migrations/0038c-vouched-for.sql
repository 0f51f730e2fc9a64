-- Whoever comes by way of the provider has shown there whatever it asks for, and is asked for no second factor here.
alter table sessions add column vouched_for boolean not null default false;
