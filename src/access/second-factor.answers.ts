import { ApiProperty } from '@nestjs/swagger';

/** The answer to an enrolment: the only one that ever shows the secret. */
export class Enrolment {
  @ApiProperty({
    description: 'For a code that the app scans; shown this once, null when the answer is a repetition',
    maxLength: 500,
    nullable: true,
    type: String,
    example: 'otpauth://totp/…',
  })
  readonly url!: string | null;
  @ApiProperty({ description: 'The same secret, to be typed', maxLength: 64, nullable: true, type: String })
  readonly secret!: string | null;
}

/** The answer to the first code. */
export class Confirmed {
  @ApiProperty({
    description: 'Each opens once when the app is lost; shown this once, null when the answer is a repetition',
    type: [String],
    maxItems: 10,
    nullable: true,
  })
  readonly recoveryCodes!: string[] | null;
}

export class SecondFactorRemoved {
  @ApiProperty({ description: 'When it was removed; every session of the account has ended', format: 'date-time' })
  readonly removedAt!: string;
}
