import type { Client } from './client.js';
import { nextNumber, person, position } from './makers.js';
import type { Json } from './reply.js';

/** A programme: `POST /training-programmes`. */
export const programme = (more: Json = {}): Json => ({
  name: `Bồi dưỡng cán bộ quản lý HTX ${nextNumber()}`,
  kind: 'short_course',
  audience: 'managers',
  funding: 'state_programme',
  ...more,
});

/** A course of one week: `POST /training-courses`. */
export const course = (more: Json = {}): Json => ({
  name: `Quản trị hợp tác xã, khóa ${nextNumber()}`,
  startsOn: '2021-05-10',
  endsOn: '2021-05-14',
  place: 'Hội trường Liên minh',
  organiser: 'Liên minh HTX thành phố',
  hours: 40,
  ...more,
});

/** Somebody who took part: an item of `POST /training-courses/{id}/participations`. */
export const participant = (personId: string, organizationId: string, more: Json = {}): Json => ({
  personId,
  organizationId,
  result: 'completed',
  ...more,
});

/** Enters a person who holds a position in an organisation, and answers the person's id. */
export async function entersOfficer(by: Client, organizationId: string, more: Json = {}): Promise<string> {
  const { id } = await by.post('people', person()).created();
  await by.post('positions', position(id, organizationId, more)).created();
  return id;
}

/** Enters who took part in a course, and answers the ids of the participations. */
export async function teaches(by: Client, courseId: string, ...items: Json[]): Promise<string[]> {
  const { body } = await by.post(`training-courses/${courseId}/participations`, { items }).is();
  return body['ids'] as string[];
}
