-- One achievement is rewarded neither twice nor by two forms (article 5(2)c of the law 06/2022/QH15), and years of service
-- are a person's (article 8): pointed out, never refused.
update codes set vi = 'Thành tích của thời gian này đã được khen', en = 'The achievement of this period was awarded before'
where list = 'award_warning' and code = 'achievement_awarded_before';
insert into codes (list, code, vi, en, rank)
values ('award_warning', 'kind_for_individuals', 'Quá trình cống hiến chỉ khen cá nhân', 'Service is a kind of commendation of individuals', 4);
