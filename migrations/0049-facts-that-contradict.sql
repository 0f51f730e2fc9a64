-- More that contradicts itself in old papers: pointed out, never refused.
insert into codes (list, code, vi, en, rank) values
  ('membership_warning', 'certificate_of_another', 'Số giấy chứng nhận trùng với thành viên khác', 'Another member has this certificate number', 5),
  ('membership_warning', 'ended_before_decision', 'Chấm dứt tư cách trước ngày ban hành quyết định', 'It ended before the decision was issued', 6),
  ('membership_warning', 'ended_but_operating', 'Ra khỏi Liên minh do không còn tồn tại, nhưng tình trạng chưa ghi như vậy', 'It left because it is no more, which its status does not say', 7),
  ('award_warning', 'recipient_ended', 'Tập thể không còn tồn tại vào ngày quyết định', 'The organisation had ended when it was decided', 10),
  ('person_warning', 'active_before_birth', 'Có chức vụ, khen thưởng hoặc khóa học trước ngày sinh', 'A position, an award or a course is older than the person', 4),
  ('participation_warning', 'organization_not_founded', 'Tổ chức thành lập sau khi khóa học kết thúc', 'The organisation was founded after the course', 2),
  ('participation_warning', 'organization_ended', 'Tổ chức không còn tồn tại khi khóa học bắt đầu', 'The organisation had ended when the course began', 3),
  ('term_warning', 'congress_out_of_order', 'Thứ tự đại hội không theo thứ tự thời gian', 'The numbers of the congresses do not follow their days', 6);
select add_code_list('model_warning', 'Cảnh báo về mô hình', 'Warning about a model');
select add_codes('model_warning',
  'organization_not_founded', 'Tổ chức chưa thành lập vào ngày đó', 'The organisation was not founded yet',
  'organization_ended', 'Tổ chức không còn tồn tại vào ngày đó', 'The organisation had ended');
select add_code_list('document_warning', 'Cảnh báo về văn bản', 'Warning about a document');
select add_codes('document_warning',
  'recorded_twice', 'Có văn bản khác cùng cơ quan, số và ngày ban hành', 'Another document has this issuer, number and day');

-- A number is the same however it is typed.
create index memberships_certificate on memberships (upper(certificate_number)) where certificate_number is not null and voided_at is null;
drop index training_participations_certificate;
create index training_participations_certificate on training_participations (upper(certificate_number)) where certificate_number is not null;
