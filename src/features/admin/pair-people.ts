import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Wanted } from '../../core/programmes/programmes.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { personFound } from '../shared/person-meant.ts';
import { readerOf } from '../shared/reader.ts';
import { programmeCard } from './programme-card.ts';

const TEXT_MOST = 3000;
const Id = z.string().min(1).max(40);

/** Lines that are named one by one when they were not understood. */
const NAMED = 5;

/** Pairs, one a line: by hand, from a spreadsheet, or with a learner alone, who is proposed the tutor who fits best. */
export const pairPeople = handler({
  task: 'look after programmes',
  input: z.object({ programme: Id, pairs: Words }),
  form: async (by, input) => {
    const { programmes: words } = readerOf(by).words;
    return {
      title: words.pairTitle,
      submit: words.submit,
      carry: { programme: input['programme'] ?? '' },
      fields: [
        {
          ...{ kind: 'text', name: 'pairs', label: words.pairsLabel, hint: words.pairsHint },
          ...{ placeholder: words.pairsPlaceholder, most: TEXT_MOST, isLong: true, isOptional: false },
          ...(input['pairs'] && { value: input['pairs'] }),
        },
      ],
    };
  },
  run: async (by, { programme: id, pairs }, deps: Deps): Promise<Reply> => {
    const { programmes: words } = readerOf(by).words;
    const wanted: Wanted[] = [];
    const unread: string[] = [];
    for (const line of pairs.split(/\r?\n/).filter((one) => one.trim() !== '')) {
      const pair = await wantedIn(by, line, deps);
      if (pair) wanted.push(pair);
      else unread.push(line.trim());
    }
    const { paired, proposed, leftOut } = await deps.programmes.pair(by, id, wanted);
    const not = unread.length === 0 ? [] : say` ${words.unread(unread.slice(0, NAMED).join(' · '), unread.length)}`;
    return shown(by, id, [...words.pairedNow(paired, proposed, leftOut), ...not], deps);
  },
});

/** "Lena, Theo", with the separators that spreadsheets write. */
async function wantedIn(by: Actor, line: string, deps: Deps): Promise<Wanted | undefined> {
  const [learns = '', teaches = ''] = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const learner = await personFound(by, learns, deps);
  if (!learner) return undefined;
  if (teaches === '') return { learner: learner.id, tutor: undefined };
  const person = await personFound(by, teaches, deps);
  const tutor = person && (await deps.store.tutor(person.id));
  return tutor && { learner: learner.id, tutor: tutor.person.id };
}

export const takeProposals = handler({
  task: 'look after programmes',
  input: z.object({ programme: Id }),
  run: async (by, { programme: id }, deps: Deps): Promise<Reply> => {
    const count = await deps.programmes.take(by, id);
    return shown(by, id, readerOf(by).words.programmes.pairedNow(count, 0, 0), deps, 'replace');
  },
});

/** Of a pair, or of one that is proposed. */
export const endPair = handler({
  task: 'look after programmes',
  input: z.object({ pair: Id }),
  run: async (by, { pair }, deps: Deps): Promise<Reply> => {
    const id = await deps.programmes.endPair(by, pair);
    return shown(by, id, readerOf(by).words.programmes.pairEnded, deps, 'replace');
  },
});

async function shown(by: Actor, id: string, news: Text, deps: Deps, kind: Reply['kind'] = 'private'): Promise<Reply> {
  const one = await deps.store.programme(id);
  if (!one) throw new Refusal('programme-over', {});
  return { kind, message: await programmeCard(one, 1, readerOf(by), deps, news) };
}
