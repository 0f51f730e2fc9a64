import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../src/platform/names/clean-text.js';
import { fold } from '../../src/platform/names/fold.js';
import { patternInOtherWords, searchPattern } from '../../src/platform/names/search-pattern.js';
import { personName } from '../kit/person-name.js';
import { comparePersonNames, compareVietnamese } from '../kit/vietnamese-order.js';

const anyText = fc.string({ unit: 'binary' });
const vietnameseLetters = [
  ...'aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ',
];
const letter = fc.constantFrom(...vietnameseLetters, ...vietnameseLetters.map((each) => each.toUpperCase()));
const word = fc.string({ unit: letter, minLength: 1, maxLength: 7 });
const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

describe('a text as search compares it', () => {
  test('does not change when folded again', () => {
    fc.assert(fc.property(anyText, (text) => expect(fold(fold(text))).toBe(fold(text))));
  });

  test('is the same however its letters are composed', () => {
    fc.assert(fc.property(anyText, (text) => expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))));
  });

  test('has only plain letters when it is Vietnamese, whatever the case', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(fold(text)).toMatch(/^[a-z]+( [a-z]+)*$/);
        expect(fold(text.toUpperCase())).toBe(fold(text.toLowerCase()));
      }),
    );
  });

  test('is what people type', () => {
    expect(fold('Hợp tác xã “Đồng Đò” – Thuỷ Nguyên')).toBe('hop tac xa "dong do" - thuy nguyen');
    expect(fold('Ðặng Thị Ðào')).toBe('dang thi dao'); // U+00D0, from older encodings
    expect(fold('HTX số 1…')).toBe('htx so 1...');
  });
});

test('what everybody writes in short is met in short and in full, however it is typed; every other word is itself', () => {
  expect(searchPattern('HTX Khánh Tảo')).toBe('%htx%khanh%tao%');
  expect(patternInOtherWords('HTX Khánh Tảo')).toBe('%hop%tac%xa%khanh%tao%');
  expect(patternInOtherWords('Liên hiệp Hợp tác xã Biển Đông')).toBe('%lien%hiep%htx%bien%dong%');
  for (const word of ['constructor', 'toString', 'htxa']) expect(searchPattern(word)).toBe(`%${word.toLowerCase()}%`);
  for (const word of ['constructor', '__proto__', 'htxa', '']) expect(patternInOtherWords(word)).toBeNull();
});

test('a search finds on the way to an abbreviation, and whatever marks stand around a word', () => {
  expect(patternInOtherWords('QT')).toBe('%quy%tin%dung%nhan%dan%');
  expect(patternInOtherWords('UBN')).toBe('%uy%ban%nhan%dan%');
  for (const words of ['Q', 'QT Đồng Đò', 'thu']) expect(patternInOtherWords(words)).toBeNull();
  expect(patternInOtherWords('HTX Th')).toBe('%hop%tac%xa%th%'); // on the way to Thủy sản
  expect(patternInOtherWords('Hợp tác xã Sữa TH')).toBe('%htx%sua%th%');
  expect(searchPattern('Thanh Đạm, (cơ sở 2).')).toBe('%thanh%dam%co%so%2%');
  expect(searchPattern('Thanh Đạm – cơ sở 2')).toBe('%thanh%dam%co%so%2%');
  expect(searchPattern("H'Hen 100%")).toBe("%h'hen%100%");
  expect(searchPattern('% _')).toBe('%\\%%\\_%');
});

describe('the one rule of all text', () => {
  test('a letter has thirty marks at most', () => {
    const letter = (marks: number) => `A${'\u0316'.repeat(marks)}`;
    expect(cleanText(letter(30))).not.toBeNull();
    expect(cleanText(letter(31))).toBeNull();
  });

  test('an accepted text is composed, trimmed, free of control characters, and accepted again as it is', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (value, multiline) => {
        const cleaned = cleanText(value, { multiline });
        fc.pre(cleaned !== null);
        expect(cleaned).toBe(cleaned.normalize('NFC').trim());
        if (!multiline) expect(cleaned).not.toContain('  ');
        expect(cleaned.replaceAll('\n', multiline ? '' : '\n')).not.toMatch(/\p{Cc}/u);
        expect(cleanText(cleaned, { multiline })).toBe(cleaned);
      }),
    );
  });

  test('refuses one bad character anywhere inside (ASVS 1.3.3)', () => {
    const bad = fc.constantFrom('\u0000', '\u0301\u0323'.repeat(16), '\ud800', '\udc00', '\u0007', '\t', '\u0085');
    fc.assert(
      fc.property(name, bad, name, fc.boolean(), (before, character, after, multiline) => {
        expect(cleanText(`${before}${character}${after}`, { multiline })).toBeNull();
      }),
    );
  });

  test('keeps lines only where lines are welcome, and makes every space a plain one', () => {
    expect(cleanText('một\r\nhai\nba ', { multiline: true })).toBe('một\nhai\nba');
    expect(cleanText('một\nhai')).toBeNull();
    expect(cleanText('\u00a0Lê\u00a0Văn\u3000A\n')).toBe('Lê Văn A');
    expect(cleanText('HTX  Hai \u00a0 Dấu')).toBe('HTX Hai Dấu');
    expect(cleanText('một\n  hai', { multiline: true })).toBe('một\n  hai');
    expect(cleanText('02\u200b63\u202e\u00ad\ufeff\u200d')).toBe('0263');
    expect(cleanText('👩‍🌾 Đồng Đò')).toBe('👩‍🌾 Đồng Đò');
  });
});

describe("a person's name", () => {
  test('is its parts again', () => {
    fc.assert(
      fc.property(name, (whole) => {
        const { family, middle, given } = personName(whole);
        expect([family, middle, given].filter((part) => part !== '').join(' ')).toBe(whole);
        expect(given).toMatch(/^\S+$/);
      }),
    );
  });

  test('stands in a list by given name, then family name, then middle name', () => {
    const inOrder = ['Lê Ân', 'Nguyễn Văn Dũng', 'Nguyễn Văn Đức', 'Lê Thị Lan', 'Nguyễn Thị Lan', 'Nguyễn Vân Lan'];
    expect([...inOrder].reverse().sort(comparePersonNames)).toEqual(inOrder);
  });
});

describe.each([
  ['of people', comparePersonNames],
  ['of organisations', compareVietnamese],
])('the order %s', (_, compare) => {
  // Few letters, so that near-equal names are common.
  const near = fc.array(fc.string({ unit: fc.constantFrom(...'aAáăâdđ'), minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 3,
  });
  const text = fc.oneof(
    near.map((words) => words.join(' ')),
    name,
    anyText,
  );

  test('is total: only equal texts are equal, and turning two around turns the answer', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(Math.sign(compare(one, other)) + Math.sign(compare(other, one))).toBe(0);
        expect(compare(one, other) === 0).toBe(one === other);
      }),
    );
  });

  test('is transitive', () => {
    fc.assert(
      fc.property(text, text, text, (...three) => {
        const [first = '', second = '', third = ''] = [...three].sort(compare);
        expect(compare(first, second)).toBeLessThanOrEqual(0);
        expect(compare(second, third)).toBeLessThanOrEqual(0);
        expect(compare(first, third)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
