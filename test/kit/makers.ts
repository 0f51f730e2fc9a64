import type { Client } from './client.js';
import type { Json, Reply } from './reply.js';
import { nextTaxCode } from './tax-code.js';

let made = 0;
/** A number that no other record of this file has. */
export const nextNumber = (): string => String((made += 1)).padStart(4, '0');

/** An organisation as the secretariat would enter it: `POST /organizations`. */
export function organization({ name, on = '2018-03-20', ...more }: { name?: string; on?: string } & Json = {}): Json {
  return {
    kind: 'cooperative',
    taxCode: nextTaxCode(),
    registrationNumber: `GCN-${nextNumber()}`,
    field: 'agriculture',
    sector: 'agricultural_services',
    foundedOn: on,
    foundedPrecision: 'day',
    organizingLaw: 'cooperatives_2012',
    names: [{ name: name ?? `Hợp tác xã Nông nghiệp Đông Đô ${nextNumber()}`, validFrom: on }],
    addresses: [],
    statuses: [{ status: 'operating', validFrom: on }],
    ...more,
  };
}

/** An admission: `POST /memberships`. */
export const admission = (organizationId: string, more: Json = {}): Json => ({
  organizationId,
  number: nextNumber(),
  category: 'official',
  admittedOn: '2018-05-11',
  ...more,
});

/** A decision: `POST /documents`. */
export const decision = (more: Json = {}): Json => ({
  code: `QD-${nextNumber()}`,
  kind: 'decision',
  number: `${nextNumber()}/QĐ-LM`,
  issuedOn: '2018-05-10',
  title: 'Quyết định kết nạp thành viên',
  ...more,
});

/** A person: `POST /people`. */
export const person = (more: Json = {}): Json => ({
  fullName: `Nguyễn Thị Minh ${nextNumber()}`,
  sex: 'female',
  ...more,
});

/** A position in an organisation: `POST /positions`. */
export const position = (personId: string, organizationId: string, more: Json = {}): Json => ({
  personId,
  organizationId,
  position: 'director',
  validFrom: '2018-03-20',
  ...more,
});

/** What a decision awards to one recipient; without one it is not complete. */
export const award = (formId: string, more: Json = {}): Json => ({
  formId,
  recipientKind: 'collective',
  kind: 'movement',
  ...more,
});

/** A decision that awards: `POST /award-decisions`. */
export const awardDecision = (issuingBodyId: string, awards: readonly Json[], more: Json = {}): Json => ({
  number: `${nextNumber()}/QĐ-UBND`,
  decidedOn: '2020-11-18',
  issuingBodyId,
  signer: 'Nguyễn Văn Tùng',
  signerOffice: 'Chủ tịch',
  awards,
  ...more,
});

/** Enters an issuing body, and answers its id. */
export async function entersIssuingBody(by: Client, more: Json = {}): Promise<string> {
  const names = [{ name: `Ủy ban nhân dân ${nextNumber()}`, validFrom: '1994-01-01' }];
  return (await by.post('issuing-bodies', { level: 'province', names, ...more }).created()).id;
}

/** The id of a form of the catalogue. */
export async function formOf(by: Client, code: string): Promise<string> {
  const { items } = await by.get('award-forms', { code, ever: true });
  return String(items[0]?.['id']);
}

/** Enters an organisation, and answers it. */
export const entersOrganization = async (by: Client, more: Parameters<typeof organization>[0] = {}): Promise<Reply> =>
  by.post('organizations', organization(more)).created();

/** Enters an organisation and admits it, and answers the membership. */
export async function admits(by: Client, more: Json = {}, of: Parameters<typeof organization>[0] = {}): Promise<Reply> {
  const { id } = await entersOrganization(by, of);
  return by.post('memberships', admission(id, more)).created();
}

let congresses = 6;
/** A congress of the city: `POST /congresses`. */
export const congress = ({ startsOn = '2020-11-27', ...more }: Json & { startsOn?: string } = {}): Json => ({
  level: 'provincial',
  ordinal: (congresses += 1),
  termName: '2020–2025',
  startsOn,
  endsOn: startsOn,
  motto: 'Hợp tác – đổi mới – phát triển – hiệu quả',
  ...more,
});

/** An official delegate: `POST /delegations/{id}/delegates`. */
export const delegate = (personId: string, more: Json = {}): Json => ({
  personId,
  kind: 'official',
  basis: 'elected',
  namedOn: '2020-11-20',
  ...more,
});
