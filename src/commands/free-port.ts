import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Settings } from '../platform/config/settings.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';

/**
 * Sees that the server will be able to listen, before anything else is started.
 * @throws StartRefusal when the port is taken or the address is not this machine's
 */
export async function requireFreePort(settings: Settings): Promise<void> {
  const { host, port } = settings;
  if (port === 0) return;
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
    probe.close();
    await once(probe, 'close');
  } catch (error) {
    throw refusalOfListening(error, settings) ?? error;
  }
}

const reasons: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_, port) => `Port ${port} is taken by another program: stop it, or choose another with PORT.`,
  EACCES: (_, port) => `This account may not listen on port ${port}: choose one from 1024 with PORT.`,
  EADDRNOTAVAIL: (host) => `The address ${host} is not one of this machine's: choose another with HOST.`,
  ENOTFOUND: (host) => `The host name ${host} is not known: choose another with HOST.`,
  EAI_AGAIN: (host) => `The host name ${host} is not known: choose another with HOST.`,
};

/** The refusal behind a failure to listen, undefined when it is another failure. */
export function refusalOfListening(error: unknown, { host, port }: Settings): StartRefusal | undefined {
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  const { syscall } = error as NodeJS.ErrnoException;
  return reason && /^(listen|bind|getaddrinfo)$/.test(syscall ?? '') ? new StartRefusal(reason(host, port)) : undefined;
}
