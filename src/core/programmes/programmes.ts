import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { PAIRS_AT_ONCE, PROGRAMME_NAME_MOST, SUBJECT_MOST } from '../limits.ts';
import { permit } from '../may/tasks.ts';
import { languagesOf } from '../people/languages.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { sameSubject } from '../spelling.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import { propose, type Seeking } from './fit.ts';
import { EVERY_DAYS, look, type Pair, type Programme } from './programme.ts';

export type ProgrammePlan = Pick<Programme, 'name' | 'subject' | 'everyDays' | 'from' | 'until'>;

/** Who is paired with whom; without a tutor the one who fits best is proposed. */
export interface Wanted {
  readonly learner: string;
  readonly tutor: string | undefined;
}

/** What came of it: so many pairs, proposals, and such as were there already or found nobody. */
export interface Paired {
  readonly paired: number;
  readonly proposed: number;
  readonly leftOut: number;
}

/** Pairs for a term. All of it is for admins. */
export interface Programmes {
  open(by: Actor, plan: ProgrammePlan): Promise<Programme>;
  change(by: Actor, id: string, plan: ProgrammePlan): Promise<Programme>;
  /** With all of its pairs, who are told. */
  end(by: Actor, id: string): Promise<void>;
  pair(by: Actor, id: string, wanted: readonly Wanted[]): Promise<Paired>;
  /** Makes pairs of all that is proposed. @returns how many */
  take(by: Actor, id: string): Promise<number>;
  /** A pair, or a proposal. @returns the programme */
  endPair(by: Actor, pair: string): Promise<string>;
}

