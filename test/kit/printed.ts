import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words on each page of a printed file. */
export async function printed(bytes: ArrayBuffer): Promise<string[]> {
  const { promise } = getDocument({ data: new Uint8Array(bytes) });
  const document = await promise;
  const pages = Array.from({ length: document.numPages }, async (_, at) => {
    const { items } = await (await document.getPage(at + 1)).getTextContent();
    return items
      .map((item) => ('str' in item ? item.str || ' ' : ''))
      .join('')
      .replace(/\s+/g, ' ');
  });
  return Promise.all(pages);
}
