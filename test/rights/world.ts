import { memberOrganizationCode } from '../setup/cast.js';
import type { Cast } from '../kit/cast.js';
import type { Client } from '../kit/client.js';
import type { Json, Reply } from '../kit/reply.js';
import { aFewAtOnce } from './bytes.js';
import { operationsOf, resourceOf, type Document, type Operation } from './document.js';
import { happensBefore, ofTarget } from './before.js';
import type { Rows } from './rows.js';
import { Samples, type Refer } from './sample.js';
import { hasRecord, pathOf } from './stage.js';

/** Whose records: the cast's member's, another member's of the same alliance, those of another alliance. */
export type Side = 'A' | 'B' | 'foreign';

/** Words that stand in the records of one side only. */
export const marks: Readonly<Record<Side, string>> = { A: 'An Hòa', B: 'Bình Minh', foreign: 'Cẩm Phả' };

/** Where a record comes from when it is not `POST /{resource}`: the route, and the table of what it made. */
const births: Readonly<Record<string, { post: string; table: string }>> = {
  'declared-figures': { post: 'documents/{id}/declared-figures', table: 'declared_figures' },
  'issuing-body-names': { post: 'issuing-bodies/{id}/names', table: 'issuing_body_names' },
  'alliance-names': { post: 'alliances/{id}/names', table: 'alliance_names' },
  'alliance-terms': { post: 'alliances/{id}/terms', table: 'alliance_terms' },
  'alliance-bodies': { post: 'alliances/{id}/bodies', table: 'alliance_bodies' },
  identities: { post: 'accounts/{id}/identities', table: 'account_identities' },
  obligations: { post: 'organizations/{id}/obligations', table: 'organization_obligations' },
  'organization-names': { post: 'organizations/{id}/names', table: 'organization_names' },
  'organization-addresses': { post: 'organizations/{id}/addresses', table: 'organization_addresses' },
  'organization-statuses': { post: 'organizations/{id}/statuses', table: 'organization_statuses' },
  'membership-exits': { post: 'memberships/{id}/exits', table: 'membership_exits' },
  'membership-suspensions': { post: 'memberships/{id}/suspensions', table: 'membership_suspensions' },
  'membership-category-changes': { post: 'memberships/{id}/category-changes', table: 'membership_category_changes' },
  'organization-figures': { post: 'organizations/{id}/figures', table: 'organization_figures' },
  'own-codes': { post: 'codes/{list}', table: 'own_codes' },
  delegations: { post: 'congresses/{id}/delegations', table: 'delegations' },
  delegates: { post: 'delegations/{id}/delegates', table: 'delegates' },
  'delegate-substitutions': { post: 'delegates/{id}/substitutions', table: 'delegate_substitutions' },
  awards: { post: 'award-decisions', table: 'awards' },
  'award-revocations': { post: 'awards/{id}/revocations', table: 'award_revocations' },
  'training-participations': { post: 'training-courses/{id}/participations', table: 'training_participations' },
};

/** Which record a field of a body or a parameter of a list names. */
export const referenced: Readonly<Record<string, string>> = {
  organizationId: 'organizations',
  personId: 'people',
  documentId: 'documents',
  sourceDocumentId: 'documents',
  admittedByDocumentId: 'documents',
  issuingBodyId: 'issuing-bodies',
  formId: 'award-forms',
  termId: 'alliance-terms',
  programmeId: 'training-programmes',
  courseId: 'training-courses',
  congressId: 'congresses',
  delegationId: 'delegations',
  decisionId: 'award-decisions',
  allianceId: 'alliances',
  sendingAllianceId: 'alliances',
  parentId: 'alliances',
  placeId: 'places',
  alternateId: 'delegates',
  accountId: 'accounts',
};

/** What A and B have in common. */
const OF_ALLIANCE = /^(places|alliances|alliance-(names|terms|bodies))$/;

/** Records of every kind and every side, made through the API by those who may. */
export class World {
  private readonly standing = new Map<string, string>();
  private readonly arising = new Map<string, Promise<string>>();
  private readonly operations: ReadonlyMap<string, Operation>;
  readonly samples: Samples;

  constructor(
    document: Document,
    private readonly cast: Cast,
    readonly rows: Rows,
    issuer: string,
  ) {
    this.samples = new Samples(document, issuer);
    this.operations = new Map(operationsOf(document).map((operation) => [operation.name, operation]));
  }

  /** The kinds of record that have an address of their own. */
  get resources(): string[] {
    const all = [...this.operations.values()].map(({ template }) => resourceOf(template));
    return [...new Set(all)].filter((name) => name !== '' && name !== 'codes');
  }

