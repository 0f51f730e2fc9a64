import { rights } from '../platform/rights/rights.js';
import { AccountView } from './account.view.js';
import { ApiKeyView } from './api-key.view.js';
import { IdentityView, RefusedIdentityView } from './identity.view.js';
import { MeView } from './me.view.js';

/** Administrators keep the accounts of their alliance and of those below it. */
export const accountRights = rights(
  AccountView,
  ['read', 'record', 'correct', 'disable', 'signOut', 'setPassword', 'removeSecondFactor'],
  (may) => [
    may('administrator', 'read', 'record', 'correct', 'disable', 'signOut', 'setPassword', 'removeSecondFactor').within(
      'alliance',
    ),
  ],
);

/** A key may no more than its maker, or than an auditor, who writes nothing and sees no masked value. */
export const apiKeyRights = rights(ApiKeyView, ['read', 'record', 'revoke'], (may) => [
  may('administrator', 'read', 'record', 'revoke').within('alliance'),
  may('secretariat', 'read', 'record', 'revoke').within('alliance'),
]);

export const identityRights = rights(IdentityView, ['read', 'link', 'void'], (may) => [
  may('administrator', 'read', 'link', 'void').within('alliance'),
]);

/** A stranger belongs to no alliance yet: every administrator sees that he knocked. */
export const refusedIdentityRights = rights(RefusedIdentityView, ['read'], (may) => [
  may('administrator', 'read').everywhere(),
]);

/** What everybody may with regard to himself: the route knows no other id than the actor's. */
export const ownRights = rights(MeView, ['read', 'signOut', 'changePassword', 'secure'], (may) => [
  may('administrator', 'read', 'signOut', 'changePassword', 'secure').everywhere(),
  may('secretariat', 'read', 'signOut', 'changePassword', 'secure').everywhere(),
  may('auditor', 'read', 'signOut', 'changePassword', 'secure').everywhere(),
  may('member', 'read', 'signOut', 'changePassword', 'secure').everywhere(),
]);
