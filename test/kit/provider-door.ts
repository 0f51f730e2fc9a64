import { Client } from './client.js';
import { settingsFor, type Registered } from './registered.js';
import { hostServer, type HostedServer } from './hosted.js';
import type { Stage } from './story.js';

/** The registry's door for those who come by way of a provider: a second server on a story's database, made when first asked for. */
export class ProviderDoor {
  private server: HostedServer | undefined;

  constructor(private readonly provider: Registered) {}

  /** @param more settings of its server, when it is made */
  async of({ databaseUrl }: Stage, more: Readonly<Record<string, string>> = {}): Promise<Client> {
    const { url } = (this.server ??= await hostServer(databaseUrl, { ...settingsFor(this.provider), ...more }));
    return new Client(
      'anonymous',
      () => url,
      () => Promise.resolve({}),
    );
  }

  /** Ends the server, and the provider after it. */
  async close(): Promise<void> {
    await this.server?.stop();
    await this.provider.stop();
  }
}
