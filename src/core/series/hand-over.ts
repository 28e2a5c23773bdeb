import { countedOf, objection, refusalFor } from '../calendar/objection.ts';
import { tellFormerTutors } from '../calendar/tell.ts';
import type { Clock } from '../clock.ts';
import { EXPIRE_AFTER_HOURS, SERIES_HORIZON_DAYS } from '../limits.ts';
import { seriesSubject } from '../owing/subject.ts';
import type { Actor, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { passOn } from '../session/hand-over.ts';
import { asker, learners, lengthMinutes, participant, type Session } from '../session/session.ts';
import { change, reread } from '../session/steps.ts';
import { lockAsking } from '../session/still-offered.ts';
import { tellAskedOfMany } from '../session/tell-asked.ts';
import { sameSubject } from '../spelling.ts';
import type { Store, Transaction } from '../store.ts';
import { confirmIn } from './answer.ts';
import { meant, seriesOf, type Which } from './change.ts';
import { foreseeing } from './plan.ts';
import { withdrawMove } from './propose-move.ts';
import { lockingSeries, refreshMany, tellOfMany } from './steps.ts';

const HOUR = 3_600_000;
const DAY = 86_400_000;

export interface HandOverSeries {
  /**
   * An admin asks this tutor for several of a series in place of whoever was asked before. Where they cannot, it stays as
   * it was. `platform`: the admin knows that they can. @throws Refusal `series-taken` where they can at none of its times
   */
  handTo(by: Actor, which: Which, tutor: string, platform?: string): Promise<Handed>;
}

interface Handed {
  readonly handed: readonly Session[];
  /** Those at whose time the new tutor cannot. */
  readonly left: readonly Session[];
}

export function createHandOverSeries(store: Pick<Store, 'of'>, clock: Clock): HandOverSeries {
  const withSeries = lockingSeries(store);
  return {
    handTo: (by, which, id, platform) =>
      withSeries(by, seriesOf(which), async (tx, all, series) => {
        const now = clock();
        const { one, some } = meant(by, 'hand-to', which, all, now);
        const tutor = await tx.tutor(id);
        // Whoever else gives them one at this moment is waited for.
        await lockAsking(tx, id, tutor);
        const others = some.filter((session) => !participant(session, id));
        if (!tutor || !(await canTeach(tx, tutor, one)) || others.length === 0)
          throw new Refusal('unknown-tutor', { typed: '' }, 'tutor');
        const free = await freeAt(tx, tutor, others, now);
        const left = others.filter((session) => !free.includes(session));
        const [first] = free;
        if (!first) throw new Refusal('series-taken', { starts: left.map(({ startsAt }) => startsAt) }, 'tutor');
        const answerBy = new Date(Math.min(now.getTime() + EXPIRE_AFTER_HOURS * HOUR, first.startsAt.getTime()));
        // Another time that one of them suggested is no longer for these two to agree on.
        await withdrawMove(tx, series, all);
        const handed: Session[] = [];
        for (const session of free) {
          const anew = await passOn(tx, session, by, 'hand-to', [id], now);
          const patch = { ...anew, ...(session.series && { series: { ...session.series, answerBy } }) };
          await change(tx, session, by.person.id, 'hand-to', patch, now);
          handed.push(await reread(tx, session.id));
        }
        await refreshMany(tx, handed);
        const about = seriesSubject(series.id);
        const dedupeKey = String(now.getTime());
        await tx.owe([{ kind: 'series-card', to: { person: id }, about, dedupeKey }], now);
        await tellFormerTutors(tx, free, now);
        await tellAskedOfMany(tx, free, by.person, id, now);
        if (platform !== undefined) return { handed: await confirmIn(tx, by, handed, platform, now), left };
        const people = handed.flatMap(learners).map(({ person }) => person);
        const news = {
          what: 'handed-over',
          by: by.person.id,
          admin: by.person.name,
          tutor: tutor.person.name,
        } as const;
        await tellOfMany(
          tx,
          series.id,
          people.filter((person) => person !== by.person.id),
          news,
          handed,
          now,
        );
        return { handed, left };
      }),
  };
}

/** Whether they could teach one of them, whatever the time. */
async function canTeach(tx: Pick<Transaction, 'apartFrom'>, tutor: Tutor, session: Session): Promise<boolean> {
  const { application, isPaused, subjects, lengths, person } = tutor;
  const learner = asker(session);
  const isApart = learner !== undefined && (await tx.apartFrom(learner)).has(person.id);
  const teaches = sameSubject(subjects, session.subject) !== undefined && lengths.includes(lengthMinutes(session));
  return application.standing === 'approved' && !isPaused && teaches && !isApart;
}

/** Those of them that the tutor offers, each counted with those before it. How far ahead is no matter: they go on as they are. */
async function freeAt(
  tx: Pick<Transaction, 'around'>,
  tutor: Tutor,
  sessions: readonly Session[],
  now: Date,
): Promise<readonly Session[]> {
  const around = await tx.around({
    people: [tutor.person.id],
    counted: countedOf([tutor]),
    from: new Date(now.getTime() - DAY),
    to: new Date(now.getTime() + SERIES_HORIZON_DAYS * DAY),
    now,
  });
  const far = foreseeing(tutor);
  const free: Session[] = [];
  for (const session of sessions) {
    const more = free.map(({ id, startsAt }) => ({ tutor: tutor.person.id, session: id, startsAt }));
    const against = objection(far, session, { ...around, taught: [...around.taught, ...more] }, now);
    if (!against || !refusalFor(far, against)) free.push(session);
  }
  return free;
}
