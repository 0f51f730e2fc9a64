import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { HistoryView } from '../../platform/audit/history.view.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { StillUsed } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { DeclaredFiguresEntry, DocumentCorrection, DocumentEntry } from './document.entries.js';
import { DeclaredFigureView, DocumentView } from './document.view.js';
import * as problems from './documents.problems.js';
import { documentRights } from './documents.rights.js';
import { DocumentsService } from './documents.service.js';

@ApiTags('Documents')
@Controller('api/v1')
export class DocumentsController {
  constructor(
    private readonly reader: Reader,
    private readonly service: DocumentsService,
    private readonly histories: History,
  ) {}

  @Get('documents')
  @Allow(documentRights.read)
  @Lists(DocumentView, {
    summary: 'The papers behind the facts, the newest first',
    description: 'With `ever=true` also those issued later, or voided.',
  })
  list(@WantedOf(DocumentView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(DocumentView, wanted, act);
  }

  @Get('documents/:id')
  @Allow(documentRights.read)
  @Shows(DocumentView, { summary: 'One document with the figures that it declares' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(DocumentView, id, wanted, act);
  }

  @Get('documents/:id/history')
  @Allow(documentRights.read)
  @Lists(HistoryView, { summary: 'What was written about a document, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(DocumentView, id, wanted, act);
  }

  @Post('documents')
  @Allow(documentRights.record)
  @Enters(DocumentView, { summary: 'Enter a document', problems: [problems.DocumentCodeTaken] })
  record(@Body(valid) entry: DocumentEntry, @By() act: Act) {
    return this.service.record(entry, act);
  }

  @Patch('documents/:id')
  @Allow(documentRights.correct)
  @Corrects(DocumentView, {
    summary: 'Correct a document; both versions are kept',
    problems: [problems.DocumentCodeTaken],
  })
  correct(@Id() id: string, @Body(valid) correction: DocumentCorrection, @By() act: Act) {
    return this.service.correct(id, correction, act);
  }

  @Post('documents/:id/declared-figures')
  @Allow(documentRights.record, { bulk: true })
  @Enters(DocumentView, {
    summary: 'Enter the figures that a document declares',
    problems: [problems.FigureDeclaredTwice, problems.FigureIncomplete],
  })
  declare(@Id() id: string, @Body(valid) entry: DeclaredFiguresEntry, @By() act: Act) {
    return this.service.declare(id, entry, act);
  }

  @Post('documents/:id/voidings')
  @Allow(documentRights.void)
  @Enters(DocumentView, { summary: 'Take back a document entered by mistake', problems: [StillUsed] })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.service.void(id, entry, act);
  }

  @Get('declared-figures/:id')
  @Allow(documentRights.read)
  @Shows(DeclaredFigureView, { summary: 'One declared figure with its document' })
  figure(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(DeclaredFigureView, id, wanted, act);
  }

  @Post('declared-figures/:id/voidings')
  @Allow(documentRights.void)
  @Enters(DeclaredFigureView, { summary: 'Take back a figure that was entered wrongly, to declare it anew' })
  voidFigure(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.service.voidFigure(id, entry, act);
  }
}
