import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { validEntry } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import {
  AdmissionEntry,
  ExitEntry,
  ResumptionEntry,
  SuspensionEntry,
} from '../registry/memberships/membership.entity.js';
import { MembershipsService } from '../registry/memberships/memberships.service.js';
import { idIn } from './entered.js';
import { decisionDays, planMemberships, type PlannedMembership } from './memberships-plan.js';
import { admissionPaper, exitPaper, suspensionPaper, type Papers } from './papers.js';
import type { DemoOrganization } from './plan.js';
import { toEach } from './random.js';

/** What of a membership is in the registry already. */
interface Known {
  id: string;
  number: string;
  suspended: boolean;
  resumed: boolean;
  ended: boolean;
}

/**
 * Admits, suspends, resumes and ends as planned, each by its decision; goes on where it was interrupted.
 * @param papers enters a decision
 */
export async function loadMemberships(
  app: INestApplicationContext,
  organizations: readonly DemoOrganization[],
  papers: Papers,
  act: Act,
): Promise<void> {
  const service = app.get(MembershipsService);
  const known = await knownMemberships(app.get(Database));
  const decisions = new Map<string, string>();
  await toEach(decisionDays, async (day) => void decisions.set(day, await papers(admissionPaper(day))));
  const live = async (planned: PlannedMembership) => {
    const { organizationId, number, admittedOn, suspension, exit } = planned;
    const before = known.get(number);
    const admission = {
      organizationId,
      number,
      category: 'official',
      admittedOn,
      admittedByDocumentId: decisions.get(admittedOn),
    };
    const id = before?.id ?? idIn(await service.admit(validEntry(AdmissionEntry, admission), act));
    if (suspension && !before?.suspended) {
      const documentId = await papers(suspensionPaper(number, suspension.from));
      const rest = { suspendedOn: suspension.from, ground: 'Tạm ngừng hoạt động', documentId };
      await service.suspend(id, validEntry(SuspensionEntry, rest), act);
    }
    if (suspension && !before?.resumed)
      await service.resume(id, validEntry(ResumptionEntry, { resumedOn: suspension.to }), act);
    if (exit && !before?.ended) {
      const documentId = await papers(exitPaper(number, exit.on, exit.kind));
      const left = { kind: exit.kind, endedOn: exit.on, ground: exit.ground, documentId };
      await service.end(id, validEntry(ExitEntry, left), act);
    }
  };
  const planned = planMemberships(organizations);
  const first = new Map(planned.toReversed().map((one) => [one.organizationId, one]));
  await toEach([...first.values()].toReversed(), live);
  await toEach(
    planned.filter((one) => first.get(one.organizationId) !== one),
    live,
  );
}

async function knownMemberships(database: Database): Promise<Map<string, Known>> {
  const rows = await database.run<Known>({
    text: `select m.id, m.number, m.ended_on is not null as ended, s.id is not null as suspended, s.resumed_on is not null as resumed
      from memberships m left join membership_suspensions s on s.membership_id = m.id`,
    values: [],
  });
  return new Map(rows.map((row) => [row.number, row]));
}
