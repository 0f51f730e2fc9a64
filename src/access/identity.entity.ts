import { fieldRule } from '../platform/problems/field-rules.js';
import { isIssuer } from '../platform/config/addresses.js';
import { EntryOf, Grounded } from '../platform/records/entries.js';
import { Reference, Text } from '../platform/records/fields.js';
import { Record, RegistryRecord } from '../platform/records/record.js';

const NOT_AN_ISSUER = fieldRule('not-an-issuer', {
  vi: 'Phải là địa chỉ https của nhà cung cấp, không có tham số.',
  en: 'It must be the https address of a provider, without parameters.',
});

/** Whom a provider of single sign-on means by a subject. It is never corrected: a wrong one is voided. */
@Record('account_identities', { says: 'An identity at a provider that signs an account in', vi: 'Danh tính đăng nhập' })
export class Identity extends RegistryRecord {
  @Reference('accounts', { says: 'The account that it signs in' }) accountId!: string;
  @Text({
    max: 300,
    says: 'The provider, exactly as it names itself (`iss`)',
    vi: 'nhà cung cấp',
    rule: { rule: NOT_AN_ISSUER, holds: (value) => isIssuer(value as string) },
    example: 'https://login.example.vn',
  })
  issuer!: string;
  @Text({
    max: 255,
    says: 'Whom it means, exactly as it says (`sub`): never an e-mail address, which changes hands',
    vi: 'định danh',
    verbatim: true,
    audit: 'personal',
    example: '248289761001',
  })
  subject!: string;
}

export class IdentityEntry extends EntryOf(Identity, ['issuer', 'subject']) {}
export class IdentityVoidingEntry extends Grounded {}
