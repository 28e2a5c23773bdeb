import type { Clock } from '../clock.ts';
import type { Communities } from '../community/communities.ts';
import { tellAdmins } from '../community/moderation.ts';
import { leaveAll } from '../groups/course.ts';
import { isGroup } from '../groups/group.ts';
import { withdraw } from '../groups/places.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Session } from '../session/session.ts';
import type { Store, SystemTransaction } from '../store.ts';
import type { Account, Person } from './person.ts';

/** Stands as the reason why no DM arrives: nobody is there. Whoever acts again is there again. */
export const LEFT = 'left';

/** Somebody who left the workspace or the server, or was deactivated there. */
export interface Departures {
  /** The chat says that they are there no more. Safe to repeat. */
  left(who: { readonly chat: string; readonly space: string; readonly userId: string }): Promise<void>;
  /** The same of an account that is known. */
  accountLeft(account: Account): Promise<void>;
}

export function createDepartures(store: Store, communities: Pick<Communities, 'at'>, clock: Clock): Departures {
  async function accountLeft({ id, person: personId }: Account): Promise<void> {
    await store.transaction(async (tx) => {
      const accounts = await tx.accounts(personId);
      const account = accounts.find((one) => one.id === id);
      const person = await tx.person(personId);
      if (!account || !person || account.dmClosed?.why === LEFT) return;
      // It is the bot that is not there any more, not they.
      const { organization } = person;
      const isOurs = (await tx.communities(organization)).find(
        (one) => one.chat === account.chat && one.space === account.space,
      );
      if (isOurs?.removedAt) return;
      await tx.changeAccount(id, { dmClosed: { since: clock(), why: LEFT } });
      // Who is still in the other chat is not gone.
      if (accounts.some((one) => one.id !== id && one.dmClosed?.why !== LEFT)) return;
      await isGone(tx, person, account.chat, clock());
    });
  }

  return {
    left: async ({ chat, space, userId }) => {
      const community = await communities.at(chat, space);
      const account = community && (await store.of(community.organization).account(chat, userId));
      if (account && account.dmClosed?.why !== LEFT) await accountLeft(account);
    },
    accountLeft,
  };
}

/** Nobody is offered them any more, whoever was to meet them is told, and the admins read what happened. */
async function isGone(tx: SystemTransaction, person: Person, chat: string, at: Date): Promise<void> {
  const tutor = await tx.lockTutor(person.id);
  if (tutor && !tutor.isPaused) await tx.saveOffer(person, { ...tutor, isPaused: true });
  const states = ['requested', 'confirmed'] as const;
  const found = await tx.sessions({ person: person.id, states, startsFrom: at });
  const sessions = found.filter((one) => !mayGoOnWithout(one, person.id)).filter(needs(person.id));
  const left = found.filter((one) => mayGoOnWithout(one, person.id));
  for (const { id, series } of left.filter(firstOfItsSeries)) {
    const course = series && (await tx.lockSeries(series.id));
    if (course) await leaveAll(tx, person.id, course.sessions, at);
    else await withdraw(tx, id, person.id, at);
  }
  const told = sessions.filter(firstOfItsSeries);
  const dedupeKey = `${person.id}-${at.getTime()}`;
  await tx.owe(
    told.flatMap(({ id, participants }) =>
      participants
        .filter((one) => one.person !== person.id)
        .map((one) => ({
          kind: 'other-left' as const,
          to: { person: one.person },
          about: sessionSubject(id),
          dedupeKey,
          data: { name: person.name },
        })),
    ),
    at,
  );
  const data = { name: person.name, chat, sessions: sessions.length, wasTutor: tutor !== undefined };
  const about = { kind: 'person', id: person.id } as const;
  await tellAdmins(tx, person.organization, { kind: 'person-left', about, dedupeKey, data }, at);
}

/** A group session goes on without any one of its learners. */
function mayGoOnWithout(session: Session, person: string): boolean {
  return isGroup(session) && session.tutor !== person;
}

/** Of a series only the next one is told of. */
export function firstOfItsSeries({ series }: Session, index: number, all: readonly Session[]): boolean {
  return !series || all.findIndex((one) => one.series?.id === series.id) === index;
}

/** Whether a session cannot be without them: of several tutors who were asked another may take it. */
function needs(person: string): (session: Session) => boolean {
  return ({ participants, tutor, candidates }) =>
    participants.some((one) => one.person === person) ||
    (tutor === undefined && candidates.every((one) => one === person));
}