export function createProgrammes(store: Pick<Store, 'of'>, clock: Clock, defaultZone: string): Programmes {
  const asAdmin = async <T>(by: Actor, work: (tx: OrganizationTransaction, now: Date) => Promise<T>) => {
    permit(by, 'look after programmes');
    return store.of(by.person.organization).transaction((tx) => work(tx, clock()));
  };

  async function locked(tx: OrganizationTransaction, id: string): Promise<Programme> {
    const programme = await tx.lockProgramme(id);
    if (!programme || programme.endedAt) throw new Refusal('programme-over', {});
    return programme;
  }

  async function agree(tx: OrganizationTransaction, one: Programme, pairs: readonly Pair[], now: Date): Promise<void> {
    for (const pair of pairs) {
      const { lookAt } = look(one, { ...pair, since: now }, undefined, now, defaultZone);
      await tx.changePair(pair.id, { since: now, lookAt });
    }
    await tellPairs(tx, pairs, 'begins', now);
  }

  return {
    open: (by, plan) =>
      asAdmin(by, async (tx, now) => {
        check(plan);
        const { organization, id: createdBy } = by.person;
        const programme: Programme = {
          ...plan,
          id: newId(),
          organization,
          createdBy,
          createdAt: now,
          endedAt: undefined,
        };
        await tx.putProgramme(programme);
        return programme;
      }),

    change: (by, id, plan) =>
      asAdmin(by, async (tx, now) => {
        check(plan);
        const changed = { ...(await locked(tx, id)), ...plan };
        await tx.putProgramme(changed);
        await tx.wakePairs(id, now);
        return changed;
      }),

    end: (by, id) =>
      asAdmin(by, async (tx, now) => {
        const programme = await locked(tx, id);
        const all = await tx.pairs(id, Number.MAX_SAFE_INTEGER, 0);
        await tx.putProgramme({ ...programme, endedAt: now });
        for (const pair of all) await tx.changePair(pair.id, { endedAt: now, lookAt: undefined });
        await tellPairs(
          tx,
          all.filter(({ since }) => since),
          'ended',
          now,
        );
      }),

    pair: (by, id, wanted) =>
      asAdmin(by, async (tx, now) => {
        const programme = await locked(tx, id);
        if (wanted.length > PAIRS_AT_ONCE) throw new Refusal('too-many-pairs', { most: PAIRS_AT_ONCE }, 'pairs');
        const seeking = wanted.filter(({ tutor }) => tutor === undefined).map(({ learner }) => learner);
        const found = seeking.length === 0 ? new Map() : await proposals(tx, programme, seeking, now);
        const added: Pair[] = [];
        let leftOut = 0;
        for (const { learner, tutor: named } of wanted) {
          const tutor = named ?? found.get(learner);
          if (tutor === undefined || tutor === learner || (await tx.apartFrom(learner)).has(tutor)) {
            leftOut++;
            continue;
          }
          const none = { since: undefined, nudgedAt: undefined, toldAt: undefined, endedAt: undefined };
          const pair: Pair = { id: newId(), programme: id, learner, tutor, ...none };
          if (await tx.addPair(pair, undefined)) added.push(pair);
          else leftOut++;
        }
        const isNamed = ({ learner, tutor }: Pair) =>
          wanted.some((one) => one.learner === learner && one.tutor === tutor);
        const named = added.filter(isNamed);
        await agree(tx, programme, named, now);
        return { paired: named.length, proposed: added.length - named.length, leftOut };
      }),

    take: (by, id) =>
      asAdmin(by, async (tx, now) => {
        const programme = await locked(tx, id);
        const all = await tx.pairs(id, Number.MAX_SAFE_INTEGER, 0);
        const proposed = all.filter(({ since }) => !since);
        await agree(tx, programme, proposed, now);
        return proposed.length;
      }),

    endPair: (by, id) =>
      asAdmin(by, async (tx, now) => {
        const known = await tx.pair(id);
        if (!known) throw new Refusal('programme-over', {});
        await locked(tx, known.programme);
        const pair = await tx.pair(id);
        if (!pair || pair.endedAt) return known.programme;
        await tx.changePair(id, { endedAt: now, lookAt: undefined });
        if (pair.since) await tellPairs(tx, [pair], 'ended', now);
        return pair.programme;
      }),
  };

  async function proposals(
    tx: OrganizationTransaction,
    { subject }: Programme,
    learners: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, string>> {
    const tutors = (await tx.tutors({ subject, isPaused: false })).filter((one) => sameSubject(one.subjects, subject));
    const ids = tutors.map(({ person }) => person.id);
    const [contacts, counts] = [await tx.contacts([...learners, ...ids]), await tx.pairCounts(ids)];
    const seeking: Seeking[] = [];
    for (const id of learners) {
      const contact = contacts.get(id);
      const apartFrom = await tx.apartFrom(id);
      if (contact) seeking.push({ person: contact.person, languages: languagesOf(contact), apartFrom });
    }
    const offering = tutors.map((tutor) => ({
      ...{ tutor, languages: languagesOf(contacts.get(tutor.person.id)) },
      pairs: counts.get(tutor.person.id) ?? 0,
    }));
    return propose(seeking, offering, now, defaultZone);
  }
}

function check({ name, subject, everyDays, from, until }: ProgrammePlan): void {
  if (name === '') throw new Refusal('required', {}, 'name');
  if (name.length > PROGRAMME_NAME_MOST) throw new Refusal('too-long', { most: PROGRAMME_NAME_MOST }, 'name');
  if (subject === '') throw new Refusal('required', {}, 'subject');
  if (subject.length > SUBJECT_MOST) throw new Refusal('too-long', { most: SUBJECT_MOST }, 'subject');
  if (!EVERY_DAYS.some((one) => one === everyDays)) throw new Refusal('required', {}, 'every');
  if (until < from) throw new Refusal('days-backwards', {}, 'until');
}

/** Both hear that they are a pair, or are none any more. */
async function tellPairs(
  tx: OrganizationTransaction,
  pairs: readonly Pair[],
  what: 'begins' | 'ended',
  at: Date,
): Promise<void> {
  await tx.owe(
    pairs.flatMap(({ id, learner, tutor }) =>
      [learner, tutor].map((person) => ({
        ...{ kind: 'paired' as const, to: { person }, about: { kind: 'person' as const, id: learner } },
        ...{ dedupeKey: `${id} ${what}`, data: { pair: id, what } },
      })),
    ),
    at,
  );
  for (const { learner } of pairs)
    await tx.enqueue({ name: 'refresh', data: { about: { kind: 'person', id: learner } } });
}
