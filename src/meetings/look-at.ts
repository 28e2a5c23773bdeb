import { createSend } from './http.ts';
import { type Account, PlatformFailed } from './platform.ts';

const TIMEOUT_MS = 4_000;
const NUMBER_OF_THIS_MACHINE = /^(localhost|127\.0\.0\.1)$/;

/**
 * Whether a server answers at an address, with a certificate that is trusted: rooms without accounts have nothing else
 * that can be asked. `isHome`: its own front page is there, so a 404 means that something else is. Over plain http only
 * this machine is asked.
 * @throws PlatformFailed
 */
export async function lookAt(
  name: string,
  address: string,
  { isHome }: { readonly isHome: boolean },
): Promise<Account> {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && !NUMBER_OF_THIS_MACHINE.test(hostname)) return { name, isChecked: false };
  const { status } = await createSend(TIMEOUT_MS)(address, { method: 'GET', headers: { accept: 'text/html' } });
  const detail = `HTTP ${status}`;
  if (status >= 500) throw new PlatformFailed('broken', true, { detail });
  if (status === 404 && isHome) throw new PlatformFailed('wrong-address', false, { detail });
  return { name };
}
