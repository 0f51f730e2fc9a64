import type { FileFormat } from './file-format.js';
import type { FileContent } from './shape.js';

/** The bytes of a file; what writes them is loaded with the first. */
export async function bytesOf(format: FileFormat, content: FileContent): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return (await import('./csv-file.js')).csvOf(content);
    case 'xlsx':
      return (await import('./xlsx-file.js')).xlsxOf(content);
    case 'pdf':
      return (await import('./pdf-file.js')).pdfOf(content);
  }
}
