// What is measured against the floor, with the very statements of the server's read models and verbs.
import { Act } from '../dist/platform/rights/act.js';
import { numbered } from '../dist/platform/reading/named-parameters.js';
import { pageStatement, recordStatement, valuesOf } from '../dist/platform/reading/statement.js';
import { wantedAsOf } from '../dist/platform/reading/wanted.js';
import { today } from '../dist/platform/time/day.js';
import { organizationNamed } from '../dist/registry/organizations/organization-name.view.js';
import { OrganizationView } from '../dist/registry/organizations/organization.view.js';
import { organizationRights } from '../dist/registry/organizations/organizations.rights.js';
import { membersReport } from '../dist/reports/members.report.js';

const ORGANIZATIONS = '/api/v1/organizations';

/** An organisation as the secretariat enters it; nothing of it must be unique, so that it can be entered again and again. */
export const entry = {
  kind: 'cooperative',
  sector: 'fishery',
  foundedOn: '2019-05-06',
  foundedPrecision: 'day',
  organizingLaw: 'cooperatives_2012',
  names: [{ name: 'Hợp tác xã Thủy sản Đông Hải', validFrom: '2019-05-06' }],
  statuses: [{ status: 'operating', validFrom: '2019-05-06' }],
};

export function casesFor(allianceId, organizationId) {
  const own = { allianceIds: [allianceId], allianceId, organizationId: null };
  const actor = { id: null, name: 'bench', role: 'secretariat', ...own };
  const act = Act.by(actor, organizationRights.read, { target: '', requestId: '', language: 'vi' });
  const base = wantedAsOf(today());
  const page = (label, query, more, model = OrganizationView, floorText = (text) => text) => {
    const wanted = { ...base, ...more };
    const { text, names } = pageStatement(model, wanted, act);
    const values = valuesOf(names, wanted, act);
    const floor = { answers: 'page', limit: wanted.limit, text: floorText(text), values };
    return { label, path: ORGANIZATIONS + query, floor };
  };
  const one = recordStatement(OrganizationView, act);
  /** The search that a table without a folded name or its index would take; short names are left out of it. */
  const plainly = (text) => {
    const plain = text.replace(
      /any\(array\((select [^)]*?)\(n\.folded like \(select (\$\d+)\) or [^$]*\$\d+\)\)\)\)/,
      'any($1lower(public.unaccent(n.name)) like lower(public.unaccent($2)))',
    );
    if (plain === text) throw new Error('The floor would search as the server does.');
    return plain;
  };
  const unwalked = Object.create(OrganizationView, { search: { value: organizationNamed('o.id') } });
  const search = (label, query, q) => ({ ...page(label, query, { q }, unwalked, plainly), target: 1.5 });
  const report = numbered(membersReport.sql(act.predicateOn(membersReport)));
  const period = {
    asOf: base.asOf,
    from: '2020-01-01',
    to: '2020-12-31',
    ownAllianceIds: [allianceId],
  };
  return [
    {
      label: 'one record with its membership',
      target: 0.72,
      path: `${ORGANIZATIONS}/${organizationId}`,
      floor: { answers: 'one', text: one.text, values: valuesOf(one.names, base, act, organizationId) },
    },
    {
      ...page('page of 50, filtered', '?kind=cooperative', { filters: [{ name: 'kind', values: ['cooperative'] }] }),
      target: 0.88,
    },
    search('search, a frequent name', '?q=dong%20do', '%dong do%'),
    search('search, one name', '?q=tay%20hai%20380', '%tay hai 380%'),
    {
      label: 'members report',
      connections: 1,
      path: '/api/v1/reports/members?from=2020-01-01&to=2020-12-31',
      floor: { answers: 'rows', text: report.text, values: report.names.map((name) => period[name]) },
    },
    {
      label: 'one create with audit',
      target: 0.45,
      path: ORGANIZATIONS,
      request: { method: 'POST', body: JSON.stringify(entry) },
      floor: { answers: 'create', allianceId, text: one.text, values: valuesOf(one.names, base, act, '$id') },
    },
  ];
}
