import type { OpenAPIObject } from '@nestjs/swagger';
import { resourcesAt, resourcesToChoose } from '../rights/narrowing.js';
import { allRights } from '../rights/rights.js';
import { answerHeaders } from './answer-headers.js';
import { showBodies } from './body-example.js';
import { withLimits } from './document-limits.js';
import { nameSchemas } from './name-schemas.js';
import { shareRepeated } from './share-repeated.js';
import { answersOf, type Operation, takes } from './route-answers.js';

/** The tasks that the routes serve, in the order of the documentation. */
const tasks: readonly (readonly [name: string, description: string])[] = [
  ['Signing in', 'Sessions: sign in, refresh, sign out, who you are (đăng nhập)'],
  ['Members', 'Who is a member, since when, by which decision (thành viên)'],
  ['Organisations', 'Cooperatives, unions, credit funds, groups, enterprises and their yearly figures (tổ chức)'],
  ['People', 'People and the positions that they hold (cán bộ)'],
  ['Congresses', 'Congresses, their delegations and delegates, who was called up for whom (đại hội, đại biểu)'],
  ['Awards', 'Decisions that award, what they award to whom, revocations, the catalogue (thi đua, khen thưởng)'],
  ['Training', 'Programmes, courses, who took part, and which managers are still untrained (đào tạo, bồi dưỡng)'],
  ['Targets', 'Targets of a term, the models that are supported, statistics of the sector (chỉ tiêu, số liệu)'],
  ['Dossiers', 'Everything about a person, or about one’s own organisation, in one answer (hồ sơ)'],
  ['Documents', 'Decisions, minutes and articles, who issued them, the figures that they declare (văn bản)'],
  ['Alliances', 'Alliances, their terms of office and bodies (Liên minh, nhiệm kỳ)'],
  ['Reports', 'Counts on a day, a term summed up, published figures beside the rows behind them (báo cáo)'],
  ['Audit', 'Who wrote what, when, by which document (nhật ký)'],
  ['Places', 'Administrative units, before and after the reform of 2025 (đơn vị hành chính)'],
  ['Codes', 'The lists of codes with their labels (danh mục)'],
  ['Accounts and keys', 'Who may sign in, and keys for machines (tài khoản)'],
  ['Health', 'For load balancers'],
];

/**
 * What no single route says about itself: the tasks, who may call, the answers that every route may give, limits.
 * A schema that nothing refers to is left out.
 */
export function complete(document: OpenAPIObject): OpenAPIObject {
  const used = new Set<string>();
  for (const [url, path] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(path) as [string, Operation][]) {
      completeOperation(method, url, operation);
      for (const tag of operation.tags ?? []) used.add(tag);
    }
  }
  const undescribed = [...used].filter((name) => !tasks.some(([task]) => task === name));
  if (undescribed.length > 0) throw new Error(`No words for the task ${undescribed.join(', ')}: add it to \`tasks\`.`);
  document.tags = tasks.filter(([name]) => used.has(name)).map(([name, description]) => ({ name, description }));
  document.servers = document.servers?.map((server) => ({ ...server, 'x-internal': false }));
  document.components = { ...document.components, headers: answerHeaders };
  nameResources(document);
  nameSchemas(document);
  showBodies(document);
  shareRepeated(document);
  dropUnused(document);
  return withLimits(document);
}

/** What happens to a record may be held to the version that was read, as its correction must be. */
const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description:
    'The ETag of the record you read: refused (412) when that record itself was changed since; what was added to it has a version of its own',
  schema: { type: 'string', maxLength: 100 },
} as const;

function completeOperation(method: string, url: string, operation: Operation): void {
  const policy = (operation as { 'x-policy'?: { right?: string; open?: string } })['x-policy'];
  const right = allRights().find(({ name }) => name === policy?.right) ?? null;
  const who = right ? `**Who may:** ${right.sentence}.` : `**Open to all:** ${policy?.open ?? ''}.`;
  operation.description = [operation.description, who].filter(Boolean).join('\n\n');
  if (!right) operation.security = [];
  const writesToRecord = method === 'post' && url.includes('{id}') && takes({ operation }, 'name', 'Idempotency-Key');
  if (writesToRecord) operation.parameters = [...(operation.parameters ?? []), ifMatch];
  operation.responses = answersOf({ method, url, operation, right });
}

/** Lists what a key can be narrowed to, wherever a field says that it names such resources. */
function nameResources({ paths, components }: OpenAPIObject): void {
  const guarded = Object.entries(paths).filter(([, path]) =>
    Object.values(path as Record<string, Operation>).some((operation) => operation.security?.length !== 0),
  );
  const resources = resourcesToChoose(guarded.flatMap(([url]) => resourcesAt(url)));
  for (const schema of Object.values(components?.schemas ?? {})) {
    for (const property of Object.values(('properties' in schema && schema.properties) || {})) {
      const { items } = property as { items?: { format?: string } };
      if (items?.format === 'resource') Object.assign(property, { items: { type: 'string', enum: resources } });
    }
  }
}

function dropUnused(document: OpenAPIObject): void {
  const { schemas } = document.components ?? {};
  const text = JSON.stringify(document);
  for (const name of Object.keys(schemas ?? {})) {
    if (!text.includes(`"#/components/schemas/${name}"`)) delete schemas?.[name];
  }
}
