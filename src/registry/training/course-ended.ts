/** As of a day before the last of a course, by its alias, it has no results yet, whatever was entered since. */
export const courseEnded = (course: string): string => `${course}.ends_on <= :asOf`;
