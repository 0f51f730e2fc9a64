/** The day of an instant in Việt Nam, both as SQL. */
export const dayOfInstant = (instant: string): string => `(${instant} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** The first instant after the day asked for, in Việt Nam. */
export const afterDay = `(:asOf::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

/** The substitutions `s` by which a delegate, by the alias, has given the seat away by then: to an alternate, or to nobody. */
export const givenAway = (delegate: string, then: string): string => `delegate_substitutions s
        where s.delegate_id = ${delegate}.id and s.voided_at is null and s.substituted_at < ${then}`;

/** An alternate, by the alias, was called up by then. */
export const calledUp = (alternate: string, then: string): string => `exists (select from delegate_substitutions s
        where s.alternate_id = ${alternate}.id and s.voided_at is null and s.substituted_at < ${then})`;
