import type { DemoOrganization } from './plan.js';
import { Chance } from './random.js';

const FAMILIES = 'Nguyễn Trần Lê Phạm Hoàng Vũ Bùi Đỗ Đặng Ngô Phan Đoàn Lương Mai Cao'.split(' ');
const MIDDLES = { male: 'Văn Đức Minh Quang Xuân Hữu'.split(' '), female: 'Thị Ngọc Thu Minh Thanh'.split(' ') };
const GIVEN = {
  male: 'An Bình Cường Dũng Đạt Hải Hùng Khoa Long Nam Phúc Quyết Sơn Thành Tuấn Vượng'.split(' '),
  female: 'Ánh Dung Đào Hà Hạnh Hoa Hương Lan Liên Mai Nga Oanh Thảo Thủy Vân Yến'.split(' '),
};

/** Who leads an organisation of a kind, and keeps its books. */
const OFFICES = {
  cooperative: ['board_chair', 'director', 'accountant'],
  cooperative_union: ['board_chair', 'director', 'chief_accountant'],
  peoples_credit_fund: ['board_chair', 'director', 'supervisory_head', 'chief_accountant'],
  enterprise: ['director', 'chief_accountant'],
} as const;

/** Those whom the article names with their public offices; everybody else of the demo registry is invented. */
export const officeHolders = [
  {
    fullName: 'Lương Minh Huệ',
    publicOffice: 'Chủ tịch Liên minh Hợp tác xã và doanh nghiệp thành phố Hải Phòng',
  },
  { fullName: 'Nguyễn Văn Thịnh', publicOffice: 'Phó Chủ tịch Liên minh Hợp tác xã Việt Nam' },
  { fullName: 'Lê Anh Quân', publicOffice: 'Phó Chủ tịch Thường trực Ủy ban nhân dân thành phố Hải Phòng' },
];

/**
 * The officers of one organisation; in an older one, some gave their office over to a successor.
 * @param births by which some have a day of birth
 */
export function officersOf({ id, kind, foundedOn, closedOn }: DemoOrganization, chance: Chance, births: Chance) {
  return OFFICES[kind].flatMap((position) => {
    const office = { organizationId: id, position };
    const changes = foundedOn < '2014-01-01' && !closedOn && chance.next() < 0.4;
    const changedOn = changes ? chance.day('2015-01-05', '2023-12-20') : null;
    const first = { ...office, validFrom: foundedOn, validTo: changedOn ?? closedOn };
    const second = changedOn ? [{ ...office, validFrom: changedOn, validTo: null }] : [];
    return [first, ...second].map((held) => ({ ...invented(chance), ...bornSometime(births), positions: [held] }));
  });
}

function invented(chance: Chance) {
  const sex = chance.next() < 0.7 ? ('male' as const) : ('female' as const);
  const fullName = [chance.oneOf(FAMILIES), chance.oneOf(MIDDLES[sex]), chance.oneOf(GIVEN[sex])].join(' ');
  return { fullName, sex };
}

const bornSometime = (births: Chance) =>
  births.next() < 0.5 ? { birthDate: births.day('1950-01-01', '1975-12-31') } : {};
