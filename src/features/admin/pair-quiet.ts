import { z } from 'zod';
import { notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { meetsAgain } from '../../core/programmes/programme.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { View } from '../shared/reader.ts';
import { button } from './programme-card.ts';

/** To the admins: a pair has stopped meeting, and asking them has changed nothing. */
export const pairQuiet = notice({
  kind: 'pair-quiet',
  data: z.object({ pair: z.string() }),
  render: async ({ reader }: View, { data, isShown }, deps: RenderDeps) => {
    const { programmes: words, buttons, formerMember } = reader.words;
    const pair = await deps.store.pair(data.pair);
    const programme = pair && (await deps.store.programme(pair.programme));
    if (!pair || !programme) return isShown ? { text: words.pairEnded } : undefined;
    const people = await deps.store.people([pair.learner, pair.tutor]);
    const nameOf = (id: string) => people.get(id)?.name ?? formerMember;
    const title = words.quiet(nameOf(pair.learner), nameOf(pair.tutor), programme.name);
    if (pair.endedAt) return { title, text: words.pairEnded };
    const { lastAt } = pair;
    if (lastAt && meetsAgain(pair)) return { title, text: words.meetAgain(moment(lastAt, reader.zone)) };
    return {
      title,
      text: lastAt ? words.lastMet(moment(lastAt, reader.zone)) : words.notYet,
      actions: [
        button(buttons.allOfProgramme, 'programme', { name: programme.id }),
        button(buttons.endPair, 'end-pair', { pair: pair.id }, 'danger'),
      ],
    };
  },
});
