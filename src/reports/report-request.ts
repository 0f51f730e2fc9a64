import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { fileFormats, type FileFormat } from '../platform/files/file-format.js';
import { QueryReader, type Query } from '../platform/reading/query.js';
import { UnknownRecord } from '../platform/problems/request.problems.js';
import type { Wanted } from '../platform/reading/wanted.js';
import type { Act } from '../platform/rights/act.js';

/** What a report is asked for. A route reads its own parameters from `query`, and then `finish`es. */
export class Asked {
  /** The alliance that it is asked about alone; null = all within reach. */
  readonly allianceId: string | null;

  constructor(
    readonly query: QueryReader,
    /** The file that the answer is; null = JSON. */
    readonly file: FileFormat | null,
  ) {
    this.allianceId = query.id('allianceId');
  }

  /** The day, today by default, and the instant as of which the registry is asked. */
  wanted(): Wanted {
    return this.query.time();
  }

  /** The days that `from` and `to` name; from 1 January of the year of a day until that day where they do not. */
  period(asOf: string): { from: string; to: string } {
    const from = this.query.day('from') ?? `${asOf.slice(0, 4)}-01-01`;
    return { from, to: this.query.lastDay('to', from, asOf) };
  }

  /**
   * The act within the alliance that is asked about alone, or else within all that it reaches.
   * @throws Problem 404 for one beyond them
   */
  within(act: Act): Act {
    if (this.allianceId === null) return act;
    const within = act.within([this.allianceId]);
    if (within.actor.allianceIds.length === 0) throw UnknownRecord();
    return within;
  }

  /** Refuses what was found wrong, and whatever else was sent. @param own the parameters of this report alone */
  finish(...own: string[]): void {
    this.query.finish([...own, 'allianceId', 'asOf', 'knownAt', 'format']);
  }
}

/** The parameter of a route that answers a report. */
export const AskedFor = createParamDecorator<undefined, Asked>((_, context: ExecutionContext) => {
  const { query, headers } = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: Query }>>();
  const reader = new QueryReader(query);
  return new Asked(reader, reader.file(headers.accept, fileFormats));
});
