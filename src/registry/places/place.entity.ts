import { closedList } from '../../platform/records/code-list.js';
import { Day, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';

export const placeLevels = closedList('place_level', ['province', 'district', 'commune']);

/** Reference data of nobody; only named by other records. */
@Record('places', { says: 'An administrative unit in its period', vi: 'Đơn vị hành chính', scopes: {} })
/** @public */
export class Place extends RegistryRecord {
  @Text({ max: 10, says: 'Official code; only with its period does it name a unit' }) code!: string;
  @Day({ says: 'First day of the unit' }) validFrom!: string;
}
