-- A model that ends on the day on which it begins was never one, and escaped the rule that two periods do not overlap. What
-- was entered so may still be taken back.
alter table supported_models
  drop constraint supported_models_period_check,
  add constraint supported_models_period_check check (valid_to > valid_from or voided_at is not null) not valid;

-- A document that compares two years declares the same figure of each.
drop index declared_figures_code_unique;
create unique index declared_figures_code_unique on declared_figures (document_id, code, as_of) where voided_at is null;
