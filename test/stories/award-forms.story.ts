import { foundsBelow } from '../kit/accounts.js';
import type { Client } from '../kit/client.js';
import { ownAlliance } from '../kit/congress-makers.js';
import { award, awardDecision, entersIssuingBody, entersOrganization, formOf, nextNumber } from '../kit/makers.js';
import { meanwhile } from '../kit/meanwhile.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';

const form = (more: Json = {}): Json => ({
  code: `rieng_${nextNumber()}`,
  class: 'honour',
  nameVi: 'Doanh nhân hợp tác xã tiêu biểu',
  toCollective: false,
  toIndividual: true,
  validFrom: '2018-01-01',
  ...more,
});

/** A form of the alliance's own, and one award of it to a collective. */
async function used(by: Client): Promise<string> {
  const { id } = await by.post('award-forms', form({ toCollective: true })).created();
  const { id: organizationId } = await entersOrganization(by);
  const entry = awardDecision(await entersIssuingBody(by), [award(id, { organizationId })]);
  await by.post('award-decisions', entry).created();
  return `award-forms/${id}`;
}

story(
  'the catalogue is dated, common, and nobody’s to change',
  async ({ secretariat, auditor, member, otherAlliance }) => {
    await auditor
      .get('award-forms', { code: 'hh', asOf: '2023-12-31' })
      .lists({ nameVi: 'Huy hiệu', allianceId: null });
    await auditor.get('award-forms', { code: 'hh', asOf: '2024-01-01' }).lists();
    await auditor.get('award-forms', { q: 'ngoi sao' }).lists({ code: 'coopstar', class: 'honour' });
    await member.get('award-forms', { class: 'title', toCollective: true }).lists({}, {}, {}, {});
    const path = `award-forms/${await formOf(secretariat, 'gk')}`;
    await otherAlliance.get(path).is({ code: 'gk' });
    await auditor.get(`${path}/history`).is({
      items: [
        { actor: 'migration' },
        { actor: 'migration', changes: [{ field: 'law' }] },
        { actor: 'migration', reason: 'Tên gọi và trích dẫn như luật', changes: [{ field: 'law' }] },
      ],
    });
    await secretariat.correct(path, { nameVi: 'Bằng khen' }).refused('award-form-of-all', 409);
    await secretariat.post(`${path}/voidings`, { reason: 'thử xem' }).refused('award-form-of-all', 409);
  },
);

story('an alliance adds its own, which others do not see', async ({ secretariat, auditor, otherAlliance, member }) => {
  const { id } = await secretariat.post('award-forms', form({ code: 'doanh_nhan' })).created({ class: 'honour' });
  const path = `award-forms/${id}`;
  await secretariat.post('award-forms', form({ code: 'doanh_nhan' })).refused('award-form-code-taken', 409);
  await secretariat.post('award-forms', form({ code: 'bk_bn' })).refused('award-form-code-taken', 409);
  await secretariat.post('award-forms', form({ code: 'Bằng khen' })).refusedAt('/code', 'not-a-code');
  await secretariat.post('award-forms', form({ toIndividual: false })).refused('award-form-for-nobody', 422);
  await secretariat.post('award-forms', form({ validTo: '2018-01-01' })).refused('award-form-period', 422);
  await otherAlliance.post('award-forms', form({ code: 'doanh_nhan' })).created();
  await secretariat.correct(path, { validTo: '2020-01-01', reason: 'hết hiệu lực' }).is({ validTo: '2020-01-01' });
  await secretariat.correct(path, { toIndividual: false }).refused('award-form-for-nobody', 422);
  await secretariat.post('award-forms', form({ code: 'doanh_nhan', validFrom: '2020-01-01' })).created();
  await member.get('award-forms', { code: 'doanh_nhan', asOf: '2019-06-01' }).lists({ id });
  await auditor.get(`${path}/history`).is({ items: [{ action: 'insert' }, { reason: 'hết hiệu lực' }] });
  await otherAlliance.get(path).unknown();
  await otherAlliance.get(`${path}/history`).unknown();
  await otherAlliance.patch(path, { reason: 'thử xem' }, { 'If-Match': '"1-x"' }).unknown();
  await otherAlliance.post(`${path}/voidings`, { reason: 'thử xem' }).unknown();
  await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).created({ voidReason: 'nhập nhầm' });
  await auditor.get('award-forms', { code: 'doanh_nhan', asOf: '2019-06-01' }).lists();
});

story('a form keeps fitting the awards that were made of it', async ({ secretariat }) => {
  const path = await used(secretariat);
  await secretariat.correct(path, { toCollective: false }).refused('award-form-in-use', 409);
  await secretariat.correct(path, { validTo: '2020-11-18' }).refused('award-form-in-use', 409);
  await secretariat.correct(path, { validFrom: '2020-11-19' }).refused('award-form-in-use', 409);
  await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).refused('award-form-in-use', 409);
  await secretariat.correct(path, { validTo: '2020-11-19', toIndividual: false }).is({ toIndividual: false });
});

story('an award fits its form, whoever writes which of them, and whenever', async (cast, { databaseUrl }) => {
  const { secretariat, administrator, anonymous } = cast;
  const { id: organizationId } = await entersOrganization(secretariat);
  const body = await entersIssuingBody(secretariat);
  const decides = (by: Client, formId: string, more: Json = {}) =>
    by.post('award-decisions', awardDecision(body, [award(formId, { organizationId })], more));
  const { id } = await secretariat.post('award-forms', form({ toCollective: true })).created();
  const narrowed = 'update award_forms set to_collective = false, version = version + 1 where id = $1';
  await meanwhile(databaseUrl, { first: [[narrowed, id]] }, () =>
    decides(secretariat, id).refused('award-form-not-for-recipient', 422),
  );
  const { id: later } = await secretariat.post('award-forms', form({ toCollective: true })).created();
  const ended = `update award_forms set valid_to = '2018-01-02', version = version + 1 where id = $1`;
  await meanwhile(databaseUrl, { first: [[ended, later]] }, () =>
    decides(secretariat, later).refused('award-form-not-in-force', 422),
  );

  const { clerk } = await foundsBelow(administrator, anonymous, await ownAlliance(secretariat), 'HP-DH');
  const { id: below } = await clerk
    .post('award-forms', form({ toCollective: true, validFrom: '2000-01-01' }))
    .created();
  await decides(secretariat, below).created();
  await clerk.correct(`award-forms/${below}`, { toCollective: false }).refused('award-form-in-use', 409);
  const { id: own } = await entersOrganization(clerk);
  const entry = awardDecision(await entersIssuingBody(clerk), [award(below, { organizationId: own })]);
  const { id: decisionId } = await clerk.post('award-decisions', entry).created();
  const { id: above } = await secretariat.post('award-forms', form({ toCollective: true })).created();
  const awards = [award(above, { organizationId: own })];
  await secretariat.post(`award-decisions/${decisionId}/awards`, { awards }).created();
  const path = `award-decisions/${decisionId}`;
  await clerk.correct(path, { decidedOn: '2012-01-01' }).refused('award-form-not-in-force', 422);
});
