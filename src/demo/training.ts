import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { validEntry } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { CourseEntry } from '../registry/training/course.entity.js';
import { CoursesService } from '../registry/training/courses.service.js';
import { ParticipationBatch } from '../registry/training/participation.entity.js';
import { ParticipationsService } from '../registry/training/participations.service.js';
import { ProgrammeEntry } from '../registry/training/programme.entity.js';
import { ProgrammesService } from '../registry/training/programmes.service.js';
import { idIn, idsByKey, idsIn } from './entered.js';
import { planTraining, programmes, type Sendable } from './training-plan.js';

/** Enters the courses of three years and who took part; goes on where it was interrupted. */
export async function loadTraining(app: INestApplicationContext, act: Act): Promise<void> {
  const entered = await idsByKey(app, 'select name as key, id from training_programmes');
  for (const programme of programmes) {
    if (entered.has(programme.name)) continue;
    const answer = await app.get(ProgrammesService).record(validEntry(ProgrammeEntry, programme), act);
    entered.set(programme.name, idIn(answer));
  }
  const courses = await idsByKey(app, 'select name as key, id from training_courses');
  const attended = await idsIn(app, 'select course_id as id from training_participations');
  for (const { programme, course, participants } of planTraining(await officers(app))) {
    const entry = validEntry(CourseEntry, { ...course, programmeId: entered.get(programme) });
    const id = courses.get(course.name) ?? idIn(await app.get(CoursesService).record(entry, act));
    if (attended.has(id)) continue;
    await app.get(ParticipationsService).recordAll(id, validEntry(ParticipationBatch, { items: participants }), act);
  }
}

/** Who leads cooperatives and credit funds, in the order in which they were entered. */
const officers = (app: INestApplicationContext): Promise<Sendable[]> =>
  app.get(Database).run<Sendable>({
    text: `select po.person_id as "personId", po.organization_id as "organizationId", po.position,
      po.valid_from as "validFrom", po.valid_to as "validTo"
      from positions po join organizations o on o.id = po.organization_id
      where po.voided_at is null and o.kind <> 'enterprise' order by po.id`,
    values: [],
  });
