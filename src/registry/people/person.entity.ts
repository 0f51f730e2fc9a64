import { isEmail } from 'class-validator';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { fieldRule } from '../../platform/problems/field-rules.js';
import { closedList, type CodeOf } from '../../platform/records/code-list.js';
import { Code, Day, Instant, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';

const NOT_A_PHONE_NUMBER = fieldRule('not-a-phone-number', {
  vi: 'Không phải số điện thoại.',
  en: 'It is no telephone number.',
});
const NOT_AN_IDENTITY_NUMBER = fieldRule('not-an-identity-number', {
  vi: 'Phải là số định danh cá nhân gồm 12 chữ số.',
  en: 'It must be a personal identity number of 12 digits.',
});

export const personSexes = closedList('person_sex', ['male', 'female']);

/** A number that can be called, in E.164 (`+84912345678`); a number without a country is Vietnamese. */
function e164(text: string): string | null {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'VN', extract: false });
  return number?.isValid() && !number.ext ? number.number : null;
}

const phoneNumber = { rule: NOT_A_PHONE_NUMBER, holds: (value: unknown) => e164(value as string) !== null };
const emailAddress = { rule: 'not-an-email', holds: (value: unknown) => isEmail(value) };
const identityNumber = {
  rule: NOT_AN_IDENTITY_NUMBER,
  holds: (value: unknown) => /^[0-9]{12}$/.test(value as string),
};

@Record('people', {
  says: 'A person who holds, or held, an office',
  vi: 'Cá nhân',
  scopes: {
    alliance: 'alliance_id',
    organization: `exists (select from positions po where po.person_id = people.id and po.voided_at is null
      and po.organization_id = :ownOrganizationId)`,
  },
})
export class Person extends RegistryRecord {
  @Text({
    max: 100,
    says: 'The whole name as written',
    vi: 'họ và tên',
    audit: 'personal',
    example: 'Nguyễn Thị Minh An',
  })
  fullName!: string;
  @Code(personSexes, { says: 'Sex', vi: 'giới tính', optional: true, audit: 'personal', example: 'female' })
  sex!: CodeOf<typeof personSexes> | null;
  @Day({ says: 'Day of birth', vi: 'ngày sinh', past: true, optional: true, audit: 'personal', example: '1974-08-19' })
  birthDate!: string | null;
  @Text({
    max: 30,
    says: 'Telephone number, kept in E.164; Vietnamese when no country is written',
    vi: 'điện thoại',
    optional: true,
    audit: 'personal',
    rule: phoneNumber,
    clean: (text) => e164(text) ?? text,
    example: '0912 345 678',
  })
  phone!: string | null;
  @Text({ max: 254, says: 'E-mail address', optional: true, audit: 'personal', format: 'email', rule: emailAddress })
  email!: string | null;
  @Text({
    max: 20,
    says: 'Personal identity number of 12 digits; never required; shown in full only in all that is held about the person',
    vi: 'số định danh cá nhân',
    optional: true,
    audit: 'personal',
    rule: identityNumber,
    clean: (text) => text.replace(/[ .-]/g, ''),
    example: '031174001234',
  })
  identityNumber!: string | null;
  @Text({
    max: 300,
    says: 'Office outside the cooperatives',
    vi: 'chức vụ công tác',
    optional: true,
    audit: 'personal',
  })
  publicOffice!: string | null;
  @Instant({ says: 'When the personal values were erased, by the law; the record never has any again', optional: true })
  erasedAt!: string | null;
}
