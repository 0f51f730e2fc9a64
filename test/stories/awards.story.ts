import { expect } from '@jest/globals';
import { beginnings } from '../kit/awards.js';
import {
  award,
  awardDecision,
  decision,
  entersIssuingBody,
  entersOrganization,
  formOf,
  person,
} from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';

const NOBODYS = '00000000-0000-7000-8000-000000000000';
const period = { achievementFrom: '2017-01-01', achievementTo: '2021-01-01' };

story(
  'a decision is entered with its awards; each day tells which stand',
  async ({ secretariat, auditor, otherAlliance, member }) => {
    const { body, form, organizationId, personId } = await beginnings(secretariat);
    const issued = { issuedOn: '2020-11-18', number: '163 /QĐ-UBND', issuingBodyId: body };
    const paper = await secretariat.post('documents', decision(issued)).created();
    const movement = 'Xây dựng và phát triển kinh tế tập thể 2017–2020';
    const entered = await secretariat
      .post(
        'award-decisions',
        awardDecision(
          body,
          [
            award(form, { organizationId, movement, ...period, occasion: 'Đại hội', presentedOn: '2020-11-27' }),
            award(form, { organizationId, unitName: 'Tổ sản xuất số 1' }),
            award(form, { recipientKind: 'individual', personId, organizationId }),
          ],
          { number: '163/QĐ-UBND', documentId: paper.id, reason: 'theo quyết định' },
        ),
      )
      .created({
        number: '163/QĐ-UBND',
        issuingBody: { id: body },
        awardCount: 3,
        awards: [
          { organization: { id: organizationId }, person: null, status: 'standing', movement, warnings: [] },
          { organization: { id: organizationId }, unitName: 'Tổ sản xuất số 1' },
          { organization: { id: organizationId }, person: { id: personId }, unitName: null },
        ],
      });
    const path = `award-decisions/${entered.id}`;
    await auditor.get('award-decisions', { issuingBodyId: body }).lists({ id: entered.id, awardCount: 3 });
    await auditor.get('award-decisions', { q: '163/qd', issuingBodyId: body }).lists({ id: entered.id });
    await auditor.get('award-decisions', { number: '0163 / qd-ubnd', issuingBodyId: body }).lists({ id: entered.id });
    await auditor.get('award-decisions', { issuingBodyId: body, asOf: '2020-11-17' }).lists();
    await auditor.get('awards', { issuingBodyId: body, asOf: '2020-11-17' }).lists();
    const filters: [Json, number][] = [
      [{ organizationId }, 3],
      [{ organizationId, recipientKind: 'individual' }, 1],
      [{ personId }, 1],
      [{ formCode: 'bk_bn' }, 3],
      [{ formId: form, issuingBodyLevel: 'province' }, 3],
      [{ issuingBodyLevel: 'commune' }, 0],
      [{ movement, achievementFromFrom: '2017-01-01' }, 1],
      [{ movement: 'xay dung va phat trien KINH TE tap the 2017-2020' }, 1],
      [{ decidedOnFrom: '2020-11-18', decidedOnTo: '2020-11-18' }, 3],
      [{ decidedOnTo: '2020-11-17' }, 0],
      [{ decisionId: entered.id, kind: 'movement', status: 'standing' }, 3],
    ];
    for (const [filter, total] of filters) {
      await auditor.get('awards', { ...(filter as {}), issuingBodyId: body, total: true }).is({ total });
    }
    await secretariat
      .post(`${path}/awards`, { awards: [award(form, { organizationId: (await entersOrganization(secretariat)).id })] })
      .created({ awardCount: 4 });
    await auditor.get(`${path}/history`).is({ items: [{ reason: 'theo quyết định' }, {}, {}, {}, {}] });
    await otherAlliance.get(path).unknown();
    await otherAlliance.get(`${path}/history`).unknown();
    await otherAlliance.post(`${path}/awards`, { awards: [award(form)] }).unknown();
    await otherAlliance.patch(path, { reason: 'thử xem' }, { 'If-Match': '"1-x"' }).unknown();
    await otherAlliance.post(`${path}/voidings`, { reason: 'thử xem' }).unknown();
    await member.get('award-decisions').forbidden();
  },
);

story('a recipient is found by any name, without diacritics', async ({ secretariat, auditor }) => {
  const body = await entersIssuingBody(secretariat);
  const form = await formOf(secretariat, 'bk_bn');
  const collective = await entersOrganization(secretariat, { name: 'Hợp tác xã Muối Bàng La' });
  const individual = await secretariat.post('people', person({ fullName: 'Đoàn Thị Ngọc Ánh' })).created();
  const of = { organizationId: collective.id };
  const items = [
    award(form, of),
    award(form, { ...of, unitName: 'Tổ diêm dân Vạn Hương' }),
    award(form, { ...of, recipientKind: 'individual', personId: individual.id }),
  ];
  await secretariat.post('award-decisions', awardDecision(body, items)).created();
  await auditor.get('awards', { q: 'muoi bang la', total: true }).is({ total: 2 });
  await auditor.get('awards', { q: 'doan thi ngoc anh' }).lists({ person: { fullName: 'Đoàn Thị Ngọc Ánh' } });
  await auditor.get('awards', { q: 'van huong' }).lists({ unitName: 'Tổ diêm dân Vạn Hương' });
});

