import { Agent, request, type IncomingMessage } from 'node:http';

const agent = new Agent({ keepAlive: true });

interface Sent {
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/** An answer as it came: nothing is followed, nothing unpacked. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/**
 * One request over a kept connection; `fetch` takes twice the processor time, and the suite asks tens of thousands of times.
 * Who refuses a body for its size closes while the rest of it is on its way, and which comes first, the answer or the broken
 * pipe, is chance: as nothing was taken, it is asked again.
 */
export async function exchange(url: string, sent: Sent, tries = 5): Promise<Answer> {
  try {
    return await exchanged(url, sent);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE' || tries === 1) throw error;
    return exchange(url, sent, tries - 1);
  }
}

function exchanged(url: string, { method, headers, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: headersOf(incoming), text }));
      incoming.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}
