-- Sums of money are whole đồng (as counts are whole); a profit may be a loss of whole đồng. Old rows are held to it when they are written again.
alter table organization_figures drop constraint organization_figures_value_check;
alter table organization_figures add constraint organization_figures_value_check check (
  voided_at is not null
  or case
    when measure in ('members', 'regular_workers', 'seasonal_workers', 'charter_capital', 'total_capital', 'revenue', 'income_per_worker')
      then value >= 0 and value = trunc(value)
    when measure = 'profit' then value = trunc(value)
    else true
  end) not valid;
