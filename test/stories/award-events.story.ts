import { expect } from '@jest/globals';
import { awards, awardsIn, beginnings } from '../kit/awards.js';
import { award, awardDecision, entersIssuingBody, formOf, person } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';

const period = { achievementFrom: '2017-01-01', achievementTo: '2021-01-01' };

story(
  'a wrong entry is corrected, an award revoked, a mistake voided: three things, and all stay',
  async ({ secretariat, auditor }) => {
    const { body, form, organizationId, personId } = await beginnings(secretariat);
    const entry = awardDecision(body, [
      award(form, { organizationId }),
      award(form, { organizationId, unitName: 'Tổ 1' }),
    ]);
    const entered = await secretariat.post('award-decisions', entry).created();
    const [first, second] = awardsIn(entered).map(({ id }) => `awards/${id}`) as [string, string];

    const individual = { recipientKind: 'individual', personId };
    await secretariat.correct(first, { ...individual, unitName: 'Tổ 2' }).refusedAt('/unitName', 'not-for-recipient');
    await secretariat
      .correct(first, { ...individual, reason: 'bản gốc ghi cá nhân' })
      .is({ recipientKind: 'individual', person: { id: personId }, status: 'standing' });
    await secretariat
      .correct(first, { formId: await formOf(secretariat, 'ttldxs') })
      .refused('award-form-not-for-recipient', 422)
      .refusedAt('/formId', 'form-not-for-recipient');
    const { items } = await auditor.get(`${first}/history`).is();
    expect(items.at(-1)).toMatchObject({ reason: 'bản gốc ghi cá nhân' });

    const ground = 'false_declaration';
    await secretariat
      .post(`${second}/revocations`, { ground, decidedOn: '2020-11-17' })
      .refused('revoked-before-award', 422);
    const revoked = await secretariat
      .post(`${second}/revocations`, { ground, decidedOn: '2022-05-10', reason: 'kết luận thanh tra' })
      .created({
        status: 'revoked',
        revocation: { ground, decidedOn: '2022-05-10' },
        warnings: ['revoked_without_decision'],
      });
    await auditor.get(second, { asOf: '2022-05-09' }).is({ warnings: [] });
    await secretariat.post(`${second}/revocations`, { ground, decidedOn: '2022-06-01' }).refused('award-revoked', 409);
    await auditor.get(second, { asOf: '2022-05-09' }).is({ status: 'standing', revocation: null });
    await auditor.get('awards', { decisionId: entered.id, asOf: '2022-05-09', total: true }).is({ total: 2 });
    await auditor.get('awards', { decisionId: entered.id, asOf: '2022-05-10', total: true }).is({ total: 1 });
    await auditor.get('awards', { decisionId: entered.id, ever: true, total: true }).is({ total: 2 });
    await secretariat.correct(`award-decisions/${entered.id}`, { decidedOn: '2022-05-10' }).is({ awardCount: 2 });
    await secretariat
      .correct(`award-decisions/${entered.id}`, { decidedOn: '2022-05-11' })
      .refused('revoked-before-award', 422);

    const { id: revocationId } = revoked.body['revocation'] as { id: string };
    const takesBack = () => secretariat.post(`award-decisions/${entered.id}/voidings`, { reason: 'nhập nhầm' });
    await secretariat
      .post(`award-revocations/${revocationId}/voidings`, { reason: 'ghi nhầm người' })
      .created({ voidReason: 'ghi nhầm người' });
    await auditor.get(`award-revocations/${revocationId}`).is({ ground });
    await auditor.get(second).is({ status: 'standing', revocation: null });

    await secretariat.post(`${first}/voidings`, { reason: 'nhập nhầm' }).created({ status: 'voided' });
    await auditor.get(`award-decisions/${entered.id}`).is({ awardCount: 1 });
    await takesBack().created({ awardCount: 0, awards: [] });
    await auditor.get('awards', { decisionId: entered.id }).lists();
    for (const path of [first, second]) await auditor.get(path).is({ status: 'voided', voidReason: 'nhập nhầm' });
  },
);

