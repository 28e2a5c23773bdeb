import type { Log } from '../core/log.ts';
import type { Came } from '../core/meeting/platforms.ts';
import type { Stay } from '../core/meeting/port.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** Two reports of one stay differ by less than this. */
const SAME_MS = 60_000;

/** After the end the platform may know who came. It is a hint, so nobody hears of it when it cannot be had. */
export function createAttendance(
  { store }: Pick<SystemDeps, 'store'>,
  ask: (platform: string, meetingId: string) => Promise<readonly Came[] | undefined>,
  log: Log,
): (session: string, attempt: { readonly isLast: boolean }) => Promise<void> {
  return async (id, attempt) => {
    const session = await store.session(id);
    if (!session?.meeting || session.endedAt === undefined) return;
    const { platform, meetingId } = session.meeting;
    const came = await ask(platform, meetingId).catch((error: unknown) => {
      if (!attempt.isLast) throw error;
      log.warn({ error, session: id, platform }, 'nobody can say who came');
      return undefined;
    });
    if (!came || came.length === 0) return;
    await store.transaction(async (tx) => {
      const known = await tx.stays(id);
      for (const one of came) {
        if (known.some((stay) => isSame(stay, one))) continue;
        const key = `report:${one.email ?? one.name}:${one.joinedAt.getTime()}`;
        await tx.putStay(id, { key, ...one });
      }
    });
  };
}

/** A webhook has told of it already. */
function isSame(stay: Stay, { name, joinedAt }: Came): boolean {
  const isTogether = stay.joinedAt && Math.abs(stay.joinedAt.getTime() - joinedAt.getTime()) < SAME_MS;
  return !stay.key.startsWith('report:') && stay.name === name && isTogether === true;
}
