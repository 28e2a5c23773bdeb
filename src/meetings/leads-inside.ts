import { lookup } from 'node:dns/promises';
import { isInside } from '../core/meeting/own-room.ts';

/** Whoever gives a room waits for this, before they are answered. */
const PATIENCE_MS = 1_000;

/** The addresses of a host. */
export type Lookup = (host: string) => Promise<readonly string[]>;

const byDns: Lookup = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * Tells whether the name in a link stands for an address in somebody's own network, which leads each reader somewhere
 * else, if anywhere. A name that nobody knows here may be known to those who meet there.
 */
export function createLeadsInside(find: Lookup = byDns): (url: string) => Promise<boolean> {
  return async (url) => {
    const host = URL.parse(url)?.hostname;
    if (!host) return false;
    const late = Promise.withResolvers<readonly string[]>();
    const timer = setTimeout(() => late.resolve([]), PATIENCE_MS);
    const addresses = await Promise.race([find(host).catch(() => []), late.promise]);
    clearTimeout(timer);
    return addresses.some(isInside);
  };
}
