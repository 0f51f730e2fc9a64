/** Whether a course, by its alias, has ended by the day asked for: before, it has no results, whatever was entered since. */
export const courseEnded = (course: string): string => `${course}.ends_on <= :asOf`;
