import { z } from 'zod';
import { advice, type Finding, good, PATIENCE_MS, whyUnreachable } from './finding.ts';

const Health = z.object({ status: z.string(), parts: z.record(z.string(), z.string()) });

/** Whether the bot answers at its public address. It may simply not run yet: so this is advice, never a fault. */
export async function checkPublicUrl(publicUrl: string | undefined): Promise<Finding> {
  if (!publicUrl) {
    return advice(
      'PUBLIC_URL is not set: people get the rooms’ own links, which do not tell Tutorline who came.',
      'Set it to the https address at which people reach PORT, if there is one.',
    );
  }
  const fix = 'Start Tutorline and ask again; if it runs, look at the proxy in front of it.';
  try {
    const response = await fetch(`${publicUrl}/health`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const answer = Health.safeParse(await response.json().catch(() => undefined));
    if (answer.success) return good('Tutorline answers at PUBLIC_URL.');
    return advice(`Something else than Tutorline answers at PUBLIC_URL (HTTP ${response.status}).`, fix);
  } catch (error) {
    return advice(`PUBLIC_URL cannot be reached from here: ${whyUnreachable(error)}.`, fix);
  }
}
