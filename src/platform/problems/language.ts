/** The languages of messages: Vietnamese first, English for those who ask for it. */
export type Language = 'vi' | 'en';

/** Reads `Accept-Language`; Vietnamese unless English is preferred over it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return 'vi';
  const wanted = acceptLanguage
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
      return { language: tag.split('-')[0], quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter((choice) => choice.quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .find((choice) => choice.language === 'vi' || choice.language === 'en');
  return wanted?.language === 'en' ? 'en' : 'vi';
}
