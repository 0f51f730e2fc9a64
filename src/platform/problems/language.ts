import Negotiator from 'negotiator';

/** The languages of messages: Vietnamese first, English for those who ask for it. */
export type Language = 'vi' | 'en';
/** A text in both. */
export type Words = Readonly<Record<Language, string>>;

const formatted = (useGrouping: 'always' | 'min2'): Intl.NumberFormat =>
  new Intl.NumberFormat('vi-VN', { useGrouping, maximumFractionDigits: 6 });
const [always, fromFiveDigits] = [formatted('always'), formatted('min2')];

/** A number as it is read in Vietnamese: with a decimal comma, and a point for thousands. */
export const inVietnamese = (value: number): string => always.format(value);
/** The same in a sentence, where it may be a year: those have no point. */
export const inSentence = (value: number): string => fromFiveDigits.format(value);

/** With a capital letter first, as a heading or a name begins. */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Reads `Accept-Language`; Vietnamese unless English is preferred over it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return 'vi';
  const headers = { 'accept-language': acceptLanguage.slice(0, 200) };
  const [preferred] = new Negotiator({ headers }).languages(['vi', 'en']);
  return preferred === 'en' ? 'en' : 'vi';
}
