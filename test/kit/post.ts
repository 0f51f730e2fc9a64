import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** What arrived for one recipient. */
export interface Arrived {
  to: string;
  /** Its header fields, as they came. */
  head: string;
  text: string;
}

/** A mail server that takes mails, or refuses them for a while. */
export interface Post {
  url: string;
  arrived: Arrived[];
  /** How many of the next mails it refuses. */
  refusing: number;
  /** Whom it does not know, and never will. */
  unknown: string;
  /** How many milliseconds it looks into each before it takes it. */
  takes: number;
  /** The next mail to an address, and to nobody else. @throws Error when none comes */
  next(to: string): Promise<Arrived>;
  close(): Promise<void>;
}

const COMES_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 20;

/** Opens a mail server on this machine that asks for no password. */
export async function openPost(): Promise<Post> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      done(address === post.unknown ? Object.assign(new Error('5.1.1 no such mailbox'), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      void text(stream).then(async (whole) => {
        await pause(post.takes);
        if (post.refusing > 0) {
          post.refusing -= 1;
          return done(Object.assign(new Error('busy'), { responseCode: 451 }));
        }
        for (const { address } of session.envelope.rcptTo) post.arrived.push({ to: address, ...readable(whole) });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const post: Post = {
    url: `smtp://127.0.0.1:${port}`,
    arrived: [],
    refusing: 0,
    unknown: '',
    takes: 0,
    async next(to) {
      for (let waited = 0; waited < COMES_WITHIN_MS; waited += LOOK_EVERY_MS) {
        const at = post.arrived.findIndex((mail) => mail.to === to);
        if (at >= 0) return post.arrived.splice(at, 1)[0] as Arrived;
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
      throw new Error(`No mail came for ${to}.`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return post;
}

/** Head and text of a mail, whichever of the two ways that was packed for its journey. */
function readable(mail: string): Pick<Arrived, 'head' | 'text'> {
  const end = mail.indexOf('\r\n\r\n');
  const [head, body] = [mail.slice(0, end).replaceAll('\r\n', '\n'), mail.slice(end)];
  if (/^content-transfer-encoding: base64/im.test(head)) return { head, text: Buffer.from(body, 'base64').toString() };
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return { head, text: Buffer.from(bytes, 'latin1').toString() };
}
