import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { validEntry } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { DeclaredFiguresEntry, DocumentEntry, IssuingBodyEntry } from '../registry/documents/document.entries.js';
import { DocumentsService } from '../registry/documents/documents.service.js';
import { IssuingBodiesService } from '../registry/documents/issuing-bodies.service.js';
import { idIn, idsByKey } from './entered.js';
import { articleFigures } from './figures.js';

const ARTICLE = 'ARTICLE-2020-12-21';

const BODIES = {
  city: { level: 'province', name: 'Ủy ban nhân dân thành phố Hải Phòng' },
  national: { level: 'alliance_national', name: 'Liên minh Hợp tác xã Việt Nam' },
  alliance: { level: 'alliance_provincial', name: 'Liên minh Hợp tác xã và doanh nghiệp thành phố Hải Phòng' },
  press: { level: 'organization', name: 'Báo chí' },
} as const;

/** Enters who issues documents. @returns the alliance, as it issues its own */
export async function loadIssuingBodies(app: INestApplicationContext, act: Act): Promise<string> {
  await bodyOf(app, 'city', act);
  await bodyOf(app, 'national', act);
  return bodyOf(app, 'alliance', act);
}

/** Enters the article with all that it declares; its figures come last, and say that the demo registry is whole. */
export async function loadArticle(app: INestApplicationContext, act: Act): Promise<void> {
  const service = app.get(DocumentsService);
  const article = {
    code: ARTICLE,
    kind: 'article',
    issuedOn: '2020-12-21',
    issuingBodyId: await bodyOf(app, 'press', act),
    title: 'Đại hội Liên minh HTX và doanh nghiệp thành phố Hải Phòng lần thứ 6, nhiệm kỳ 2020–2025',
  };
  const known = (await idsByKey(app, 'select code as key, id from documents where voided_at is null')).get(ARTICLE);
  const id = known ?? idIn(await service.record(validEntry(DocumentEntry, article), act));
  const items = articleFigures.map((figure, i) => ({ ...figure, rank: i + 1 }));
  await service.declare(id, validEntry(DeclaredFiguresEntry, { items }), act);
}

/** Whether the demo registry was loaded to its end. */
export async function isLoaded(app: INestApplicationContext): Promise<boolean> {
  const text = 'select 1 from declared_figures f join documents d on d.id = f.document_id where d.code = $1 limit 1';
  return (await app.get(Database).run({ text, values: [ARTICLE] })).length > 0;
}

async function bodyOf(app: INestApplicationContext, key: keyof typeof BODIES, act: Act): Promise<string> {
  const { level, name } = BODIES[key];
  const [known] = await app.get(Database).run<{ id: string }>({
    text: 'select issuing_body_id as id from issuing_body_names where name = $1 and alliance_id = $2',
    values: [name, act.actor.allianceId],
  });
  const body = { level, names: [{ name, validFrom: '1994-01-01' }] };
  return known?.id ?? idIn(await app.get(IssuingBodiesService).record(validEntry(IssuingBodyEntry, body), act));
}
