import pdfMake from 'pdfmake';
import { fileURLToPath } from 'node:url';

const file = (path: string): string => fileURLToPath(import.meta.resolve(path));
const roboto = (style: string): string => file(`pdfmake/fonts/Roboto/Roboto-${style}.ttf`);
const noto = (style: string): string => file(`@expo-google-fonts/noto-sans/${style}/NotoSans_${style}.ttf`);
/** Roboto comes with the library, and has all letters of Vietnamese; Noto Sans those of the other languages of Việt Nam. */
const fonts = {
  Roboto: { normal: roboto('Regular'), bold: roboto('Medium'), italics: roboto('Italic') },
  NotoSans: { normal: noto('400Regular'), bold: noto('600SemiBold'), italics: noto('400Regular_Italic') },
};
/** What Roboto lacks of them (Ƀ, Ɓ, ɛ, and ̆ on a letter that is not composed with it), as in names of the Ê Đê and M’Nông. */
const LACKING = /[\u0180-\u019f\u01a2-\u01ae\u01b1-\u02af]|\p{M}/u;

pdfMake.addFonts(fonts);
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy((path) => Object.values(fonts).some((styles) => Object.values(styles).includes(path)));

/** A text in a font that has all its letters; parts of a letter are not put together anew, so that it can be searched. */
export const written = (text: string) =>
  LACKING.test(text) ? { text, font: 'NotoSans', fontFeatures: NOT_COMPOSED } : { text };
/** An object says what is left out; the library's types know lists of what is added. */
const NOT_COMPOSED = { ccmp: false } as unknown as [];
