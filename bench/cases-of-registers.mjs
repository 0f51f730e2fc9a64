// Awards, delegates and trainings against the floor: as in cases.mjs, with the statements of the server's own read models.
import { Act } from '../dist/platform/rights/act.js';
import { numbered } from '../dist/platform/reading/named-parameters.js';
import { pageStatement, recordStatement, valuesOf } from '../dist/platform/reading/statement.js';
import { wantedAsOf } from '../dist/platform/reading/wanted.js';
import { today } from '../dist/platform/time/day.js';
import { AwardView } from '../dist/registry/awards/award.view.js';
import { awardRights } from '../dist/registry/awards/awards.rights.js';
import { DelegateView } from '../dist/registry/congresses/delegate.view.js';
import { delegateRights } from '../dist/registry/congresses/congresses.rights.js';
import { awardsReportOfRows } from '../dist/reports/awards.report.js';
import { reportRights } from '../dist/reports/reports.rights.js';
import { trainingCoverageReport } from '../dist/reports/training-coverage.report.js';

/** The id of an award to the organisation that the cases ask for. */
export const exampleAward = `select id from registry.awards where organization_id = md5('organization/77')::uuid order by id limit 1`;

export function casesOfRegisters({ scale, allianceId, organizationId, awardId }) {
  const own = { allianceIds: [allianceId], allianceId, organizationId: null };
  const actor = { id: null, name: 'bench', role: 'secretariat', ...own };
  const by = (right) => Act.by(actor, right, { target: '', requestId: '', language: 'vi' });
  const base = wantedAsOf(today());
  const page = (label, path, [model, right], filters = []) => {
    const wanted = { ...base, filters };
    const { text, names } = pageStatement(model, wanted, by(right));
    const values = valuesOf(names, wanted, by(right));
    return { label, path, target: 0.88, floor: { answers: 'page', limit: wanted.limit, text, values } };
  };
  const report = (label, path, statement, parameters = {}) => {
    const { text, names } = numbered(statement.sql(by(reportRights.read).predicateOn(statement)));
    const known = { asOf: base.asOf, ownAllianceIds: [allianceId], ...parameters };
    return {
      label,
      path: `/api/v1/reports/${path}`,
      floor: { answers: 'rows', text, values: names.map((name) => known[name]) },
    };
  };
  const one = recordStatement(AwardView, by(awardRights.read));
  const ofOne = [{ name: 'organizationId', values: [organizationId] }];
  return [
    {
      label: 'one award with its recipient',
      target: 0.72,
      path: `/api/v1/awards/${awardId}`,
      floor: { answers: 'one', text: one.text, values: valuesOf(one.names, base, by(awardRights.read), awardId) },
    },
    page('a page of delegates', '/api/v1/delegates?limit=50', [DelegateView, delegateRights.read]),
    page(
      'awards of one organisation',
      `/api/v1/awards?organizationId=${organizationId}`,
      [AwardView, awardRights.read],
      ofOne,
    ),
    { ...report('awards report', 'awards', awardsReportOfRows), target: scale === 'national' ? 20 : undefined },
    // One at a time: over a million people it takes seconds, and together they would meet the limit of 5 s.
    {
      ...report('training coverage', 'training-coverage?asOf=2021-12-31', trainingCoverageReport, {
        asOf: '2021-12-31',
        from: '2021-01-01',
        to: '2021-12-31',
      }),
      connections: 1,
    },
  ];
}
