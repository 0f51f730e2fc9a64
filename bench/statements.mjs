// What is measured, with the very statements of the server's read models; search has a floor of its own.
import { Act } from '../dist/platform/rights/act.js';
import { pageStatement, recordStatement, valuesOf } from '../dist/platform/reading/statement.js';
import { wantedAsOf } from '../dist/platform/reading/wanted.js';
import { today } from '../dist/platform/time/day.js';
import { OrganizationView } from '../dist/registry/organizations/organization.view.js';
import { organizationRights } from '../dist/registry/organizations/organizations.rights.js';

export function statements(allianceId, organizationId) {
  const actor = {
    id: null,
    name: 'bench',
    role: 'secretariat',
    allianceIds: [allianceId],
    allianceId,
    organizationId: null,
  };
  const act = Act.by(actor, organizationRights.read, { target: '', requestId: '', language: 'vi' });
  const base = wantedAsOf(today());
  const page = (label, query, more) => {
    const wanted = { ...base, ...more };
    const { text, names } = pageStatement(OrganizationView, wanted, act);
    return {
      label,
      path: `/api/v1/organizations${query}`,
      kind: 'page',
      name: label,
      text,
      values: valuesOf(names, wanted, act),
    };
  };
  const one = recordStatement(OrganizationView, act);
  const kind = [{ name: 'kind', values: ['cooperative'] }];
  const search = page('search without diacritics', '?q=dong%20do', { q: '%dong do%' });
  const plain = `lower(public.unaccent(n.name)) like lower(public.unaccent(`;
  return [
    {
      label: 'one record with its membership',
      path: `/api/v1/organizations/${organizationId}`,
      kind: 'one',
      name: 'one',
      text: one.text,
      values: valuesOf(one.names, base, act, organizationId),
    },
    page('page of 50, filtered', '?kind=cooperative', { filters: kind }),
    { ...search, text: search.text.replace(/n\.folded like fold\((\$\d+)/, `${plain}$1)`) },
  ];
}
