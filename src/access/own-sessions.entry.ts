import { ApiProperty } from '@nestjs/swagger';
import { Reference, Text } from '../platform/records/fields.js';
import { passwordWords } from './passwords.js';

/** Where somebody is signed in. */
export class OwnSession {
  @ApiProperty({ description: 'Its id', format: 'uuid' }) readonly id!: string;
  @ApiProperty({ description: 'When it began', format: 'date-time' }) readonly startedAt!: string;
  @ApiProperty({ description: 'When it was last refreshed', format: 'date-time', nullable: true, type: String })
  readonly refreshedAt!: string | null;
  @ApiProperty({ description: 'When it ends unless it is refreshed', format: 'date-time' }) readonly endsAt!: string;
  @ApiProperty({ description: 'Whether it began by single sign-on' }) readonly singleSignOn!: boolean;
  @ApiProperty({ description: 'Whether it is the one that asks' }) readonly present!: boolean;
}

export class OwnSessionList {
  @ApiProperty({ description: 'The latest first', type: [OwnSession], maxItems: 10_000 })
  readonly items!: OwnSession[];
}

export class SessionEndingEntry {
  @Text({ ...passwordWords, says: 'The present password', vi: 'mật khẩu' }) password!: string;
  @Reference('sessions', { says: 'The session that ends; left out, all but the one that asks', optional: true })
  sessionId!: string | null;
}

export class SessionsEnded {
  @ApiProperty({ description: 'How many ended', minimum: 0, type: 'integer', format: 'int32' }) readonly ended!: number;
}
