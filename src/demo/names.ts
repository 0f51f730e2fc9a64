import type { Chance } from './random.js';

const FIRST =
  'An Bình Cẩm Đại Đông Gia Hà Hoàng Hồng Hưng Khánh Kim Lạc Liên Minh Nam Ngọc Phú Quang Tân Thái Thanh Trung Vạn Xuân';
const SECOND =
  'Ân Bảo Châu Cường Đoài Giang Hải Hậu Hòa Khê Lâm Lộc Mỹ Nghĩa Phong Quý Sơn Tảo Thịnh Thọ Thượng Tiến Trạch Vinh Yên';

/** Village names put together from two words, each once: none is meant to be a real one. */
export const villages = (chance: Chance): string[] =>
  chance.shuffled(FIRST.split(' ').flatMap((first) => SECOND.split(' ').map((second) => `${first} ${second}`)));

/** What cooperatives of a sector are called, at first and since the law of 2012, and how common they are. */
interface Trade {
  sector: string;
  field: 'agriculture' | 'industry_construction' | 'finance' | 'trade_services_other';
  before: string;
  since: string;
  weight: number;
}

const HTX = 'Hợp tác xã';
const trade = (sector: string, field: Trade['field'], weight: number, before: string, since: string): Trade => ({
  sector,
  field,
  weight,
  before: `${HTX} ${before}`,
  since: `${HTX} ${since}`,
});

const TRADES: readonly Trade[] = [
  trade('agricultural_services', 'agriculture', 54, 'Nông nghiệp', 'Sản xuất kinh doanh dịch vụ nông nghiệp'),
  trade('fishery', 'agriculture', 9, 'Thủy sản', 'Nuôi trồng và khai thác thủy sản'),
  trade('salt', 'agriculture', 2, 'Diêm nghiệp', 'Sản xuất và dịch vụ muối'),
  trade('industry_handicraft', 'industry_construction', 9, 'Tiểu thủ công nghiệp', 'Công nghiệp và thủ công mỹ nghệ'),
  trade('construction', 'industry_construction', 4, 'Xây dựng', 'Xây dựng và vật liệu'),
  trade('trade_services', 'trade_services_other', 8, 'Mua bán', 'Thương mại và dịch vụ'),
  trade('transport', 'trade_services_other', 6, 'Vận tải', 'Vận tải thủy bộ'),
  trade('electricity_services', 'trade_services_other', 4, 'Điện', 'Dịch vụ điện năng'),
  trade('water_environment', 'trade_services_other', 4, 'Vệ sinh môi trường', 'Nước sạch và môi trường'),
];
const COMMON = TRADES.flatMap((one) => Array.from({ length: one.weight }, () => one));

const UNIONS: Trade = {
  ...trade('agricultural_services', 'agriculture', 0, '', ''),
  before: 'Liên hiệp hợp tác xã Nông nghiệp',
  since: 'Liên hiệp hợp tác xã Nông sản an toàn',
};
const FUNDS: Trade = {
  ...trade('peoples_credit', 'finance', 0, '', ''),
  before: 'Quỹ tín dụng nhân dân',
  since: 'Quỹ tín dụng nhân dân',
};
const company = (sector: string, field: Trade['field'], name: string): Trade => ({
  ...trade(sector, field, 0, '', ''),
  before: `Công ty TNHH ${name}`,
  since: `Công ty Cổ phần ${name}`,
});
const COMPANIES: readonly Trade[] = [
  company('trade_services', 'trade_services_other', 'Thương mại'),
  company('construction', 'industry_construction', 'Xây dựng'),
  company('transport', 'trade_services_other', 'Vận tải biển'),
  company('industry_handicraft', 'industry_construction', 'Cơ khí'),
  company('fishery', 'agriculture', 'Chế biến thủy sản'),
];

/** What an organisation of a kind does, and is called. */
export function tradeOf(kind: string, chance: Chance): Trade {
  if (kind === 'cooperative_union') return UNIONS;
  if (kind === 'peoples_credit_fund') return FUNDS;
  return chance.oneOf(kind === 'enterprise' ? COMPANIES : COMMON);
}
