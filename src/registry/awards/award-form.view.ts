import { inForceOnDay } from '../../platform/reading/on-day.js';
import { ReadModel } from '../../platform/reading/read-model.js';
import { code, day, flag, id, text, writesOf } from '../../platform/reading/view-fields.js';
import { commonOrOwn } from '../alliances/common-or-own.js';
import { issuingBodyLevels } from '../documents/document.entity.js';
import { awardFormClasses } from './award-form.entity.js';

const fields = {
  id: id('af.id', 'Its id'),
  code: text('af.code', 'Code', { filter: 'is', sort: true, example: 'bk_bn' }),
  class: code(awardFormClasses, 'af.class', 'Title, form or honour', { filter: 'is' }),
  nameVi: text('af.name_vi', 'Vietnamese name', {
    sort: 'af.name_vi collate "vi-x-icu"',
    example: 'Bằng khen của bộ, ban, ngành, tỉnh',
  }),
  nameEn: text('af.name_en', 'English name', { nullable: true }),
};

/** What is awarded, named inside another record's answer. */
export class AwardFormName extends ReadModel({
  says: 'A title, form or honour by its names',
  from: 'award_forms af',
  scopes: {},
  fields,
}) {}

export class AwardFormView extends ReadModel({
  says: 'A title, form of commendation or honour of the catalogue',
  from: 'award_forms af',
  inForce: `af.voided_at is null and ${inForceOnDay('af')}`,
  scopes: { alliance: commonOrOwn('af.') },
  version: 'af.version',
  updatedAt: 'af.updated_at',
  search: {
    says: 'its code and its names',
    sql: `fold(af.code || ' ' || af.name_vi || ' ' || coalesce(af.name_en, '')) like :q`,
  },
  order: 'code',
  fields: {
    ...fields,
    allianceId: id('af.alliance_id', 'The alliance whose own it is; null when it holds for all', {
      nullable: true,
      filter: 'is',
    }),
    law: text('af.law', 'The law behind it', { nullable: true }),
    issuedBy: text('af.issued_by', 'Who may issue it', { nullable: true }),
    issuerLevel: code(
      issuingBodyLevels,
      'af.issuer_level',
      'Level of the issuing body, where it belongs to one alone',
      {
        nullable: true,
        filter: 'is',
      },
    ),
    toCollective: flag('af.to_collective', 'Whether collectives get it', { filter: 'is' }),
    toIndividual: flag('af.to_individual', 'Whether individuals get it', { filter: 'is' }),
    validFrom: day('af.valid_from', 'First day on which it can be awarded', { filter: 'range', sort: true }),
    validTo: day('af.valid_to', 'First day on which it no longer can', {
      nullable: true,
      filter: 'range',
      beyond: 'af.voided_at is null',
    }),
    ...writesOf('af'),
  },
}) {}
