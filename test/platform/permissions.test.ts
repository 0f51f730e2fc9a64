import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askHost } from '../kit/hosted.js';
import { root } from '../setup/built.js';

/** docs/permissions.md, by which a security officer judges the program: it says what the program goes by. */

const committed = readFileSync(join(root, 'docs/permissions.md'), 'utf8');

/** The page for the committed document, which another test holds equal to the one that the server serves. */
const page = (before = '', afterwards = '') =>
  askHost<string>(`
    await built('app.module.ts');
    const { readFileSync } = await import('node:fs');
    const { permissionsPage } = await built('platform/http/permissions-page.ts');
    const { Right } = await built('platform/rights/rights.ts');
    ${before}
    try {
      return permissionsPage(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
    } finally {
      ${afterwards}
    }`);

test('the committed permission table is what the program goes by (ASVS 8.1.1)', async () => {
  // Otherwise: npm run build && npm run htx -- permissions write
  expect(await page()).toBe(committed);
});

test('a role that is widened shows in it', async () => {
  const widened = await page(
    `const { scopeOf } = Right.prototype;
    Right.prototype.scopeOf = function (role) {
      return this.name === 'PersonView.read' && role === 'administrator' ? 'everywhere' : scopeOf.call(this, role);
    };`,
    'Right.prototype.scopeOf = scopeOf;',
  );
  expect(widened).not.toBe(committed);
});

describe('it says', () => {
  const row = (section: string, name: string): string[] => {
    const part = committed.split(new RegExp(`^##+ ${section}$`, 'm'))[1]?.split(/^##/m)[0] ?? '';
    const line = part.split('\n').find((text) => text.startsWith(`| ${name} |`)) ?? '';
    return line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
  };

  test('who reads people within what, by which operations', () => {
    const [, administrator, secretariat, auditor, member, operations] = row('PersonView', 'read');
    expect([administrator, secretariat, auditor, member]).toEqual([
      '',
      'own alliance and below',
      'own alliance and below',
      'own organisation',
    ]);
    expect(operations).toContain('`GET /api/v1/people/{id}`');
  });

  test('which fields of a person only the secretariat reads (ASVS 8.1.2)', () => {
    const [, administrator, secretariat, auditor, member] = row('Fields', 'PersonView');
    expect([administrator, secretariat]).toEqual(['', expect.stringMatching(/^all \d+$/)]);
    for (const cell of [auditor, member]) {
      expect(cell).toMatch(/null: `birthDate`, `phone`, `email`, `identityNumber`, `warnings`$/);
    }
  });

  test('what is open to all, and why', () => {
    expect(row('Open to all', '`POST /api/v1/auth/sessions`')[1]).toBe('whoever signs in is not signed in yet');
  });
});
