import { CONGRESS_DAY, MOTTO } from './facts.js';
/** What the article of 21 December 2020 says in figures, in its order. */
export interface ArticleFigure {
  code: string;
  relation: 'eq' | 'gte' | 'approx' | 'between';
  value?: number;
  valueTo?: number;
  wording?: string;
  unit?: string;
  asOf: string;
  note?: string;
}

const YEAR_END = '2020-12-31';
const eq = (code: string, value: number, unit?: string, note?: string): ArticleFigure => ({
  code,
  relation: 'eq',
  value,
  asOf: CONGRESS_DAY,
  ...(unit ? { unit } : {}),
  ...(note ? { note } : {}),
});

export const articleFigures: readonly ArticleFigure[] = [
  eq('congress.ordinal', 6, 'lần', 'Nhiệm kỳ 2020–2025'),
  { code: 'congress.motto', relation: 'eq', wording: MOTTO, asOf: CONGRESS_DAY },
  eq('members.represented', 263, 'tổ chức', 'HTX và doanh nghiệp thành viên; không phải một phần của 337'),
  { ...eq('sector.cooperative_groups', 2600, 'tổ hợp tác', 'Số làm tròn'), relation: 'approx' },
  eq('sector.cooperatives', 337, 'tổ chức', 'HTX, liên hiệp HTX và quỹ tín dụng nhân dân đang hoạt động'),
  { ...eq('sector.members', 200_000, 'thành viên', 'Trên 200.000'), relation: 'gte' },
  { ...eq('sector.workers', 13_000, 'người', 'Lao động thường xuyên; số làm tròn'), relation: 'approx' },
  { ...eq('sector.founded', 98, 'HTX', 'Thành lập mới giai đoạn 2017–2020'), asOf: YEAR_END },
  {
    ...eq('sector.converted', 100, '%', 'HTX chuyển đổi theo Luật Hợp tác xã năm 2012 đến hết năm 2020; số ước'),
    asOf: YEAR_END,
  },
  eq('awards.collective', 10, 'tập thể', 'Phong trào thi đua xây dựng và phát triển kinh tế tập thể 2017–2020'),
  eq('awards.individual', 6, 'cá nhân', 'Phong trào thi đua xây dựng và phát triển kinh tế tập thể 2017–2020'),
  eq('awards.city.collective', 4, 'tập thể', 'Bằng khen của Chủ tịch UBND thành phố'),
  eq('awards.city.individual', 2, 'cá nhân', 'Bằng khen của Chủ tịch UBND thành phố'),
  eq('awards.vca.collective', 6, 'tập thể', 'Bằng khen của Liên minh HTX Việt Nam'),
  eq('awards.vca.individual', 4, 'cá nhân', 'Bằng khen của Liên minh HTX Việt Nam'),
  eq('delegation.official', 7, 'đại biểu', 'Đại biểu chính thức dự Đại hội toàn quốc Liên minh HTX Việt Nam'),
  eq('delegation.alternate', 1, 'đại biểu', 'Đại biểu dự khuyết'),
  {
    ...eq('target.models', 3, 'mô hình', 'Mô hình HTX theo chuỗi giá trị, công nghệ cao; cả nhiệm kỳ'),
    relation: 'between',
    valueTo: 5,
  },
  eq('target.training', 100, '%', 'Cán bộ quản lý HTX được bồi dưỡng'),
  { ...eq('target.founded', 30, 'HTX', 'Hỗ trợ thành lập mới mỗi năm'), relation: 'gte' },
];