story('one achievement awarded by two forms is warned of, and so is service of a collective', async (cast) => {
  const { secretariat } = cast;
  const { body, organizationId, personId } = await beginnings(secretariat);
  const of = async (code: string, more: Json) => award(await formOf(secretariat, code), { ...period, ...more });
  const individual = { recipientKind: 'individual', personId };
  const decide = (...items: Json[]) => secretariat.post('award-decisions', awardDecision(body, items)).created();
  const first = await decide(await of('gk', { organizationId }), await of('gk', individual));
  expect(awardsIn(first)).toMatchObject([{ warnings: [] }, { warnings: [] }]);

  const twice = { warnings: ['achievement_awarded_before'] };
  const higher = await decide(await of('bk_bn', { organizationId }), await of('bk_bn', individual));
  expect(awardsIn(higher)).toMatchObject([twice, twice]);
  const years = { achievementFrom: '2015-01-01', achievementTo: '2021-01-01' };
  const others = await decide(
    await of('cstd_bn', { ...individual, ...years }),
    await of('cstd_cs', individual),
    await of('ttldxs', { organizationId, ...years, kind: 'service' }),
    await of('co_bn', { organizationId, ...years, kind: 'seniority' }),
  );
  const forPersons = { warnings: ['kind_for_individuals'] };
  expect(awardsIn(others)).toMatchObject([{ warnings: [] }, { warnings: [] }, forPersons, forPersons]);
  const early = await decide(
    await of('gk', { organizationId, achievementFrom: '2029-01-01', achievementTo: '2030-01-01' }),
  );
  expect(awardsIn(early)).toMatchObject([{ warnings: ['achievement_after_decision'] }]);
  const { text } = await secretariat.get('awards', { decisionId: others.id, format: 'csv' }).is();
  expect(text.match(/Loại hình khen thưởng này chỉ dành cho cá nhân/g)).toHaveLength(2);
});

story('two movements, or two kinds of commendation, reward two achievements', async ({ secretariat }) => {
  const { body, form, organizationId } = await beginnings(secretariat);
  const decides = async (more: Json) => {
    const entry = awardDecision(body, [award(form, { organizationId, ...period, ...more })]);
    return awardsIn(await secretariat.post('award-decisions', entry).created())[0]?.['warnings'];
  };
  const twice = ['achievement_awarded_before'];
  expect(await decides({ kind: 'movement', movement: 'Chung sức xây dựng nông thôn mới' })).toEqual([]);
  expect(await decides({ kind: 'movement', movement: 'Phòng, chống dịch' })).toEqual([]);
  expect(await decides({ kind: 'unexpected' })).toEqual([]);
  expect(await decides({ kind: 'movement', movement: 'CHUNG SỨC xây dựng nông thôn mới' })).toEqual(twice);
  expect(await decides({ kind: null })).toEqual(twice); // an old paper may speak of any of them
});

story('a title has no kind of commendation, and some awards come after death', async ({ secretariat, auditor }) => {
  const { body, form, organizationId, personId } = await beginnings(secretariat);
  const title = await formOf(secretariat, 'cstd_cs');
  const { kind: _, ...ofTitle } = award(title, { recipientKind: 'individual', personId });
  const posthumous = award(form, { recipientKind: 'individual', personId, posthumous: true });
  const decided = await secretariat.post('award-decisions', awardDecision(body, [ofTitle, posthumous])).created();
  expect(awardsIn(decided)).toMatchObject([
    { kind: null, posthumous: false },
    { kind: 'movement', posthumous: true },
  ]);
  const decisionId = decided.id;
  await auditor.get('awards', { decisionId, kind: 'movement' }).lists({ posthumous: true });
  await auditor.get('awards', { decisionId, posthumous: 'true' }).lists({ form: { code: 'bk_bn' } });
  const { text } = await auditor.get('awards', { decisionId, format: 'csv' }).is();
  expect(text.split('\n')[0]).toMatch(/Danh hiệu, hình thức.*Truy tặng/);
  const collective = award(form, { organizationId, posthumous: true });
  await secretariat
    .post('award-decisions', awardDecision(body, [collective]))
    .refusedAt('/awards/0/posthumous', 'not-for-recipient');
});

