import { rights } from '../../platform/rights/rights.js';
import { ManagerCoverageView } from './coverage.view.js';
import { TrainingCourseView } from './course.view.js';
import { TrainingParticipationView } from './participation.view.js';
import { TrainingProgrammeView } from './programme.view.js';

export const programmeRights = rights(TrainingProgrammeView, ['read', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('alliance'),
]);

/** A course's history tells of participants of all organisations: more than one of them may see. */
export const courseRights = rights(TrainingCourseView, ['read', 'readHistory', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'readHistory', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read', 'readHistory').within('alliance'),
  may('member', 'read').within('alliance'),
]);

export const participationRights = rights(TrainingParticipationView, ['read', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('organization'),
]);

export const coverageRights = rights(ManagerCoverageView, ['read'], (may) => [
  may('secretariat', 'read').within('alliance'),
  may('auditor', 'read').within('alliance'),
]);
