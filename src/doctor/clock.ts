import { advice, bad, type Finding, good, PATIENCE_MS, whyUnreachable } from './finding.ts';

/** Slack refuses signatures that are five minutes off, and reminders would come late by as much. */
const MOST_SKEW_SECONDS = 60;

/** Compares this machine's clock with the `Date` header of a server that is known to be right. */
export async function checkClock(url: string, now: () => number = Date.now): Promise<Finding> {
  const { host } = new URL(url);
  const fixNetwork = 'Look at the network, the firewall and the proxy of this machine.';
  try {
    const sentAt = now();
    const response = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    const here = (sentAt + now()) / 2;
    const there = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(there))
      return advice(`${host} does not say what time it is.`, 'See that this machine keeps its clock with NTP.');
    const skew = Math.round((here - there) / 1000);
    if (Math.abs(skew) <= MOST_SKEW_SECONDS) return good('The clock is right.');
    return bad(
      `The clock of this machine is ${spell(Math.abs(skew))} ${skew > 0 ? 'ahead of' : 'behind'} that of ${host}.`,
      'Turn on time synchronisation (timedatectl set-ntp true): reminders come at the wrong time, and Slack’s signed requests are refused.',
    );
  } catch (error) {
    return bad(`${host} cannot be reached: ${whyUnreachable(error)}.`, fixNetwork);
  }
}

function spell(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}
