/** The path of something that this sandbox itself serves, whichever of its names the address has; else undefined. */
export function ownAddress(address: string): string | undefined {
  const url = URL.parse(address, location.origin);
  const isOurs =
    url && url.port === location.port && ['127.0.0.1', 'localhost', location.hostname].includes(url.hostname);
  return isOurs ? url.pathname + url.search : undefined;
}