story('a form that is one level’s to award is warned of where another awards it', async ({ secretariat, auditor }) => {
  const { body, organizationId } = await beginnings(secretariat);
  const formId = await formOf(secretariat, 'bk_ttg');
  await auditor.get('award-forms', { issuerLevel: 'government' }).lists({ code: 'bk_ttg' }, {}, {});
  const entry = awardDecision(body, [award(formId, { organizationId })]);
  const decided = await secretariat.post('award-decisions', entry).created();
  expect(awardsIn(decided)).toMatchObject([{ warnings: ['issuer_of_other_level'] }]);
  const issuingBodyId = await entersIssuingBody(secretariat, { level: 'government' });
  await auditor.get('awards', { warning: 'issuer_of_other_level', decisionId: decided.id }).lists({});
  await secretariat.correct(`award-decisions/${decided.id}`, { issuingBodyId }).is({ awards: [{ warnings: [] }] });
});

story('of ten revocations at once one holds', async ({ secretariat }) => {
  const path = `awards/${await awards(secretariat)}/revocations`;
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => secretariat.post(path, { ground: 'later_finding', decidedOn: '2022-05-10' })),
  );
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(replies.filter(({ problemCode }) => problemCode === 'award-revoked')).toHaveLength(9);
});

story('one achievement awarded twice is warned of, never refused', async ({ secretariat, auditor }) => {
  const { body, form, organizationId } = await beginnings(secretariat);
  const same = award(form, { organizationId, ...period });
  const first = await secretariat
    .post('award-decisions', awardDecision(body, [same], { decidedOn: '2019-05-05' }))
    .created();
  const [before] = awardsIn(first);
  expect(before).toMatchObject({ warnings: [] });
  const both = ['achievement_awarded_before', 'repeated_in_decision'];
  const later = { ...same, achievementFrom: '2020-12-31', achievementTo: '2022-01-01', presentedOn: '2020-11-17' };
  await secretariat
    .post(
      'award-decisions',
      awardDecision(body, [later, { ...same, achievementFrom: '2021-01-01', achievementTo: '2022-01-01' }]),
    )
    .created({
      awards: [
        { warnings: [...both, 'presented_before_decision', 'achievement_after_decision'] },
        { warnings: [...both, 'achievement_after_decision'] },
      ],
    });
  await auditor.get(`awards/${before?.id}`).is({ warnings: ['achievement_awarded_before'] });
  await secretariat
    .post(`awards/${before?.id}/revocations`, { ground: 'unlawful_appraisal', decidedOn: '2021-01-05' })
    .created();
});

story('nothing is warned of on the day itself, year after year, or beside what was taken away', async (cast) => {
  const { secretariat, auditor } = cast;
  const { body, form, organizationId } = await beginnings(secretariat);
  const decides = async (decidedOn: string, more: Json) => {
    const entry = awardDecision(body, [award(form, { organizationId, ...more })], { decidedOn });
    const [entered] = awardsIn(await secretariat.post('award-decisions', entry).created());
    return { id: String(entered?.id), warnings: entered?.['warnings'] };
  };
  const year = (from: number) => ({ achievementFrom: `${from}-01-01`, achievementTo: `${from + 1}-01-01` });
  const first = await decides('2020-01-01', { ...year(2020), presentedOn: '2020-01-01' });
  expect(first.warnings).toEqual([]);
  expect((await decides('2020-02-01', year(2019))).warnings).toEqual([]);
  const decidedOn = '2020-01-01'; // the day of the award itself
  await secretariat
    .post(`awards/${first.id}/revocations`, { ground: 'later_finding', decidedOn })
    .created({ status: 'revoked' });
  await auditor.get(`awards/${first.id}`, { asOf: decidedOn }).is({ status: 'revoked' });
  expect((await decides('2020-03-01', year(2020))).warnings).toEqual([]);
  await decides('2022-01-01', { ...year(2021), unitName: 'Đội sản xuất số 1' });
  expect((await decides('2022-02-01', { ...year(2021), unitName: 'Đội sản xuất số 2' })).warnings).toEqual([]);
  const sameUnit = { ...year(2021), unitName: 'ĐỘI SẢN XUẤT SỐ 1' };
  expect((await decides('2022-03-01', sameUnit)).warnings).toEqual(['achievement_awarded_before']);
});

