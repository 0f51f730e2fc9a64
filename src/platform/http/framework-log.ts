import { ConsoleLogger } from '@nestjs/common';
import { StartRefusal } from '../problems/start-refusal.js';

/** What the framework and the rooms log: a line of JSON each, as requests are logged. A start that is refused is told once, by whoever starts. */
export class FrameworkLog extends ConsoleLogger {
  constructor() {
    super({ json: true, logLevels: ['error', 'fatal'] });
  }

  override error(message: unknown, ...rest: unknown[]): void {
    if (!(message instanceof StartRefusal)) super.error(message, ...rest);
  }
}
