import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/**
 * Imported when the first password is set, never before: 49,000 common passwords and what one can make of them (capitals,
 * digits for letters, reversed, repeated, along a keyboard, with a year behind) weigh 11 MB.
 */
const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** How many guesses somebody needs who knows what is common. */
export const guessesFor = (text: string): number => estimator.check(text).guesses;
