import { isDay, vietnameseDay } from '../time/day.js';
import { parseInstant, vietnameseInstant } from '../time/instant.js';
import { inSentence, type Language } from './language.js';
import type { ProblemParameter, ProblemParameters } from './problem.js';

/** Where a text names a parameter: `{name}`. */
export const PARAMETER = /\{(\w+)\}/g;

/** Puts parameters into a text; a parameter that a lost race could not name is left out as an ellipsis. */
export const fill = (text: string, params: ProblemParameters, language: Language): string =>
  text.replace(PARAMETER, (_, name: string) => asWritten(inLanguage(params[name] ?? '…', language), language));

/** Days, instants and large numbers as a Vietnamese reader writes them; in English as the API does. */
function asWritten(parameter: string | number, language: Language): string {
  if (language === 'en') return String(parameter);
  if (typeof parameter === 'number') return inSentence(parameter);
  if (isDay(parameter)) return vietnameseDay(parameter);
  return parseInstant(parameter) ? vietnameseInstant(parameter) : parameter;
}

/** A parameter that is said in words, in the words of the language. */
export const inLanguage = (parameter: ProblemParameter, language: Language): string | number =>
  typeof parameter === 'object' ? parameter[language] : parameter;