story('whoever synchronises awards learns of a corrected decision; a mistaken name finds none', async (cast) => {
  const { secretariat, auditor } = cast;
  const { body, form, organizationId } = await beginnings(secretariat);
  const entry = awardDecision(body, [award(form, { organizationId })]);
  const decided = await secretariat.post('award-decisions', entry).created();
  const updatedSince = new Date().toISOString();
  await auditor.get('awards', { updatedSince }).lists();
  await secretariat.correct(`award-decisions/${decided.id}`, { decidedOn: '2020-11-19' }).is();
  await auditor.get('awards', { updatedSince }).lists({ decidedOn: '2020-11-19' });

  const mistake = { name: 'Hợp tác xã Tên Gõ Sai', validFrom: '2021-01-01' };
  const renamed = await secretariat.post(`organizations/${organizationId}/names`, mistake).created();
  await auditor.get('awards', { q: 'ten go sai' }).lists({ decidedOn: '2020-11-19' });
  const names = renamed.body['names'] as { id: string }[];
  await secretariat.post(`organization-names/${names.at(-1)?.id}/voidings`, { reason: 'gõ nhầm' }).created();
  await auditor.get('awards', { q: 'ten go sai' }).lists();
});

story(
  'what is not yours is as unknown as what does not exist',
  async ({ secretariat, otherAlliance, member, administrator, auditor }) => {
    const id = await awards(secretariat);
    const path = `awards/${id}`;
    const revocation = { ground: 'later_finding', decidedOn: '2022-05-10' };
    for (const stranger of [otherAlliance, member]) {
      await stranger.get(path).unknown();
      await stranger.get(`${path}/history`).unknown();
    }
    await otherAlliance.patch(path, { reason: 'thử xem' }, { 'If-Match': '"1-x"' }).unknown();
    await otherAlliance.post(`${path}/revocations`, revocation).unknown();
    await otherAlliance.post(`${path}/voidings`, { reason: 'thử xem' }).unknown();
    await auditor.post(`${path}/revocations`, revocation).forbidden();
    const revoked = await secretariat.post(`${path}/revocations`, revocation).created();
    const { id: revocationId } = revoked.body['revocation'] as { id: string };
    await auditor.get(`award-revocations/${revocationId}`).is({ awardId: id });
    await secretariat.get(`award-revocations/${revocationId}`).is();
    await otherAlliance.get(`award-revocations/${revocationId}`).unknown();
    const voiding = secretariat.post(`award-revocations/${revocationId}/voidings`, { reason: 'ghi nhầm' });
    await otherAlliance.post(`award-revocations/${revocationId}/voidings`, { reason: 'thử xem' }).unknown();
    await voiding.created();
    await administrator.get('awards').forbidden();
  },
);

story('a member sees its own awards and those of its people, nothing else', async ({ secretariat, member }) => {
  await awards(secretariat);
  const { items } = await secretariat.get('organizations', { code: 'HTX-CAST01' });
  const own = String(items[0]?.['id']);
  const { id: personId } = await secretariat.post('people', person()).created();
  await awards(secretariat, { organizationId: own });
  const mine = await awards(secretariat, { recipientKind: 'individual', personId, organizationId: own });
  await awards(secretariat, { recipientKind: 'individual', personId });
  await member.get('awards', { total: true }).is({ total: 2 });
  await member.get(`awards/${mine}`).is({ person: { id: personId } });
});
