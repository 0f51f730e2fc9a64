-- Figures that count are whole and not negative, sums of money are not negative, and only a profit may be a loss. A year
-- of which there are figures has begun. Old rows are held to it when they are written again.
alter table organization_figures add constraint organization_figures_value_check check (
  voided_at is not null
  or case
    when measure in ('members', 'regular_workers', 'seasonal_workers') then value >= 0 and value = trunc(value)
    when measure in ('charter_capital', 'total_capital', 'revenue', 'income_per_worker') then value >= 0
    else true
  end) not valid;
alter table organization_figures drop constraint organization_figures_year_check;
alter table organization_figures add constraint organization_figures_year_check check (
  voided_at is not null
  or year between 1900 and extract(year from created_at at time zone 'Asia/Ho_Chi_Minh')) not valid;
