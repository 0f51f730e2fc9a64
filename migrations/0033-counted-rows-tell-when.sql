-- Who synchronises learns that a count has changed by when the counted rows were last written.
create or replace view course_results as select course_id, result, voided_at, updated_at from training_participations;
create or replace view namings_to_congresses as select congress_id, kind, named_on, voided_at, updated_at from delegates;
