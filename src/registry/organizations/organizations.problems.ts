import { problem } from '../../platform/problems/problem.js';

export const TaxCodeTaken = problem(
  'tax-code-taken',
  409,
  {
    title: { vi: 'Mã số thuế đã có', en: 'Tax code taken' },
    vi: 'Mã số thuế {taxCode} đã thuộc về {holder}.',
    en: 'Tax code {taxCode} belongs to {holder}.',
  },
  { constraint: 'organizations_tax_code_unique' },
);
export const RegistrationNumberTaken = problem(
  'registration-number-taken',
  409,
  {
    title: { vi: 'Số giấy chứng nhận đăng ký đã có', en: 'Registration number taken' },
    vi: 'Số giấy chứng nhận đăng ký {registrationNumber} đã thuộc về {holder}.',
    en: 'Registration number {registrationNumber} belongs to {holder}.',
  },
  { constraint: 'organizations_registration_number_unique' },
);
export const DayTaken = problem(
  'day-taken',
  409,
  {
    title: { vi: 'Ngày này đã có', en: 'That day is taken' },
    vi: 'Đã có thông tin cùng loại có hiệu lực từ ngày {validFrom}; hãy hủy thông tin đó trước.',
    en: 'There is already one in force from {validFrom}; void that one first.',
  },
  {
    constraint: [
      'organization_names_valid_from_unique',
      'organization_addresses_valid_from_unique',
      'organization_statuses_valid_from_unique',
    ],
  },
);
export const OnlyName = problem('only-name', 409, {
  title: { vi: 'Tên duy nhất', en: 'Its only name' },
  vi: 'Tổ chức không có tên nào khác đang dùng: tên này sửa được, nhưng không hủy được; nếu đã ghi tên dùng về sau thì cũng không dời sang ngày sau.',
  en: 'The organisation has no other name in use: this one can be corrected, but not taken back, nor moved to a day to come where a later name is recorded.',
});
export const PlaceNotOfThatTime = problem('place-not-of-that-time', 422, {
  title: { vi: 'Đơn vị hành chính không thuộc thời gian đó', en: 'No such unit at that time' },
  vi: 'Vào ngày {validFrom}, đơn vị này ({place}) chưa có hoặc không còn; đơn vị hành chính khi đó: {then}.',
  en: 'This unit, {place}, did not exist yet, or any more, on {validFrom}; the units of that day: {then}.',
});
export const ObligationExists = problem(
  'obligation-exists',
  409,
  {
    title: { vi: 'Nghĩa vụ đã có', en: 'Obligation exists' },
    vi: 'Nghĩa vụ này theo luật đã chọn đã được ghi cho tổ chức.',
    en: 'This organisation already has this obligation under this law.',
  },
  { constraint: 'organization_obligations_law_unique' },
);
export const FigureExists = problem(
  'figure-exists',
  409,
  {
    title: { vi: 'Số liệu đã có', en: 'Figure exists' },
    vi: 'Năm {year} đã có số liệu này; hãy sửa hoặc hủy số liệu đã ghi.',
    en: 'There is already such a figure for {year}; a year has one, so void or correct the one in the registry.',
  },
  { constraint: 'organization_figures_year_unique' },
);
