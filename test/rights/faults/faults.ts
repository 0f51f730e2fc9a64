/** A way to break the program: a text of a built file replaced. */
export interface Fault {
  /** What is broken, in words. */
  broken: string;
  /** The built file and the text in it. */
  file: string;
  find: string;
  replace: string;
  /**
   * A table whose row-level security is off, while that of the others stands. Of every other fault the second wall is
   * taken down altogether, so that it cannot hide the hole in the first.
   */
  openTable?: string;
}

const gate = 'platform/http/gate.js';
const act = 'platform/rights/act.js';
const actors = 'access/actor-statements.js';
const statement = 'platform/reading/statement.js';
const registry = 'platform/writing/registry.js';

const memberScope = "return scope === 'alliance' ? `${sql} = any(:ownAllianceIds)` : `${sql} = :ownOrganizationId`;";

export const faults: readonly Fault[] = [
  {
    broken: 'the gate lets everybody in',
    file: gate,
    find: 'if (!token)\n        return done(SignInNeeded());',
    replace:
      "if (!token)\n        return admit(request, door, { id: null, name: 'x', role: 'auditor', allianceIds: [], allianceId: null, organizationId: null, passage: { by: 'keeper' } }, gate, done);",
  },
  {
    broken: 'the gate does not ask for the right',
    file: gate,
    find: 'if (door.right.scopeOf(actor.role) === undefined || ',
    replace: 'if (',
  },
  {
    broken: 'a correction needs no If-Match',
    file: gate,
    find: "if ((method === 'PATCH' || method === 'DELETE') && !headers['if-match'])\n        return done(IfMatchNeeded());",
    replace: '',
  },
  {
    broken: 'a stale If-Match is accepted',
    file: registry,
    find: 'if (expected !== undefined && !expected.includes(record.version))',
    replace: 'if (false)',
  },
  {
    broken: 'an access token never ends',
    file: actors,
    find: 's.ended_at is null and s.access_expires_at > now()',
    replace: 's.ended_at is null',
  },
  {
    broken: 'a disabled account keeps its sessions and its way in',
    file: actors,
    find: 's.ended_at is null and s.access_expires_at > now()\n    and a.disabled_at is null and a.voided_at is null',
    replace: 's.access_expires_at > now()',
  },
  {
    broken: 'the reach of an account takes the parent alliance in, and so its neighbours',
    file: actors,
    find: 'select a.alliance_id, 0',
    replace: 'select (select coalesce(l.parent_id, l.id) from alliances l where l.id = a.alliance_id), 0',
  },
  {
    broken: 'the scope of an alliance holds nobody',
    file: act,
    find: memberScope,
    replace: "return scope === 'alliance' ? 'true' : `${sql} = :ownOrganizationId`;",
  },
  {
    broken: 'a member reads its whole alliance',
    file: act,
    find: memberScope,
    replace: "return scope === 'alliance' ? `${sql} = any(:ownAllianceIds)` : 'true';",
  },
  {
    broken: 'the scope of one record is lost',
    file: statement,
    find: 'and (${model.where}) and (${act.predicateOn(model)})`);',
    replace: 'and (${model.where})`);',
  },
  {
    broken: 'the scope of a list is lost',
    file: statement,
    find: 'act.predicateOn(model),\n    ];',
    replace: '];',
  },
  {
    broken: 'a list is joined by or: a search or a filter escapes the scope',
    file: statement,
    find: ".join('\\n    and ') || 'true');",
    replace: ".join('\\n    or ') || 'true');",
  },
  {
    broken: 'the total counts rows of everybody',
    file: statement,
    find: 'const countText = (model, where) => `select count(*) from ${model.from} where ${where}`;',
    replace: 'const countText = (model, where) => `select count(*) from ${model.from} where (${where}) or true`;',
  },
  {
    broken: 'masks are off',
    file: statement,
    find: "field.unless && !act.may(field.unless) ? 'null' : field.sql",
    replace: 'field.sql',
  },
  {
    broken: 'the mask of the telephone number is removed',
    file: 'registry/people/person.view.js',
    find: "'Telephone number, E.164', { nullable: true, unless,",
    replace: "'Telephone number, E.164', { nullable: true,",
  },
  {
    broken: 'auditors see masked fields',
    file: 'registry/people/personal.rights.js',
    find: "may('secretariat', 'readPersonal').within('alliance')",
    replace: "may('secretariat', 'readPersonal').within('alliance'), may('auditor', 'readPersonal').within('alliance')",
  },
  {
    broken: 'a role is widened: auditors record documents',
    file: 'registry/documents/documents.rights.js',
    find: "may('auditor', 'read').within('alliance'),\n]);\nexport const issuingBodyRights",
    replace: "may('auditor', 'read', 'record').within('alliance'),\n]);\nexport const issuingBodyRights",
  },
  {
    broken: 'a role is widened: members read everywhere',
    file: 'registry/memberships/memberships.rights.js',
    find: "may('member', 'read').within('organization')",
    replace: "may('member', 'read').everywhere()",
  },
  {
    broken: 'a grant is dropped: auditors read no awards',
    file: 'registry/awards/awards.rights.js',
    find: "may('auditor', 'read', 'readRevocation').within('alliance'),",
    replace: "may('auditor', 'readRevocation').within('alliance'),",
  },
  {
    broken: 'the routes of codes are open to all',
    file: 'registry/codes/codes.controller.js',
    find: "import { Allow, By } from '../../platform/http/allow.js';",
    replace:
      "import { Allow as Guard, By, Open } from '../../platform/http/allow.js';\nconst Allow = (right) => (right === ownCodeRights.add ? Guard(right) : Open('by mistake'));",
  },
  {
    broken: 'a route that no document knows',
    file: 'platform/http/health.controller.js',
    find: "Get('live')",
    replace: "Get(['live', 'lively'])",
  },
  {
    broken: 'reports have no scope',
    file: 'platform/reading/report.js',
    find: 'report.sql(act.predicateOn(report))',
    replace: "report.sql('true')",
  },
  {
    broken: 'one report forgets its scope',
    file: 'reports/members.report.js',
    find: 'm.voided_at is null and (${scope})',
    replace: 'm.voided_at is null',
  },
  {
    broken: 'a history does not ask for the record',
    file: 'platform/audit/history.js',
    find: 'const record = await this.reader.require(model, id, { ...wanted, knownAt: null }, act);',
    replace: 'const record = { id };',
  },
  {
    broken: 'the audit log has no scope',
    file: 'platform/audit/audit-event.view.js',
    find: 'alliance: `(e.alliance_id = any(:ownAllianceIds) or',
    replace: 'alliance: `(e.alliance_id is not null or false and e.alliance_id = any(:ownAllianceIds) or',
  },
  {
    broken: 'references are not checked',
    file: 'platform/writing/references.js',
    find: 'if (missing.length > 0) {',
    replace: 'if (false) {',
  },
  {
    broken: 'references are checked without the scope',
    file: 'platform/writing/references.js',
    find: '${standing} and (${scope})`);',
    replace: '${standing}`);',
  },
  {
    broken: 'a write takes hold of any record',
    file: registry,
    find: 'const scope = this.act.predicateOn({ name: type.name, scopes });',
    replace: "const scope = 'true';",
  },
  {
    broken: 'an account may be put into any alliance',
    file: 'access/reach.js',
    find: 'if (act.right !== null && !allianceIds.includes(chosen))',
    replace: 'if (false)',
  },
  {
    broken: 'a key against repetition is one for all accounts',
    file: 'platform/writing/idempotency.js',
    find: '`${act.actor.id} ${idempotencyKey}`',
    replace: '`${idempotencyKey}`',
  },
  {
    broken: 'what is refused halfway stays written',
    file: 'platform/database/database.js',
    find: 'await runner.rollbackTransaction()',
    replace: 'await runner.commitTransaction()',
  },
  {
    broken: "somebody else's record is forbidden instead of unknown",
    file: 'platform/reading/reader.js',
    find: "import { invalidParameters, UnknownRecord } from '../problems/request.problems.js';",
    replace: "import { invalidParameters, NotYourRight as UnknownRecord } from '../problems/request.problems.js';",
  },
  {
    broken: 'an answer holds a property that nobody declared',
    file: 'platform/reading/reader.js',
    find: 'return Answer.json(row.body, row.version);',
    replace: 'return Answer.json(row.body.replace(/^\\{/, \'{"passwordHash":"x",\'), row.version);',
  },
  ...['organizations', 'delegates'].map((openTable) => ({
    broken: `a member reads its whole alliance, and row-level security is off on ${openTable}`,
    file: act,
    find: memberScope,
    replace: "return scope === 'alliance' ? `${sql} = any(:ownAllianceIds)` : 'true';",
    openTable,
  })),
];
