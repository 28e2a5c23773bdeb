/** Names by which a browser on this machine calls it. Any other is somebody else's domain pointed at us (DNS rebinding). */
const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

interface Headers {
  readonly host: string | null | undefined;
  readonly origin: string | null | undefined;
  /** `Sec-Fetch-Site`, which browsers set and pages cannot. */
  readonly site: string | null | undefined;
}

/** Whether a request was addressed to this machine by its own name. */
export function isForThisMachine({ host }: Pick<Headers, 'host'>): boolean {
  return OWN_NAMES.has(URL.parse(`http://${host ?? ''}`)?.hostname ?? '');
}

/**
 * Whether a request that does something was sent by the sandbox's own page, or by a program that is no browser, such as
 * Bolt. Another website that is open in the same browser could otherwise act as any person here.
 */
export function isOurs({ host, origin, site }: Headers): boolean {
  if (!isForThisMachine({ host })) return false;
  if (origin && URL.parse(origin)?.host !== host) return false;
  return !site || site === 'same-origin' || site === 'none';
}
