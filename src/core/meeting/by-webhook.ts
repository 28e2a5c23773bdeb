import type { Clock } from '../clock.ts';
import { follow } from '../may/may.ts';
import { sessionSubject } from '../owing/subject.ts';
import { isAgreed } from '../session/recording.ts';
import { isOn, type Session } from '../session/session.ts';
import { ended, shouldStart } from '../session/sessions.ts';
import { lockingAny, step } from '../session/steps.ts';
import { doorOpensAt } from '../session/times.ts';
import type { Store, SystemTransaction } from '../store.ts';
import type { Recorded } from './platforms.ts';
import { rehouse } from './rehouse.ts';
import { type MeetingSign, verdictOn } from './signs.ts';

/** Somebody who is surely one of the session's people entered or left the meeting. */
export interface Coming {
  readonly person: string;
  readonly event: 'joined' | 'left';
  readonly at: Date;
}

/** What a platform's word does to a session. All of it is safe to repeat, in any order. */
export interface ByWebhook {
  /** Starts or ends it if it is time. @returns until when there is something to wait for. */
  settle(id: string): Promise<Date | undefined>;
  /** Keeps when they came or went. Before the door opens people try the room, and nothing is kept. */
  note(id: string, coming: Coming): Promise<void>;
  /** The meeting was deleted on the platform by hand: another one is made, and everybody told. */
  deleted(id: string, meetingId: string): Promise<void>;
  /** Keeps where the recording is, or what was said, and sends it to everybody, if everybody agreed to one. */
  recorded(id: string, recorded: Recorded): Promise<void>;
}

/** Stands in the audit for whatever a platform told. */
const BY = 'webhook';

export function createByWebhook(store: Store, clock: Clock): ByWebhook {
  const withSession = lockingAny(store);
  return {
    settle: (id) =>
      withSession(id, async (tx, session) => {
        const now = clock();
        const verdict = verdictOn(session, await signsOf(tx, session), now);
        if (verdict.kind === 'start') {
          const to = follow(BY, 'start', session, now);
          await step(tx, session, BY, 'start', { state: to, startedAt: verdict.startedAt }, now);
        }
        if (verdict.kind === 'end') {
          const startedAt = session.startedAt ?? verdict.startedAt;
          await ended(tx, session, BY, follow(BY, 'end', session, now), now, { startedAt, endedAt: verdict.at });
        }
        return verdict.kind === 'wait' ? verdict.until : undefined;
      }),

    note: (id, { person, event, at }) =>
      withSession(id, async (tx, session) => {
        const me = session.participants.find((one) => one.person === person);
        if (!me || at < doorOpensAt(session)) return;
        const now = clock();
        if (event === 'left') {
          const isNews = (!me.leftAt || me.leftAt < at) && (!me.joinedAt || me.joinedAt <= at);
          if (isNews) await tx.changeParticipant(id, person, { leftAt: at });
          return;
        }
        const isBack = me.leftAt !== undefined && me.leftAt < at;
        const joinedAt = me.joinedAt && me.joinedAt < at ? me.joinedAt : at;
        await tx.changeParticipant(id, person, { joinedAt, ...(isBack && { leftAt: undefined }) });
        if (me.joinedAt) return;
        await tx.audit({
          about: sessionSubject(id),
          by: BY,
          event: 'join',
          from: session.state,
          to: session.state,
          at: now,
        });
        await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
        const joined = await tx.session(id);
        if (joined && shouldStart(joined, now))
          await step(tx, joined, BY, 'start', { state: follow(BY, 'start', joined, now), startedAt: now }, now);
      }),

    deleted: (id, meetingId) =>
      withSession(id, async (tx, session) => {
        const now = clock();
        // What we deleted ourselves is not the session's meeting any more.
        if (!isOn(session) || session.meeting?.meetingId !== meetingId || now >= session.endsAt) return;
        await rehouse(tx, session, { by: BY, at: now, isGone: true });
      }),

    recorded: (id, { what, url, passcode, until, openTo }) =>
      withSession(id, async (tx, session) => {
        if (!isAgreed(session)) return;
        // A link that dies soon is none to be found again.
        if (!until) await tx.annotateSession(id, what === 'recording' ? { recordingUrl: url } : { transcriptUrl: url });
        const people = await tx.people(session.participants.map(({ person }) => person));
        const ready = { kind: 'recording', about: sessionSubject(id), dedupeKey: url } as const;
        await tx.owe(
          session.participants.map(({ person }) => {
            const access = accessOf(people.get(person)?.email, openTo);
            const more = { passcode, ...(what === 'transcript' && { what }), until: until?.getTime(), access };
            const known = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
            return { ...ready, to: { person }, data: { url, ...known } };
          }),
          clock(),
        );
      }),
  };
}

/** Whether somebody can open it: whom the platform names by address, or by `@domain`. */
function accessOf(email: string | undefined, openTo: Recorded['openTo']): 'ask' | 'unknown' | undefined {
  if (openTo === undefined || openTo === 'everybody') return undefined;
  if (openTo === 'unknown' || email === undefined) return 'unknown';
  const mine = email.toLowerCase();
  return openTo.some((one) => mine === one || (one.startsWith('@') && mine.endsWith(one))) ? undefined : 'ask';
}

async function signsOf(tx: SystemTransaction, { meeting }: Session): Promise<readonly MeetingSign[]> {
  return meeting ? tx.meetingSigns(meeting.platform, meeting.meetingId) : [];
}