story('a decision is entered as a whole or not at all, and once', async ({ secretariat, auditor }) => {
  const { body, form, organizationId, personId } = await beginnings(secretariat);
  const forIndividuals = await formOf(secretariat, 'cstd_cs');
  const badge = await formOf(secretariat, 'hh');
  const good = award(form, { organizationId });
  const sends = (second: Json, more: Json = {}) =>
    secretariat.post('award-decisions', awardDecision(body, [good, second], more));
  const individual = { recipientKind: 'individual', personId };
  const refusals: [Json, string, string, string][] = [
    [award(form), 'award-recipient-unclear', '/awards/1/organizationId', 'required'],
    [award(form, { organizationId, personId }), 'award-recipient-unclear', '/awards/1/personId', 'not-for-recipient'],
    [award(form, { recipientKind: 'individual' }), 'award-recipient-unclear', '/awards/1/personId', 'required'],
    [
      award(form, { ...individual, unitName: 'Tổ 1' }),
      'award-recipient-unclear',
      '/awards/1/unitName',
      'not-for-recipient',
    ],
    [award(form, { ...individual, personId: NOBODYS }), 'invalid-entry', '/awards/1/personId', 'unknown-reference'],
    [award(NOBODYS, { organizationId }), 'invalid-entry', '/awards/1/formId', 'unknown-reference'],
    [award(form, { organizationId, kind: 'none' }), 'invalid-entry', '/awards/1/kind', 'not-in-list'],
    [
      award(forIndividuals, { organizationId }),
      'award-form-not-for-recipient',
      '/awards/1/formId',
      'form-not-for-recipient',
    ],
    [
      award(form, { organizationId, achievementFrom: '2020-01-01' }),
      'award-achievement-unclear',
      '/awards/1/achievementTo',
      'required',
    ],
    [
      award(form, { organizationId, achievementTo: '2020-01-01' }),
      'award-achievement-unclear',
      '/awards/1/achievementFrom',
      'required',
    ],
    [
      award(form, { organizationId, achievementFrom: '2020-01-01', achievementTo: '2020-01-01' }),
      'award-achievement-unclear',
      '/awards/1/achievementTo',
      'not-after',
    ],
  ];
  for (const [second, code, pointer, rule] of refusals) {
    await sends(second).refused(code, 422).refusedAt(pointer, rule);
  }
  await sends(award(badge, individual), { decidedOn: '2024-01-01' })
    .refused('award-form-not-in-force', 422)
    .refusedAt('/awards/1/formId', 'form-not-in-force');
  await secretariat.post('award-decisions', awardDecision(body, [])).refusedAt('/awards', 'too-few');
  await sends(good, { decidedOn: '2062-11-18' }).refusedAt('/decidedOn', 'in-the-future');
  await auditor.get('award-decisions', { issuingBodyId: body, ever: true }).lists();
  const badges = await sends(award(badge, individual)).created();
  await secretariat
    .correct(`award-decisions/${badges.id}`, { decidedOn: '2024-01-01' })
    .refusedAt('/decidedOn', 'form-not-in-force');

  const entry = awardDecision(body, [good], { number: '7/QĐ-UBND' });
  const once = { 'Idempotency-Key': 'quyet-dinh-7' };
  const first = await secretariat.post('award-decisions', entry, once).created();
  expect((await secretariat.post('award-decisions', entry, once)).text).toBe(first.text);
  await secretariat
    .post('award-decisions', { ...entry, signer: 'Người khác' }, once)
    .refused('idempotency-key-reused', 422);
  for (const number of [entry.number, '7/qđ-ubnd', '07/QÐ - UBND', '7/QD-UBND'])
    await secretariat.post('award-decisions', { ...entry, number }).refused('award-decision-number-taken', 409);
  const nextYear = await secretariat.post('award-decisions', { ...entry, decidedOn: '2021-02-01' }).created();
  await secretariat
    .correct(`award-decisions/${nextYear.id}`, { decidedOn: '2020-12-31' })
    .refused('award-decision-number-taken', 409);
  const atOnce = await Promise.all(
    Array.from({ length: 8 }, () => secretariat.post('award-decisions', { ...entry, number: '8/QĐ-UBND' })),
  );
  expect(atOnce.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(atOnce.filter(({ problemCode }) => problemCode === 'award-decision-number-taken')).toHaveLength(7);
});

story('five hundred awards of one decision are one request', async ({ secretariat, auditor }) => {
  const { body, form, organizationId } = await beginnings(secretariat);
  const items = Array.from({ length: 500 }, (_, i) =>
    award(form, { organizationId, unitName: `Tổ số ${i}`, ...period }),
  );
  const { id } = await secretariat.post('award-decisions', awardDecision(body, items)).created({ awardCount: 500 });
  await auditor.get('awards', { decisionId: id, total: true, limit: 200 }).is({ total: 500 });
  await secretariat
    .post(`award-decisions/${id}/awards`, { awards: [...items, items[0]] })
    .refusedAt('/awards', 'too-many');
});
