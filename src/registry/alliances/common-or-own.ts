import type { RegistryRecord } from '../../platform/records/record.js';

/** Whose rows of a catalogue an alliance sees: the common ones and its own. */
export const commonOrOwn = (alias = '') =>
  `(${alias}alliance_id is null or ${alias}alliance_id = any(:ownAllianceIds))`;

/** Whether a row of a catalogue holds for all alliances, so that none of them changes it. */
export const isCommon = ({ allianceId }: RegistryRecord): boolean => (allianceId as string | null) === null;
