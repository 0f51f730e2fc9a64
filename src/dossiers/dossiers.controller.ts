import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Id } from '../platform/http/allow.js';
import { Answers, AsOf, Shows } from '../platform/http/describe.js';
import { UnknownRecord } from '../platform/problems/request.problems.js';
import { Reader } from '../platform/reading/reader.js';
import type { Wanted } from '../platform/reading/wanted.js';
import type { Act } from '../platform/rights/act.js';
import { ownOrganizationRights, personalDataRights, personDossierRights } from './dossiers.rights.js';
import { OwnOrganization } from './own-organization.view.js';
import { PersonalData } from './personal-data.view.js';
import { PersonDossier } from './person-dossier.view.js';

@ApiTags('Dossiers')
@Controller('api/v1')
export class DossiersController {
  constructor(private readonly reader: Reader) {}

  @Get('people/:id/dossier')
  @Allow(personDossierRights.read)
  @Shows(PersonDossier, {
    summary: 'Everything about one person: positions, mandates, awards, training (hồ sơ cá nhân)',
    description: 'A member sees a person of its own organisation, and of the rest what belongs to that organisation.',
  })
  person(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(PersonDossier, id, wanted, act);
  }

  @Get('people/:id/personal-data')
  @Allow(personalDataRights.export)
  @Shows(PersonalData, {
    summary: 'All that is held about a person, its history, and who has seen it: for that person (quyền truy cập)',
    description: 'For whoever asks what the registry holds about him. It is recorded as an export.',
  })
  personalData(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(PersonalData, id, wanted, act);
  }

  @Get('me/organization')
  @Allow(ownOrganizationRights.read)
  @Shows(OwnOrganization, {
    summary: 'Everything about one’s own organisation (hồ sơ tổ chức của mình)',
    description: 'For the account of a member: the organisation that it speaks for.',
  })
  @Answers(UnknownRecord)
  ownOrganization(@AsOf() wanted: Wanted, @By() act: Act) {
    const { organizationId } = act.actor;
    if (organizationId === null) throw UnknownRecord();
    return this.reader.one(OwnOrganization, organizationId, wanted, act);
  }
}
