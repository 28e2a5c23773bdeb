import type { Clock } from '../clock.ts';
import { refuseWithoutCredit } from '../credits/refuse.ts';
import { newId } from '../id.ts';
import {
  FREE_NOW_MOST_HOURS,
  HELP_ASKED_MOST,
  HELP_MINUTES,
  LENGTHS_MINUTES,
  USUAL_LENGTH_MINUTES,
} from '../limits.ts';
import { checkTeaches } from '../moderation/applications.ts';
import { refuseApart } from '../people/blocks.ts';
import { checkMayAsk } from '../people/may-ask.ts';
import type { Actor, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { sameSubject } from '../spelling.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import { beginNow } from './begin-now.ts';
import type { Session } from './session.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Somebody who needs help now. */
export interface HelpWanted {
  readonly id: string;
  readonly organization: string;
  readonly person: string;
  readonly subject: string;
  readonly askedAt: Date;
  readonly lapsesAt: Date;
  /** The session that came of it. */
  readonly session: string | undefined;
}

export interface HelpReads {
  helpWanted(id: string): Promise<HelpWanted | undefined>;
  /** Who is there now for whoever needs help, and until when. */
  freeNow(now: Date): Promise<ReadonlyMap<string, Date>>;
}

export interface HelpWrites {
  setFreeUntil(tutor: string, until: Date | undefined): Promise<void>;
  addHelpWanted(help: HelpWanted): Promise<void>;
  /** What somebody asked for and nobody has taken, locked. */
  openHelp(person: string, now: Date): Promise<readonly HelpWanted[]>;
  lockHelp(id: string): Promise<HelpWanted | undefined>;
  changeHelp(id: string, patch: Partial<Pick<HelpWanted, 'lapsesAt' | 'session'>>): Promise<void>;
}

/** Tutors who are there, and learners who need one now. */
export interface HelpNow {
  /** They are there until then; undefined: not any more. @throws Refusal `not-a-tutor`, `past`, `free-too-long` */
  beFree(by: Actor, until: Date | undefined): Promise<void>;
  /** Asks those who are there. @throws Refusal `nobody-there` */
  askForHelp(by: Actor, subject: string): Promise<{ readonly help: HelpWanted; readonly asked: number }>;
  /** Nobody needs to come any more. */
  stopAsking(by: Actor, id: string): Promise<void>;
  /** The first to accept begins the session. @throws Refusal `help-over` */
  giveHelp(by: Actor, id: string, platform: string): Promise<Session>;
}

export function createHelpNow(store: Pick<Store, 'of'>, clock: Clock): HelpNow {
  return {
    beFree: (by, until) =>
      store.of(by.person.organization).transaction(async (tx) => {
        const now = clock();
        checkTeaches(await tx.lockTutor(by.person.id));
        if (until && until <= now) throw new Refusal('past', {}, 'until');
        if (until && until.getTime() > now.getTime() + FREE_NOW_MOST_HOURS * HOUR)
          throw new Refusal('free-too-long', { hours: FREE_NOW_MOST_HOURS }, 'until');
        await tx.setFreeUntil(by.person.id, until);
      }),

    askForHelp: (by, subject) =>
      store.of(by.person.organization, by.person.id).transaction(async (tx) => {
        const now = clock();
        checkMayAsk(by, now);
        await tx.lockPerson(by.person.id);
        const open = await tx.openHelp(by.person.id, now);
        const same = open.find((one) => one.subject === subject);
        if (same) throw new Refusal('asked-for-help', {});
        if (by.person.isSilenced) throw new Refusal('silenced', {});
        await refuseWithoutCredit(tx, by.person, [now]);
        const tutors = await thoseThere(tx, by, subject, now);
        if (tutors.length === 0) throw new Refusal('nobody-there', { subject });
        const help: HelpWanted = {
          id: newId(),
          organization: by.person.organization,
          person: by.person.id,
          subject,
          askedAt: now,
          lapsesAt: new Date(now.getTime() + HELP_MINUTES * MINUTE),
          session: undefined,
        };
        await tx.addHelpWanted(help);
        const about = { kind: 'person', id: by.person.id } as const;
        const data = { help: help.id, name: by.person.name, subject, until: help.lapsesAt.getTime() };
        await tx.owe(
          tutors.map(({ person }) => ({
            kind: 'help-wanted',
            to: { person: person.id },
            about,
            dedupeKey: help.id,
            data,
          })),
          now,
        );
        await tx.audit({ about, by: by.person.id, event: 'ask-for-help', at: now });
        return { help, asked: tutors.length };
      }),

    stopAsking: (by, id) =>
      store.of(by.person.organization).transaction(async (tx) => {
        const help = await tx.lockHelp(id);
        if (help?.person !== by.person.id || help.session !== undefined) return;
        await tx.changeHelp(id, { lapsesAt: clock() });
        await tx.enqueue({ name: 'refresh', data: { about: { kind: 'person', id: help.person } } });
      }),

    giveHelp: (by, id, platform) =>
      store.of(by.person.organization).transaction(async (tx) => {
        const now = clock();
        const help = await tx.lockHelp(id);
        const tutor = await tx.tutor(by.person.id);
        // Whoever teaches nothing is told so before they could tell from the answer whether there is such a wish.
        if (!tutor) throw new Refusal('not-a-tutor', {});
        checkTeaches(tutor);
        if (!help || help.session !== undefined || help.lapsesAt <= now || help.person === by.person.id)
          throw new Refusal('help-over', {});
        // Nor was anybody asked who teaches something else.
        if (sameSubject(tutor.subjects, help.subject) === undefined) throw new Refusal('help-over', {});
        const learner = await tx.person(help.person);
        if (!learner || learner.isBanned) throw new Refusal('help-over', {});
        await refuseApart(tx, by, learner.id, new Refusal('help-over', {}));
        const { subject } = help;
        const length = await longestFree(tx, [by.person.id, learner.id], now);
        const session = await beginNow(tx, {
          by: by.person,
          tutor: by.person,
          learner,
          subject,
          platform,
          length,
          now,
        });
        await tx.changeHelp(id, { session: session.id });
        // Who teaches is not there for others.
        await tx.setFreeUntil(by.person.id, undefined);
        await tx.enqueue({ name: 'refresh', data: { about: { kind: 'person', id: help.person } } });
        return session;
      }),
  };
}

/** Tutors of the subject who said that they are there, and have nothing else now. */
async function thoseThere(
  tx: OrganizationTransaction,
  by: Actor,
  subject: string,
  now: Date,
): Promise<readonly Tutor[]> {
  const free = await tx.freeNow(now);
  const ids = [...free.keys()].filter((id) => id !== by.person.id);
  if (ids.length === 0) return [];
  const tutors = await tx.tutors({ subject, ids, isPaused: false });
  const busy = await tx.busy(ids, now, new Date(now.getTime() + LENGTHS_MINUTES[0] * MINUTE));
  return tutors.filter(({ person }) => !busy.some((one) => one.person === person.id)).slice(0, HELP_ASKED_MOST);
}

/** Shorter than this is no help: what comes next is in the way. */
const SHORTEST_MINUTES = 15;

/** As long as nobody of them has anything else: an hour, or up to what comes next. */
async function longestFree(tx: OrganizationTransaction, people: readonly string[], now: Date): Promise<number> {
  const end = now.getTime() + USUAL_LENGTH_MINUTES * MINUTE;
  const next = await tx.busy(people, now, new Date(end));
  const first = Math.min(end, ...next.map(({ startsAt }) => startsAt.getTime()));
  const minutes = Math.floor((first - now.getTime()) / MINUTE);
  return minutes >= SHORTEST_MINUTES ? minutes : USUAL_LENGTH_MINUTES;
}
