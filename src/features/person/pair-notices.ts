import { z } from 'zod';
import type { Action } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { onDay } from '../../conversation/when/clock-words.ts';
import type { PairSeen, Programme } from '../../core/programmes/programme.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { Reader, View } from '../shared/reader.ts';

const Which = z.object({ pair: z.string() });

interface Known {
  readonly pair: PairSeen;
  readonly programme: Programme;
  /** The other of the two. */
  readonly other: string;
}

async function known(id: string, reader: Reader, deps: RenderDeps): Promise<Known | undefined> {
  const pair = await deps.store.pair(id);
  const programme = pair && (await deps.store.programme(pair.programme));
  if (!pair || !programme) return undefined;
  const other = pair.learner === reader.person.id ? pair.tutor : pair.learner;
  const name = (await deps.store.person(other))?.name ?? reader.words.formerMember;
  return { pair, programme, other: name };
}

/** The learner asks for a time; the tutor, who is not the one to ask, can begin at once. */
function booking({ pair, programme }: Known, { person, words }: Reader): Action {
  const { buttons } = words;
  if (pair.learner !== person.id)
    return {
      ...{ kind: 'button', label: buttons.meetNow, style: 'plain' },
      target: { handler: 'meet', input: { person: pair.learner } },
    };
  const input = { tutor: pair.tutor, subject: programme.subject };
  return { kind: 'button', label: buttons.book, style: 'primary', target: { handler: 'book', input } };
}

/** To both: they are paired, or are not any more. */
export const paired = notice({
  kind: 'paired',
  data: Which.extend({ what: z.enum(['begins', 'ended']) }),
  render: async ({ reader }: View, { data: { pair: id, what }, isShown }, deps: RenderDeps) => {
    const { programmes: words } = reader.words;
    const it = await known(id, reader, deps);
    if (!it) return isShown ? { text: words.pairEnded } : undefined;
    const { programme, pair, other } = it;
    if (what === 'ended' || pair.endedAt) return { text: words.overForYou(other, programme.name) };
    const every = words.every[programme.everyDays] ?? '';
    const until = onDay(programme.until, reader.locale);
    return {
      text: words.begins(other, programme.subject, programme.name, every, until),
      actions: [booking(it, reader)],
    };
  },
});

/** To both: they have not met for as long as was agreed. */
export const meetAgain = notice({
  kind: 'meet-again',
  data: Which,
  render: async ({ reader, now }: View, { data: { pair: id }, isShown }, deps: RenderDeps) => {
    const { programmes: words } = reader.words;
    const it = await known(id, reader, deps);
    if (!it || it.pair.endedAt) return isShown ? { text: words.pairEnded } : undefined;
    const { pair, other } = it;
    const { lastAt } = pair;
    if (lastAt && lastAt > now) return { text: words.meetsAgain(other, moment(lastAt, reader.zone)) };
    const isLearner = pair.learner === reader.person.id;
    return {
      text: isLearner ? words.askLearner(other) : words.askTutor(other),
      actions: [booking(it, reader)],
    };
  },
});
