import { nextNumber } from '../kit/makers.js';
import { nextTaxCode } from '../kit/tax-code.js';
import { resolved, type Document, type Schema } from './document.js';

/** Finds the id that a field of a request shall name, such as `organizationId`. */
export type Refer = (field: string) => Promise<string>;

/** Fields that a body needs besides the required ones: most say whose the record is, or are personal. */
const wantedBesides: Readonly<Record<string, readonly string[]>> = {
  PersonEntry: ['birthDate', 'phone', 'email', 'identityNumber'],
  AwardItem: ['organizationId', 'kind'],
  CongressEntry: ['ordinal'],
  DelegationEntry: ['organizationId'],
  DelegationWithDelegates: ['organizationId'],
  DelegateEntry: ['organizationId'],
  DeclaredItem: ['value'],
  ManagerPositionEntry: ['validTo'],
};

/** A day after the one on which the first name, or the first status, came into force. */
const later = () => '2019-05-20';

/** What no schema can say: the rules between fields, and what must be unlike any other record's. */
const values: Readonly<Record<string, (n: string) => unknown>> = {
  taxCode: () => nextTaxCode(),
  email: (n) => `nguoi-${n}@matrix.test`,
  phone: (n) => `09${n.padStart(8, '1')}`,
  identityNumber: (n) => `0311740${n.padStart(5, '0')}`,
  addresses: () => [],
  delegates: () => [],
  checked: () => true,
  'AllianceEntry.code': (n) => letters(n),
  'AllianceCorrection.code': (n) => letters(n),
  'AllianceNameEntry.validFrom': later,
  'IssuingBodyNameEntry.validFrom': later,
  'RenamingEntry.validFrom': later,
  'MoveEntry.validFrom': later,
  'StatusEntry.validFrom': later,
  'AwardFormEntry.validFrom': () => '2010-01-01',
  'ManagerPositionEntry.validTo': () => '2024-07-01', // it ends as it begins, beside any other
  'ApiKeyEntry.expiresAt': () => new Date(Date.now() + 30 * 86_400_000).toISOString(),
  'StatisticEntry.relation': () => 'eq',
  'RevisionEntry.relation': () => 'eq',
};

const letters = (n: string): string =>
  `M${[...n]
    .slice(-4)
    .map((digit) => String.fromCharCode(65 + Number(digit)))
    .join('')}`;

/** Words that differ from record to record: a list that shows another's shows its word. */
const WORDS = /^(name|fullName|title|code|number|nameVi|figure|certificateNumber|subject)$/;

/** Makes bodies that the rules accept, from their schemas and the examples in them. */
export class Samples {
  /** Congresses have numbers up to 100, each once. */
  private ordinals = 6;

  /** @param issuer the provider that the server has */
  constructor(
    private readonly document: Document,
    private readonly issuer: string,
  ) {}

  /** A body of a schema: its required fields, those it cannot do without, why, and of a correction one that is corrected. */
  async body(schema: Schema, refer: Refer, mark = ''): Promise<Record<string, unknown>> {
    return (await this.value('', '', schema, refer, mark)) as Record<string, unknown>;
  }

  private async value(of: string, name: string, schema: Schema, refer: Refer, mark: string): Promise<unknown> {
    const own = (schema.$ref ?? schema.allOf?.[0]?.$ref ?? of).split('/').at(-1) ?? '';
    const { type, format, example, enum: allowed, properties, items } = resolved<Schema>(this.document, schema);
    const made = values[`${of}.${name}`] ?? values[name];
    if (made) return made(nextNumber());
    if (name === 'issuer') return this.issuer;
    if (name === 'ordinal') return (this.ordinals += 1);
    if (properties) return this.object(own, resolved<Schema>(this.document, schema), refer, mark);
    if (items) return [await this.value(own, '', items, refer, mark)];
    if (format === 'uuid') return refer(name);
    if (typeof example === 'string' && WORDS.test(name)) return unlike(example, name, mark);
    if (example !== undefined) return example;
    if (allowed) return allowed[0];
    if (format === 'date') return '2020-11-27';
    if (format === 'date-time') return '2020-11-27T01:00:00Z';
    if (type === 'boolean') return true;
    return type === 'string' ? `thử ${mark}` : 1;
  }

  private async object(
    own: string,
    { properties = {}, required = [] }: Schema,
    refer: Refer,
    mark: string,
  ): Promise<Record<string, unknown>> {
    const names = new Set([...required, ...(wantedBesides[own] ?? []), 'reason']);
    if (own.endsWith('Correction')) names.add(Object.keys(properties)[0] ?? '');
    const made: Record<string, unknown> = {};
    for (const name of names) {
      const property = properties[name];
      if (property) made[name] = await this.value(own, name, property, refer, mark);
    }
    return made;
  }
}

function unlike(example: string, name: string, mark: string): string {
  const n = nextNumber();
  if (name === 'name' || name === 'fullName' || name === 'title' || name === 'nameVi')
    return `${example} ${mark} ${n}`.replace(/ +/g, ' ');
  return /^[a-z_.]+$/.test(example) ? `${example}${n}` : `${example}-${n}`;
}
