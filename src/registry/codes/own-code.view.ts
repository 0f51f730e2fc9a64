import { ReadModel } from '../../platform/reading/read-model.js';
import { day, id, integer, text } from '../../platform/reading/view-fields.js';
import { codeOffered } from './code.view.js';

export class OwnCodeView extends ReadModel({
  says: 'A code that an alliance added to an open list',
  from: 'own_codes oc',
  inForce: codeOffered('oc'),
  scopes: { alliance: 'oc.alliance_id' },
  version: 'oc.version',
  updatedAt: 'oc.updated_at',
  order: 'code',
  fields: {
    id: id('oc.id', 'Its id'),
    allianceId: id('oc.alliance_id', 'The alliance whose own it is', { filter: 'is' }),
    list: text('oc.list', 'The list, for `/api/v1/codes/{list}`', { filter: 'is', example: 'membership_category' }),
    code: text('oc.code', 'The code, as records hold it', { filter: 'is', sort: true, example: 'sponsor' }),
    vi: text('oc.vi', 'Vietnamese label', { example: 'Thành viên bảo trợ' }),
    en: text('oc.en', 'English label', { example: 'Sponsor' }),
    rank: integer('oc.rank', 'Its place in the list'),
    validFrom: day('oc.valid_from', 'First day of the code', { nullable: true }),
    validTo: day(
      'oc.valid_to',
      'First day on which it is no longer offered; what is entered of earlier times may still have it',
      { nullable: true },
    ),
    version: integer('oc.version', 'Counts its writes; the first part of the ETag'),
  },
}) {}
