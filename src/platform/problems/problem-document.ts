import { wordsOfRule } from './field-rules.js';
import { fill, inLanguage, PARAMETER } from './fill.js';
import { capitalised, type Language } from './language.js';
import type { FieldError, Problem, ProblemDefinition, ProblemParameters } from './problem.js';

/** The body of an answer that refuses, after RFC 9457. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  requestId: string;
  errors?: { pointer: string; code: string; message: string; params: ProblemParameters }[];
}

/** The Vietnamese term of the field at a pointer of the request, where there is one. */
type Terms = (pointer: string) => string | undefined;

/** Writes a problem down in the reader's language. */
export function problemDocument(
  problem: Problem,
  request: { language: Language; path: string; id: string; terms?: Terms },
): ProblemDocument {
  const { definition, errors } = problem;
  const { language, terms } = request;
  return {
    type: `/docs/problems/${definition.code}`,
    title: definition.title[language],
    status: definition.status,
    detail: detailOf(problem, language),
    instance: request.path,
    code: definition.code,
    requestId: request.id,
    ...(errors.length > 0 && {
      errors: errors.map((error) => {
        const { pointer, rule, params } = error;
        const told = Object.entries(params).map(([name, parameter]) => [name, inLanguage(parameter, language)]);
        return {
          pointer,
          code: rule,
          message: messageOf(error, definition, language, termOf(pointer, language, terms)),
          params: Object.fromEntries(told),
        };
      }),
    }),
  };
}

/** A problem in sentences, for whoever reads no document: each field with what is wrong of it, or else what it is. */
export function sentencesOf(problem: Problem, language: Language): string {
  const fields = problem.errors.map((error) => messageOf(error, problem.definition, language, error.pointer.slice(1)));
  return fields.length > 0 ? fields.join(' ') : detailOf(problem, language);
}

/** What a field is called: in Vietnamese by its own term, where it has one, or else by its name, as a parameter is. */
function termOf(pointer: string, language: Language, terms?: Terms): string {
  const term = language === 'vi' ? terms?.(pointer) : undefined;
  if (term) return capitalised(term);
  return pointer.split('/').findLast((part) => part !== '' && !PLACE.test(part)) ?? '';
}
/** Of an element of a list. */
const PLACE = /^\d+$/;

/** A rule's words stand after what the field is called, `Ngày kết nạp: không được để trống.`; a problem says of what it is. */
function messageOf(
  { rule, params }: FieldError,
  { code, detail }: ProblemDefinition,
  language: Language,
  term: string,
): string {
  const words = wordsOfRule(rule);
  if (!words) return rule === code ? fill(detail[language], params, language) : rule;
  const message = fill(words[language], params, language);
  if (term === '') return message;
  return `${term}: ${message.charAt(0).toLocaleLowerCase('vi')}${message.slice(1)}`;
}

/** A constraint that proves the problem does not name what it speaks of: then the title is all that there is to say. */
function detailOf({ definition, params }: Problem, language: Language): string {
  const detail = definition.detail[language];
  const known = [...detail.matchAll(PARAMETER)].every(([, name = '']) => params[name] !== undefined);
  return known ? fill(detail, params, language) : `${definition.title[language]}.`;
}
