import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How often connections are looked at, and how long a client may take to read an answer: at least so long, and longer by its length. */
export interface Patience {
  readonly lookEveryMs: number;
  readonly atLeastMs: number;
  readonly bytesPerSecond: number;
}
const PATIENCE: Patience = { lookEveryMs: 5_000, atLeastMs: 30_000, bytesPerSecond: 32 * 1024 };

/** A reader who is behind: what had been handed over when that was seen, and until when he has time. */
interface Behind {
  readonly handed: number;
  readonly until: number;
}

/**
 * Minds the answers that were handed over and not read yet: a server that stops waits for them as long as it waits at all, and
 * nobody who does not read keeps one in memory for ever.
 */
export function watchUnreadAnswers(server: Server, patience: Patience = PATIENCE): void {
  const connections = new Map<Socket, Behind | null>();
  server.on('connection', (socket) => {
    connections.set(socket, null);
    socket.once('close', () => connections.delete(socket));
  });

  // To Node a connection is idle once its answer is handed over, whoever has still to read it: all of them wait for that one.
  const closeIdle = server.closeIdleConnections.bind(server);
  server.closeIdleConnections = () => {
    if ([...connections.keys()].every(isRead)) closeIdle();
  };

  const look = setInterval(() => {
    for (const [socket, behind] of connections) {
      if (isRead(socket)) connections.set(socket, null);
      else if (behind?.handed !== socket.bytesWritten) connections.set(socket, behindOf(socket, patience));
      else if (performance.now() > behind.until) socket.destroy();
    }
  }, patience.lookEveryMs).unref();
  server.once('close', () => clearInterval(look));
}

const isRead = ({ writableLength }: Socket): boolean => writableLength === 0;

const behindOf = ({ bytesWritten, writableLength }: Socket, { atLeastMs, bytesPerSecond }: Patience): Behind => ({
  handed: bytesWritten,
  until: performance.now() + atLeastMs + (writableLength / bytesPerSecond) * 1000,
});
