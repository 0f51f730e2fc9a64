import Negotiator from 'negotiator';

/** The languages of messages: Vietnamese first, English for those who ask for it. */
export type Language = 'vi' | 'en';
/** A text in both. */
export type Words = Readonly<Record<Language, string>>;

/** Reads `Accept-Language`; Vietnamese unless English is preferred over it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return 'vi';
  const headers = { 'accept-language': acceptLanguage.slice(0, 200) };
  const [preferred] = new Negotiator({ headers }).languages(['vi', 'en']);
  return preferred === 'en' ? 'en' : 'vi';
}
