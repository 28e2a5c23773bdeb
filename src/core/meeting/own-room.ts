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
/** https://www.iana.org/assignments/iana-ipv6-special-registry/; one that wraps an IPv4 address is looked at as that. */
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  INSIDE.addSubnet(net, bits, 'ipv6');
}

/** True for an address in somebody's own network. */
export function isInside(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && INSIDE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

const LONGEST = 500;
const INSIDE_NAMES = /(^|\.)(localhost|local|internal|intranet|private|lan|home|home\.arpa|corp|test|invalid|onion)$/;

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
  if (isIP(host) === 4) return isInside(host) ? undefined : url.href;
  return host.includes('.') && !INSIDE_NAMES.test(host) ? url.href : undefined;
}
