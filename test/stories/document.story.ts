import { expect } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { story } from '../kit/story.js';

story('the document that is published is the one that is committed', async ({ anonymous }) => {
  const published = await anonymous.get('/docs/openapi.json').is();
  expect(published.body).toEqual(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
});

story('the document keeps to the recommended rules', () => {
  const lint = () => execFileSync('node_modules/.bin/redocly', ['lint', 'docs/openapi.json'], { stdio: 'pipe' });
  expect(lint).not.toThrow();
  return Promise.resolve();
});
