import { problem } from '../../platform/problems/problem.js';
import { PersonErased } from '../people/people.problems.js';

export const CongressTaken = problem(
  'congress-already-recorded',
  409,
  {
    title: { vi: 'Đại hội đã có trong sổ', en: 'Congress already recorded' },
    vi: 'Đại hội lần thứ {ordinal} của cấp này đã ghi, nhiệm kỳ {term}.',
    en: 'Congress number {ordinal} of this level is recorded already, for the term {term}.',
  },
  { constraint: 'congresses_ordinal_unique' },
);
export const ExtraordinaryCongressTaken = problem(
  'extraordinary-congress-already-recorded',
  409,
  {
    title: { vi: 'Đại hội bất thường đã có trong sổ', en: 'Extraordinary congress already recorded' },
    vi: 'Đại hội bất thường của cấp này, khai mạc ngày {startsOn}, đã ghi.',
    en: 'An extraordinary congress of this level that opens on {startsOn} is recorded already.',
  },
  { constraint: 'congresses_extraordinary_unique' },
);
export const CongressEndsTooEarly = problem(
  'congress-ends-too-early',
  422,
  {
    title: { vi: 'Ngày bế mạc trước ngày khai mạc', en: 'It ends before it starts' },
    vi: 'Ngày bế mạc không được trước ngày khai mạc {startsOn}.',
    en: 'The last day cannot be before the first, {startsOn}.',
  },
  { constraint: 'congresses_days_check' },
);
export const OneSender = problem(
  'delegation-has-one-sender',
  422,
  {
    title: { vi: 'Đoàn chỉ do một đơn vị cử', en: 'A delegation has one sender' },
    vi: 'Hãy ghi Liên minh cử (sendingAllianceId) hoặc tổ chức cử (organizationId), chỉ một trong hai.',
    en: 'Give sendingAllianceId or organizationId, exactly one of them.',
  },
  { constraint: 'delegations_sender_check' },
);
export const DelegationTaken = problem(
  'delegation-already-recorded',
  409,
  {
    title: { vi: 'Đoàn đại biểu đã có', en: 'Delegation already recorded' },
    vi: 'Đơn vị này đã có đoàn đại biểu dự đại hội.',
    en: 'This sender has a delegation to the congress already.',
  },
  { constraint: ['delegations_alliance_unique', 'delegations_organization_unique'] },
);
export const SeatsTaken = problem(
  'more-delegates-than-seats',
  409,
  {
    title: { vi: 'Vượt số đại biểu được phân bổ', en: 'More delegates than seats' },
    vi: 'Đoàn được phân bổ {officialSeats} đại biểu chính thức, {alternateSeats} dự khuyết; nếu ghi sẽ có {officials} chính thức, {alternates} dự khuyết.',
    en: 'The delegation has {officialSeats} official and {alternateSeats} alternate seats; it would have {officials} official and {alternates} alternate delegates.',
  },
  { constraint: 'delegates_seats_check' },
);
export const AlreadyDelegate = problem(
  'already-a-delegate',
  409,
  {
    title: { vi: 'Đã là đại biểu', en: 'Already a delegate' },
    vi: 'Một người chỉ thuộc một đoàn của đại hội; {name} đã có tên trong đoàn của {sender}.',
    en: 'A person is on one delegation of a congress only; {name} is named already, by {sender}.',
  },
  { constraint: 'delegates_person_unique' },
);
export const RankTaken = problem(
  'alternate-rank-taken',
  409,
  {
    title: { vi: 'Thứ tự dự khuyết đã dùng', en: 'Rank taken' },
    vi: 'Thứ tự dự khuyết {rank} đã có người, kể cả người đã rút: hãy dùng thứ tự tiếp theo.',
    en: 'Another alternate has rank {rank}, be it one who left: take the next one.',
  },
  { constraint: 'delegates_rank_unique' },
);
export const RankOfAlternates = problem(
  'rank-of-alternates-only',
  422,
  {
    title: { vi: 'Thứ tự chỉ của đại biểu dự khuyết', en: 'Rank of alternates only' },
    vi: 'Đại biểu dự khuyết phải có thứ tự, đại biểu chính thức thì không.',
    en: 'An alternate needs a rank, an official delegate has none.',
  },
  { constraint: 'delegates_rank_check' },
);
export const NotEntitled = problem(
  'delegate-not-entitled',
  409,
  {
    title: { vi: 'Không còn tư cách dự đại hội', en: 'Not entitled' },
    vi: 'Đại biểu này không có tư cách để chuyển cho người khác: dự khuyết chưa được gọi, đã có người thay, đã rút, hoặc vào thời điểm đó chưa có ghế trống.',
    en: 'This delegate has no seat to give: an alternate not called up, replaced or withdrawn already, or without a seat yet at that instant.',
  },
  { constraint: ['delegate_substitutions_delegate_unique', 'delegate_substitutions_empty_unique'] },
);
export const NotAnAlternate = problem(
  'not-an-alternate-to-call',
  409,
  {
    title: { vi: 'Không phải dự khuyết chờ gọi', en: 'No alternate to call up' },
    vi: 'Người được gọi phải là đại biểu dự khuyết của cùng đoàn, chưa được gọi và chưa rút. Đại biểu đã được thay chỉ trở lại khi hủy việc thay thế đó.',
    en: 'Who is called up must be an alternate of the same delegation, neither called up yet nor withdrawn. A delegate who was replaced returns only when that substitution is taken back.',
  },
  {
    constraint: [
      'delegate_substitutions_alternate_unique',
      'delegate_substitutions_two_check',
      'delegate_substitutions_left_check',
    ],
  },
);
export const NamedAfterCongress = problem(
  'delegate-named-after-congress',
  422,
  {
    title: { vi: 'Cử sau khi đại hội bế mạc', en: 'Named after the congress' },
    vi: 'Đại biểu được bầu, cử ngày {namedOn}, sau ngày bế mạc {endsOn}.',
    en: 'A delegate is named on {namedOn}, after the last day of the congress, {endsOn}.',
  },
  { constraint: 'delegates_congress_check' },
);
export const SubstitutedAfterCongress = problem(
  'substitution-after-congress',
  422,
  {
    title: { vi: 'Thay thế sau khi đại hội bế mạc', en: 'Substitution after the congress' },
    vi: 'Việc thay thế hoặc rút ghi ngày {on}, sau ngày bế mạc {endsOn}.',
    en: 'The substitution or withdrawal is of {on}, after the last day of the congress, {endsOn}.',
  },
  { constraint: 'delegate_substitutions_congress_check' },
);
export const SubstitutedBeforeNaming = problem(
  'substitution-before-naming',
  422,
  {
    title: { vi: 'Thay thế trước khi được cử', en: 'Substitution before the naming' },
    vi: 'Không thể thay thế vào ngày {on}: đại biểu được bầu, cử ngày {namedOn}, sau ngày đó.',
    en: 'A substitution on {on}, before {namedOn}, when the delegate is named: the seat would be nobody’s meanwhile.',
  },
  { constraint: 'delegate_substitutions_naming_check' },
);
export const SubstitutedBeforeEmpty = problem(
  'substitution-before-empty',
  422,
  {
    title: { vi: 'Gọi dự khuyết trước khi đại biểu rút', en: 'Called up before the seat is empty' },
    vi: 'Đại biểu rút từ {since}; dự khuyết không thể được gọi trước lúc đó.',
    en: 'The seat is empty since {since}; nobody can be called up for it before.',
  },
  { constraint: 'delegate_substitutions_empty_check' },
);

/** What may stand against naming a delegate. */
export const namingProblems = [
  SeatsTaken,
  AlreadyDelegate,
  RankTaken,
  RankOfAlternates,
  NamedAfterCongress,
  PersonErased,
];
