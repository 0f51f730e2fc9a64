import { expect } from '@jest/globals';
import readWorkbook, { type SheetData } from 'read-excel-file/node';
import type { Client } from './client.js';
import type { Stage } from './story.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The bytes of a file that somebody downloads, and the name under which it is kept. */
export async function downloads(
  { server }: Stage,
  by: Client,
  path: string,
  type: string,
): Promise<{ name: string; bytes: ArrayBuffer }> {
  const headers = { ...(await by.credentials()), Accept: type };
  const response = await fetch(`${server.url}/api/v1/${path}`, { headers });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return { name, bytes: await response.arrayBuffer() };
}

/** The sheets of a spreadsheet that somebody downloads, and the name under which it is kept. */
export async function workbook(stage: Stage, by: Client, path: string): Promise<{ name: string; sheets: SheetData[] }> {
  const { name, bytes } = await downloads(stage, by, path, XLSX);
  const sheets = await readWorkbook(Buffer.from(bytes));
  return { name, sheets: sheets.map(({ data }) => data) };
}
