import { expect } from '@jest/globals';
import { entersOrganization, person, position } from '../kit/makers.js';
import { prints } from '../kit/printed.js';
import { story } from '../kit/story.js';

story('names of all peoples of Việt Nam are printed, and found in the file', async ({ secretariat }, stage) => {
  const names = ["H'Hen Niê", 'H’Ƀlăk Êban', 'Y Ƀhiăo Čil Čư̆ Ŏñ Ĕmĭ', 'Lò Văn Ɓiêng', 'Nguyễn Thị Ựở Ẵẫ Ỹỵ', 'K’Brơi'];
  const { id } = await entersOrganization(secretariat, { name: 'Hợp tác xã Nông nghiệp Krông Ƀuk' });
  for (const fullName of names) {
    const { id: holder } = await secretariat.post('people', person({ fullName })).created();
    await secretariat.post('positions', position(holder, id)).created();
  }
  const { pages } = await prints(stage, secretariat, `positions?organizationId=${id}`);
  for (const name of [...names, 'Krông Ƀuk']) expect(pages.join(' ')).toContain(name.normalize('NFC'));
});

story('a word without end stays in its column', async ({ secretariat }, stage) => {
  const { id } = await entersOrganization(secretariat, { name: `HTX ${'X'.repeat(190)}` });
  const { id: holder } = await secretariat.post('people', person()).created();
  await secretariat.post('positions', position(holder, id, { validFrom: '2019-01-02' })).created();
  const { pages, right } = await prints(stage, secretariat, `positions?organizationId=${id}`);
  expect(pages.join(' ')).toContain('02/01/2019');
  expect(right).toBeLessThan(842); // points: A4 on its side
});

story('a place that was asked for is called by its name, also where nobody sits', async ({ secretariat }, stage) => {
  const { items } = await secretariat.get('places', { level: 'commune', asOf: '2020-11-27', limit: 1 }).is();
  const { id, fullName } = items[0] as { id: string; fullName: string };
  for (const list of ['memberships', 'organizations']) {
    const { pages } = await prints(stage, secretariat, `${list}?placeId=${id}&asOf=2020-11-27`);
    expect(pages.join(' ')).toContain(`Địa bàn: ${fullName}, `);
    expect(pages.join(' ')).not.toContain(id);
  }
});

story('a period that nobody bounded is printed without the ends of the calendar', async ({ auditor }, stage) => {
  const { pages } = await prints(stage, auditor, 'reports/delegations?asOf=2020-11-27&from=2020-01-01');
  expect(pages.join(' ')).toContain('01/01/2020');
  expect(pages.join(' ')).not.toMatch(/1900|2100/);
});
