/** What the article tells of the congress, and what else more than one plan of the demo goes by. */

/** The alliance whose registry it is. */
export const ALLIANCE_CODE = 'HP';
export const CONGRESS_DAY = '2020-11-27';
export const MOTTO = 'Hợp tác – đổi mới – phát triển – hiệu quả';

/** Who can sign in, one for each role. */
export const DEMO_ACCOUNTS = {
  administrator: 'admin@demo.htx',
  secretariat: 'secretariat@demo.htx',
  auditor: 'auditor@demo.htx',
  member: 'member@demo.htx',
} as const;
