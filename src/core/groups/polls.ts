import type { Clock } from '../clock.ts';
import { refuseTooFar } from '../community/rules.ts';
import { canPay } from '../credits/refuse.ts';
import { newId } from '../id.ts';
import { mayDo, permit } from '../may/tasks.ts';
import { checkTeaches } from '../moderation/applications.ts';
import { refuseApart } from '../people/blocks.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { learners, type Session } from '../session/session.ts';
import { reread } from '../session/steps.ts';
import type { OrganizationTransaction, Store, Transaction } from '../store.ts';
import { decidedAt } from './group.ts';
import { checkGroup, createOpened, hereOf } from './open.ts';
import { takePlace } from './places.ts';
import { ASKED_MOST, isPollOpen, POLL_TIMES, type Poll, whomItFits } from './poll.ts';

/** What a tutor would like to know of whom. */
export interface PollPlan extends Pick<Poll, 'subject' | 'lengthMinutes' | 'capacity' | 'platform' | 'times'> {
  readonly asked: readonly string[];
}

/** Times among which the people of a group choose. */
export interface Polls {
  /** Asks them, and where it is opened in a channel everybody there. */
  open(by: Actor, plan: PollPlan): Promise<Poll>;
  /** That a time fits them, or does not any more. */
  answer(by: Actor, id: string, time: number): Promise<Poll>;
  /** The tutor takes one of the times: those whom it fits are in the session, or wait for a place or a credit. */
  choose(by: Actor, id: string, time: number): Promise<Session>;
  close(by: Actor, id: string): Promise<Poll>;
  /** Closes those all of whose times have passed. */
  closeDue(): Promise<void>;
}

/** Whether there is such a poll for them: what was asked of some is nothing to others. */
function isFor(by: Actor, { isPublic, answers, tutor }: Poll): boolean {
  return isPublic || answers.some(({ person }) => person === by.person.id) || mayDo(by, 'look after a poll', tutor);
}

export function createPolls(store: Pick<Store, 'of' | 'transaction' | 'isDue'>, clock: Clock): Polls {
  async function withPoll<T>(
    by: Actor,
    id: string,
    work: (tx: OrganizationTransaction, poll: Poll, now: Date) => Promise<T>,
  ): Promise<T> {
    return store.of(by.person.organization).transaction(async (tx) => {
      const poll = await tx.lockPoll(id);
      const now = clock();
      if (!poll || !isPollOpen(poll, now) || !isFor(by, poll)) throw new Refusal('poll-over', {});
      return work(tx, poll, now);
    });
  }

  return {
    open: async (by, { asked, ...plan }) => {
      const now = clock();
      const ours = store.of(by.person.organization);
      checkTeaches(await ours.tutor(by.person.id));
      if (plan.times.length < POLL_TIMES.least || plan.times.length > POLL_TIMES.most)
        throw new Refusal('not-as-many-times', POLL_TIMES, 'times');
      if (plan.times.some((time) => time <= now)) throw new Refusal('past', {}, 'times');
      refuseTooFar(plan.times, await ours.rules(by.person.organization), now, 'times');
      checkGroup({ ...plan, note: '', minimum: 1 });
      const others = [...new Set(asked)].filter((person) => person !== by.person.id).slice(0, ASKED_MOST);
      return ours.transaction(async (tx) => {
        const here = await hereOf(tx, by);
        if (others.length === 0 && !here) throw new Refusal('nobody-asked', {}, 'whom');
        const whose = { organization: by.person.organization, tutor: by.person.id };
        const answers = others.map((person) => ({ person, fits: undefined }));
        const rest = { isPublic: here !== undefined, askedAt: now, closedAt: undefined, session: undefined };
        const poll: Poll = { id: newId(), ...whose, ...plan, ...rest, answers };
        await tx.addPoll(poll);
        const about = { kind: 'poll', id: poll.id } as const;
        await tx.audit({ about, by: by.person.id, event: 'open', at: now });
        const to = [...others, by.person.id].map((person) => ({ person }));
        await tx.owe(
          [...to, ...(here ? [here] : [])].map((one) => ({ kind: 'poll' as const, to: one, about })),
          now,
        );
        return poll;
      });
    },

    answer: (by, id, time) =>
      withPoll(by, id, async (tx, poll, now) => {
        const me = by.person.id;
        const mine = poll.answers.find(({ person }) => person === me);
        if (!mine && !poll.isPublic) throw new Refusal('poll-over', {});
        if (me === poll.tutor) throw new Refusal('own-poll', {});
        await refuseApart(tx, by, poll.tutor, new Refusal('poll-over', {}));
        if (!poll.times[time] || poll.times[time] <= now) throw new Refusal('past', {});
        const before = mine?.fits ?? [];
        const fits = before.includes(time) ? before.filter((one) => one !== time) : [...before, time];
        await tx.answerPoll(id, me, fits);
        return noted(tx, id);
      }),

    choose: (by, id, time) =>
      withPoll(by, id, async (tx, poll, now) => {
        permit(by, 'look after a poll', poll.tutor);
        const startsAt = poll.times[time];
        if (!startsAt || startsAt <= now) throw new Refusal('past', {});
        const { tutor, subject, lengthMinutes, capacity, platform } = poll;
        const minimumUntil = decidedAt(startsAt, 12, now);
        const plan = {
          tutor,
          subject,
          startsAt,
          lengthMinutes,
          capacity,
          minimum: 1,
          minimumUntil,
          note: '',
          platform,
        };
        const whose = await tx.person(tutor);
        const teaching = await tx.tutor(tutor);
        // What has become of its tutor since it was opened.
        if (!whose || whose.isBanned || teaching?.application.standing !== 'approved')
          throw new Refusal('poll-over', {});
        const session = await createOpened(tx, by, whose, plan, now);
        const fits = whomItFits(poll, time);
        const [people, apart] = [await tx.people(fits), await tx.apartFrom(tutor)];
        for (const person of fits) {
          // What has become of them since they answered.
          if (!people.has(person) || people.get(person)?.isBanned || apart.has(person)) continue;
          const opened = await reread(tx, session.id);
          const hasRoom = learners(opened).length < capacity && (await canPay(tx, person, [opened]));
          if (!hasRoom || !(await takePlace(tx, session, person, now, false))) await tx.wait(session.id, person, now);
        }
        await tx.closePoll(id, now, session.id);
        await noted(tx, id);
        return reread(tx, session.id);
      }),

    close: (by, id) =>
      withPoll(by, id, async (tx, poll, now) => {
        permit(by, 'look after a poll', poll.tutor);
        await tx.closePoll(id, now, undefined);
        return noted(tx, id);
      }),

    closeDue: async () => {
      const now = clock();
      if (!(await store.isDue('polls', now))) return;
      await store.transaction(async (tx) => {
        for (const id of await tx.lockPollsDue(now)) {
          await tx.closePoll(id, now, undefined);
          await noted(tx, id);
        }
      });
    },
  };
}

/** Every card of it follows. */
async function noted(tx: Transaction, id: string): Promise<Poll> {
  await tx.enqueue({ name: 'refresh', data: { about: { kind: 'poll', id } } });
  const poll = await tx.poll(id);
  if (!poll) throw new Refusal('poll-over', {});
  return poll;
}
