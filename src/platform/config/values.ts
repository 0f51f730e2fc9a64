import { BlockList, isIP, isIPv4 } from 'node:net';

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

/** IP addresses and networks such as `10.0.0.0/8`. */
export const addressList: Parse<readonly string[]> = {
  allowed: 'IP addresses or networks like `10.0.0.0/8`, with commas between',
  parse: (value) => {
    const entries = value.split(',').map((entry) => entry.trim());
    return entries.filter((entry) => entry !== '').map((entry) => must(entry, isAddressOrNetwork(entry)));
  },
};

export const originList: Parse<readonly string[]> = {
  allowed: 'origins like `https://lienminh.example`, with commas between',
  parse: (value) => {
    const entries = value.split(',').map((entry) => entry.trim());
    return entries.filter((entry) => entry !== '').map((entry) => must(entry, new URL(entry).origin === entry));
  },
};

export const wholeNumber = (min: number, max: number): Parse<number> => ({
  allowed: `a whole number from ${min} to ${max}`,
  parse: (value) => must(Number(value), /^\d{1,10}$/.test(value) && Number(value) >= min && Number(value) <= max),
});

export const anyOf = <const Word extends string>(...words: Word[]): Parse<Word> => ({
  allowed: words.map((word) => `\`${word}\``).join(', '),
  parse: (value) => must(value as Word, (words as string[]).includes(value)),
});

function isAddressOrNetwork(entry: string): boolean {
  const [address = '', prefix, ...rest] = entry.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  if (!/^\d{1,3}$/.test(prefix)) return false;
  new BlockList().addSubnet(address, Number(prefix), isIPv4(address) ? 'ipv4' : 'ipv6'); // throws when out of range
  return true;
}

function must<Value>(value: Value, allowed: boolean): Value {
  if (!allowed) throw new Error();
  return value;
}
