import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Client } from './client.js';
import { downloads } from './downloads.js';
import type { Stage } from './story.js';

interface Print {
  /** Of the file. */
  name: string;
  /** The words on each page. */
  pages: string[];
  /** Where the words that reach farthest to the right end, in points. */
  right: number;
}

/** A list as somebody prints it. */
export async function prints(stage: Stage, by: Client, path: string): Promise<Print> {
  const { name, bytes } = await downloads(stage, by, path, 'application/pdf');
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const { items } = await (await document.getPage(at + 1)).getTextContent();
      return items.flatMap((item) => ('str' in item ? [item] : []));
    }),
  );
  return {
    name,
    pages: pages.map((items) =>
      items
        .map(({ str }) => str || ' ')
        .join('')
        .replace(/\s+/g, ' '),
    ),
    right: Math.max(...pages.flat().map(({ transform, width }) => Number(transform[4]) + width)),
  };
}