  /** Makes one record of each kind; first the term that the bodies of an alliance are of. */
  async build(side: Side): Promise<void> {
    await this.record('alliance-terms', side);
    await aFewAtOnce(this.resources, async (resource) => void (await this.record(resource, side)));
  }

  /** The side's record of a kind; it is made once, and nothing changes it. */
  record(resource: string, side: Side): Promise<string> {
    if (side === 'B' && OF_ALLIANCE.test(resource)) return this.record(resource, 'A');
    const key = `${side} ${resource}`;
    const arising = this.arising.get(key) ?? this.arise(resource, side, key);
    this.arising.set(key, arising);
    return arising;
  }

  private async arise(resource: string, side: Side, key: string): Promise<string> {
    const id =
      (await this.given(resource, side)) ?? (await this.make(resource, side, (kind) => this.record(kind, side)));
    this.standing.set(key, id);
    return id;
  }

  /** A record of a kind that nothing else refers to, with all that it needs. */
  async fresh(resource: string, side: Side = 'A'): Promise<string> {
    return resource === 'places'
      ? this.record(resource, side)
      : this.make(resource, side, (kind) => this.fresh(kind, side));
  }

  /** Ids of what belongs to one side alone. */
  idsOf(side: Side, of: (resource: string) => boolean = () => true): string[] {
    return [...this.standing]
      .map(([key, id]) => [key.split(' '), id] as const)
      .filter(([[whose, resource = '']]) => whose === side && resource !== 'places' && of(resource))
      .map(([, id]) => id);
  }

  /** A body for an operation on a record that its rules accept, naming other records as told. */
  async body(operation: Operation, refer: Refer, targetId: string, mark = ''): Promise<Json | undefined> {
    if (!operation.body) return undefined;
    const body = await this.samples.body(operation.body, refer, mark);
    return { ...body, ...(await ofTarget(operation, targetId, this)) };
  }

  /** Names the records of a side; the alliance is always the side's own. */
  refer(operation: Operation, side: Side, recordOf: (kind: string) => Promise<string>): Refer {
    return async (field) => {
      const kind = referenced[field] ?? unknownField(field, operation);
      return kind === 'alliances' ? this.record(kind, side) : recordOf(kind);
    };
  }

  /** Who enters records of a kind on a side. */
  maker(operation: Operation, side: Side): Client {
    const may = (role: string) => operation.grants?.some((grant) => grant.role === role) ?? false;
    const byOffice = may('secretariat') && !may('administrator');
    const { secretariat, administrator, otherAlliance, otherAdministrator } = this.cast;
    if (side === 'foreign') return byOffice ? otherAlliance : otherAdministrator;
    return byOffice ? secretariat : administrator;
  }

  private async make(resource: string, side: Side, recordOf: (kind: string) => Promise<string>): Promise<string> {
    const birth = births[resource];
    const template = `/api/v1/${birth?.post ?? resource}`;
    const operation = this.operations.get(`POST ${template}`);
    if (!operation) throw new Error(`No record of ${resource} can be made: say in world.ts where one comes from.`);
    const owner = hasRecord(operation) ? resourceOf(template) : '';
    const targetId = owner ? await recordOf(owner) : '';
    await happensBefore(operation, targetId, this.maker(operation, side), this);
    const body = await this.body(operation, this.refer(operation, side, recordOf), targetId, marks[side]);
    const by = this.maker(operation, side);
    const reply = await by.post(pathOf(operation, targetId), body).is();
    return birth ? this.madeBy(reply, birth.table) : reply.id;
  }

  /** What a request entered into a table, by the log: its answer may be about another record. */
  private async madeBy({ headers }: Reply, table: string): Promise<string> {
    const [row] = await this.rows<{ id: string }>(
      `select record_id as id from audit.events where request_id = $1 and table_name = $2 and action = 'insert'`,
      [headers.get('x-request-id'), table],
    );
    if (!row) throw new Error(`Nothing was entered into ${table}.`);
    return row.id;
  }

  /** Records that are there from the start. */
  private async given(resource: string, side: Side): Promise<string | undefined> {
    const [sql, value] =
      resource === 'alliances'
        ? ['select id from registry.alliances where code = $1', side === 'foreign' ? 'QN' : 'HP']
        : resource === 'places'
          ? ['select id from registry.places where level = $1 order by id limit 1', 'commune']
          : resource === 'organizations' && side === 'A'
            ? ['select id from registry.organizations where code = $1', memberOrganizationCode]
            : [];
    if (!sql) return undefined;
    return (await this.rows<{ id: string }>(sql, [value]))[0]?.id;
  }
}

function unknownField(field: string, { name }: Operation): never {
  throw new Error(`${name} takes a ${field}: say in world.ts which record it names.`);
}
