import { inForceOnDay } from '../../platform/reading/on-day.js';
import { ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, writesOf } from '../../platform/reading/view-fields.js';
import { commonOrOwn } from '../alliances/common-or-own.js';
import { positionCodes } from './position.entity.js';

export class ManagerPositionView extends ReadModel({
  says: 'A position that counts as a manager’s (cán bộ quản lý) from a day to a day',
  from: 'manager_positions mp',
  inForce: `mp.voided_at is null and ${inForceOnDay('mp')}`,
  scopes: { alliance: commonOrOwn('mp.') },
  version: 'mp.version',
  updatedAt: 'mp.updated_at',
  order: 'positionCode',
  fields: {
    id: id('mp.id', 'Its id'),
    allianceId: id('mp.alliance_id', 'The alliance that counts it so; null when all do', {
      nullable: true,
      filter: 'is',
    }),
    positionCode: code(positionCodes, 'mp.position_code', 'The position', { filter: 'is', sort: true }),
    validFrom: day('mp.valid_from', 'First day on which it counts', { filter: 'range', sort: true }),
    validTo: day('mp.valid_to', 'First day on which it no longer counts', {
      nullable: true,
      filter: 'range',
      beyond: 'mp.voided_at is null',
    }),
    ...writesOf('mp'),
  },
}) {}
