import { expect } from '@jest/globals';
import { person } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { castPassword } from '../setup/cast.js';
import { rowsOf } from '../setup/database.js';

story('what cannot be recorded is not shown, and nobody comes in (ASVS 16.5.3)', async (cast, { databaseUrl }) => {
  const { secretariat, auditor, administrator, anonymous } = cast;
  const { id } = await secretariat.post('people', person({ phone: '0912 345 678' })).created();
  await administrator.get('auth/me').is();
  await auditor.get('auth/me').is();
  const change = (words: string) => rowsOf(databaseUrl, `${words} registry_server`);
  const events = async () => rowsOf(databaseUrl, 'select count(*)::int as count from audit.events');
  const before = await events();
  await change('revoke execute on function audit.note(jsonb) from');
  try {
    for (const path of [`people/${id}`, 'people', `people/${id}/dossier`, `people/${id}/history`]) {
      const { text, headers } = await secretariat.get(path).refused('not-recorded', 503);
      expect(text).not.toMatch(/912345678|Nguyễn/);
      expect(headers.get('retry-after')).toBe('5');
    }
    await secretariat.get('reports/members', { format: 'csv' }).refused('not-recorded', 503);
    await administrator.get('people').refused('not-recorded', 503);
    const entry = { email: 'auditor@hp.test', password: castPassword };
    const { body } = await anonymous.post('auth/sessions', entry).refused('not-recorded', 503);
    expect(body).not.toHaveProperty('accessToken');
    await anonymous.post('auth/sessions', { ...entry, password: 'sai' }).refused('not-recorded', 503);
    // What shows nobody's personal values goes on.
    await auditor.get(`people/${id}`).is();
    await secretariat.get('organizations').is();
    expect(await events()).toEqual(before);
  } finally {
    await change('grant execute on function audit.note(jsonb) to');
  }
  await secretariat.get(`people/${id}`).is();
});
