import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { validEntry } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { TermEntry } from '../registry/alliances/alliance.entity.js';
import { TermsService } from '../registry/alliances/terms.service.js';
import { SectorStatisticsService } from '../registry/targets/sector-statistics.service.js';
import { StatisticEntry } from '../registry/targets/sector-statistic.entity.js';
import { SupportedModelEntry } from '../registry/targets/supported-model.entity.js';
import { SupportedModelsService } from '../registry/targets/supported-models.service.js';
import { TargetEntry } from '../registry/targets/target.entity.js';
import { TargetsService } from '../registry/targets/targets.service.js';
import { idsIn } from './entered.js';
import { operatesIn2020, type DemoOrganization } from './plan.js';
import { CONGRESS_DAY } from './facts.js';

/** The three targets of the article. */
const TARGETS = [
  {
    code: 'target.models',
    name: 'Xây dựng mô hình HTX theo chuỗi giá trị, ứng dụng công nghệ cao',
    shape: 'range_per_term',
    low: 3,
    high: 5,
    unit: 'mô hình',
    source: 'supported_models',
  },
  {
    code: 'target.training',
    name: 'Cán bộ quản lý HTX được bồi dưỡng',
    shape: 'percentage',
    low: 100,
    unit: '%',
    population: 'Cán bộ quản lý đương nhiệm của HTX, liên hiệp HTX và quỹ tín dụng nhân dân',
    source: 'cooperative_training_coverage',
  },
  {
    code: 'target.founded',
    name: 'Hỗ trợ thành lập mới HTX mỗi năm',
    shape: 'floor_per_year',
    low: 30,
    unit: 'HTX',
    source: 'cooperatives_founded',
  },
];

/** What became a model in the first two years of the term. */
const MODELS = [
  { kind: 'value_chain', validFrom: '2021-06-01', evidence: 'Hợp đồng bao tiêu rau an toàn với hệ thống siêu thị' },
  { kind: 'high_tech', validFrom: '2021-10-15', evidence: 'Nhà màng, tưới nhỏ giọt điều khiển tự động' },
  { kind: 'value_chain', validFrom: '2022-04-20', evidence: 'Liên kết nuôi, chế biến và tiêu thụ thủy sản' },
];

const GROUPS = {
  figure: 'sector.cooperative_groups',
  relation: 'approx',
  value: 2600,
  unit: 'tổ hợp tác',
  asOf: CONGRESS_DAY,
  producer: 'Liên minh HTX và doanh nghiệp thành phố Hải Phòng',
};

/** Enters the targets of the term, the models and the number of cooperative groups; goes on where it was interrupted. */
export async function loadTargets(
  app: INestApplicationContext,
  organizations: readonly DemoOrganization[],
  act: Act,
): Promise<void> {
  const known = await idsIn(
    app,
    `select code as id from targets union select figure from sector_statistics
    union select organization_id::text from supported_models`,
  );
  const termId = await termOfCongress(app, act);
  for (const target of TARGETS.filter(({ code }) => !known.has(code))) {
    await app.get(TargetsService).record(validEntry(TargetEntry, { ...target, termId }), act);
  }
  for (const [i, { id: organizationId }] of farming(organizations).slice(0, MODELS.length).entries()) {
    if (known.has(organizationId)) continue;
    const model = validEntry(SupportedModelEntry, { ...MODELS[i], organizationId });
    await app.get(SupportedModelsService).record(model, act);
  }
  if (!known.has(GROUPS.figure)) {
    await app.get(SectorStatisticsService).record(validEntry(StatisticEntry, GROUPS), act);
  }
}

/** Cooperatives that farm or fish, and go on. */
const farming = (organizations: readonly DemoOrganization[]): readonly DemoOrganization[] =>
  organizations.filter(
    (one) => one.kind === 'cooperative' && operatesIn2020(one) && !one.closedOn && one.trade.field === 'agriculture',
  );

/** The term in force on the day of the congress; it is begun when nobody has begun it. */
async function termOfCongress(app: INestApplicationContext, act: Act): Promise<string> {
  const { allianceId } = act.actor;
  if (!allianceId) throw new Error('The demo registry is loaded for an alliance.');
  const find = () =>
    app.get(Database).run<{ id: string }>({
      text: `select id from alliance_terms where alliance_id = $1 and voided_at is null and valid_from <= $2
        and (valid_to is null or valid_to > $2)`,
      values: [allianceId, CONGRESS_DAY],
    });
  const [known] = await find();
  if (known) return known.id;
  const term = { name: '2020–2025', validFrom: CONGRESS_DAY, validTo: '2025-11-27' };
  await app.get(TermsService).begin(allianceId, validEntry(TermEntry, term), act);
  const [begun] = await find();
  return begun?.id ?? '';
}
