import type { Client } from './client.js';
import { award, awardDecision, entersIssuingBody, entersOrganization, formOf, person } from './makers.js';
import type { Json, Reply } from './reply.js';

/** An issuing body, a form, a collective and an individual: what a decision needs. */
export async function beginnings(by: Client) {
  const body = await entersIssuingBody(by);
  const form = await formOf(by, 'bk_bn');
  const { id: organizationId } = await entersOrganization(by);
  const { id: personId } = await by.post('people', person()).created();
  return { body, form, organizationId, personId };
}

/** The awards nested in a decision's answer. */
export const awardsIn = ({ body }: Reply) => body['awards'] as ({ id: string } & Json)[];

/** Enters a decision with one award to a new organisation, and answers the award's id. */
export async function awards(by: Client, more: Json = {}, ofDecision: Json = {}): Promise<string> {
  const { body, form, organizationId } = await beginnings(by);
  const entry = awardDecision(body, [award(form, { organizationId, ...more })], ofDecision);
  return String(awardsIn(await by.post('award-decisions', entry).created())[0]?.id);
}
