import { BlockList, isIP } from 'node:net';

/** Stands as the platform of a link that the tutor gave because no platform worked. */
export const OWN_LINK = 'own';

/** Addresses that lead into somebody's own network: https://www.iana.org/assignments/iana-ipv4-special-registry/ */
const INSIDE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  INSIDE.addSubnet(net, bits, 'ipv4');
}

const LONGEST = 500;
const INSIDE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|onion)$/;

/**
 * A room of somebody's own as it may be shown to others: https, no credentials in it, and a public name. Addresses by
 * number are refused altogether but for public IPv4.
 * @returns undefined for everything else.
 */
export function safeRoom(typed: string): string | undefined {
  if (typed.length > LONGEST || !URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return undefined;
  if (isIP(host) === 4) return INSIDE.check(host, 'ipv4') ? undefined : url.href;
  return host.includes('.') && !INSIDE_NAMES.test(host) ? url.href : undefined;
}
