import { isIP } from 'node:net';

/** How a value of the environment is read: `parse` throws on one that is not allowed, `allowed` says which are. */
export interface Parse<Value> {
  allowed: string;
  parse: (value: string) => Value;
}

export const text: Parse<string> = { allowed: 'any text', parse: (value) => value };

export const host: Parse<string> = {
  allowed: 'an IP address or a host name',
  parse: (value) => must(value, isIP(value) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(value)),
};

export const databaseUrl: Parse<string> = {
  allowed: '`postgres://user:password@host:port/database`',
  parse: (value) => must(value, /^postgres(ql)?:$/.test(new URL(value).protocol) && new URL(value).pathname.length > 1),
};

export const wholeNumber = (min: number, max: number): Parse<number> => ({
  allowed: `a whole number from ${min} to ${max}`,
  parse: (value) => must(Number(value), /^\d{1,10}$/.test(value) && Number(value) >= min && Number(value) <= max),
});

export const anyOf = <const Word extends string>(...words: Word[]): Parse<Word> => ({
  allowed: words.map((word) => `\`${word}\``).join(', '),
  parse: (value) => must(value as Word, (words as string[]).includes(value)),
});

/** `off` for none. */
export const anyListOf = <const Word extends string>(...words: Word[]): Parse<readonly Word[]> => ({
  allowed: `\`off\`, or with commas between: ${words.map((word) => `\`${word}\``).join(', ')}`,
  parse: (value) => {
    const entries = value === 'off' ? [] : entriesOf(value);
    must(entries, value === 'off' || entries.length > 0);
    return entries.map((entry) => must(entry as Word, (words as string[]).includes(entry)));
  },
});

/** 256 random bits. */
export const key: Parse<Buffer> = {
  allowed: '32 bytes in base64 (`openssl rand -base64 32`)',
  parse: (value) => {
    const bytes = Buffer.from(value, 'base64');
    return must(bytes, /^[\w+/-]{43}=?$/.test(value) && bytes.length === 32);
  },
};

/** A value, if it is allowed. */
export function must<Value>(value: Value, allowed: boolean): Value {
  if (!allowed) throw new Error();
  return value;
}

/** What stands between commas. */
export const entriesOf = (value: string): string[] =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
