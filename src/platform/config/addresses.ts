import { isEmail } from 'class-validator';
import { BlockList, isIP, isIPv4 } from 'node:net';
import { entriesOf, must, type Parse } from './values.js';

/** Whether a text is the address of a site or service: https, or http on this machine itself; with nothing after the path. */
export function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, search, hash } = new URL(value);
  return (protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))) && !username && !search && !hash;
}

/** Whether a host is reached from this machine alone. */
export const isThisMachine = (hostname: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]', '::1'].includes(hostname);

const allowed = 'an address that begins with `https://` (on this machine `http://` too), without parameters';

/** The address of a provider, exactly as it names itself. */
export const issuer: Parse<string> = { allowed, parse: (value) => must(value, isIssuer(value)) };

/** The address of a site, without a slash at its end. */
export const siteAddress: Parse<string> = {
  allowed,
  parse: (value) => must(new URL(value).href.replace(/\/$/, ''), isIssuer(value)),
};

export const smtpUrl: Parse<string> = {
  allowed:
    '`smtps://user:password@host` or `smtp://user:password@host:587?requireTLS=true` (on this machine without it), the certificate checked',
  parse: (value) => {
    const { protocol, hostname, searchParams } = new URL(value);
    const safe = protocol === 'smtps:' || searchParams.get('requireTLS') === 'true' || isThisMachine(hostname);
    const checks = searchParams.get('tls.rejectUnauthorized') !== 'false' || isThisMachine(hostname);
    return must(value, /^smtps?:$/.test(protocol) && hostname !== '' && safe && checks);
  },
};

/** An e-mail address, a name before it if need be. */
export const sender: Parse<string> = {
  allowed: '`so@htx.example.vn` or `Sổ hợp tác xã <so@htx.example.vn>`',
  parse: (value) => must(value, isEmail(value, { allow_display_name: true }) && !/[\r\n]/.test(value)),
};

/** IP addresses and networks such as `10.0.0.0/8`. */
export const addressList: Parse<readonly string[]> = {
  allowed: 'IP addresses or networks like `10.0.0.0/8`, with commas between',
  parse: (value) => entriesOf(value).map((entry) => must(entry, isAddressOrNetwork(entry))),
};

export const originList: Parse<readonly string[]> = {
  allowed: 'origins like `https://lienminh.example`, with commas between',
  parse: (value) => entriesOf(value).map((entry) => must(entry, new URL(entry).origin === entry)),
};

function isAddressOrNetwork(entry: string): boolean {
  const [address = '', prefix, ...rest] = entry.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  if (!/^\d{1,3}$/.test(prefix)) return false;
  new BlockList().addSubnet(address, Number(prefix), isIPv4(address) ? 'ipv4' : 'ipv6'); // throws when out of range
  return true;
}
