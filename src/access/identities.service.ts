import { Inject, Injectable } from '@nestjs/common';
import { fieldRule } from '../platform/problems/field-rules.js';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { invalidField } from '../platform/problems/request.problems.js';
import type { Act } from '../platform/rights/act.js';
import { AccessWork } from './access-work.js';
import { IdentityTaken, OwnWayIn } from './access.problems.js';
import { Account } from './account.entity.js';
import { Identity, type IdentityEntry, type IdentityVoidingEntry } from './identity.entity.js';
import { IdentityView } from './identity.view.js';

const NOT_THE_PROVIDER = fieldRule('not-the-provider', {
  vi: 'Máy chủ chỉ dùng nhà cung cấp {issuer}, viết đúng như vậy.',
  en: 'This registry has the provider {issuer}, written just so.',
});

/** Who may sign in by single sign-on: only whom an administrator linked. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly work: AccessWork,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'oidcIssuer'>,
  ) {}

  /** Whoever the provider vouches for as this subject signs in as the account. (Liên kết) @throws IdentityTaken, OwnWayIn */
  link(accountId: string, entry: IdentityEntry, act: Act) {
    const { issuer, subject } = entry;
    const { oidcIssuer } = this.settings;
    if (oidcIssuer !== null && issuer !== oidcIssuer)
      throw invalidField('/issuer', NOT_THE_PROVIDER, { issuer: oidcIssuer });
    return this.work.run(act, entry, async (registry) => {
      const { allianceId } = await registry.take(Account, accountId);
      if (accountId === act.actor.id) throw OwnWayIn();
      const taken = await registry.ask(
        `select from account_identities where issuer = :issuer and subject = :subject and voided_at is null`,
        { issuer, subject },
      );
      if (taken.length > 0) throw IdentityTaken();
      const { id } = await registry.add(Identity, { accountId, issuer, subject, allianceId });
      return registry.showCreated(IdentityView, id, {}, 'identities');
    });
  }

  /** It signs nobody in any more; the database ends the account's sessions. (Hủy liên kết) */
  void(id: string, entry: IdentityVoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const { accountId } = await registry.look(Identity, id);
      await registry.hold(Account, accountId); // whoever changes who may come in holds the account first
      const identity = await registry.take(Identity, id);
      await registry.void(identity, entry.reason);
      return registry.showCreated(IdentityView, id);
    });
  }
}
