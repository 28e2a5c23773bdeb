import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { creditsCard, untilInWords } from '../cards/credits-card.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { readerOf, type View } from '../shared/reader.ts';

/** What one has left of the sessions that one was given. */
export const credits = handler({
  input: z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1), turn: Short }),
  read: async () => ({}),
  run: async (by, { page, turn }, deps: Deps) => {
    const reader = readerOf(by);
    const { usesCredits } = await deps.store.rules(by.person.organization);
    const message = usesCredits
      ? await creditsCard(by.person, page, 'credits', reader, deps)
      : { text: reader.words.credits.notUsed };
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

/** To whoever was given some. */
export const creditsGranted = notice({
  kind: 'credits-granted',
  data: z.object({ by: z.string(), sessions: z.number(), until: z.number().optional() }),
  render: async ({ reader }: View, { data: { by, sessions, until } }, deps: RenderDeps) => {
    const { credits: words, buttons, formerMember } = reader.words;
    const admin = (await deps.store.person(by))?.name ?? formerMember;
    const end = untilInWords(until === undefined ? undefined : new Date(until), reader, deps);
    return {
      text: words.grantedToYou(admin, sessions, end),
      actions: [
        { kind: 'button', label: buttons.book, style: 'primary', target: { handler: 'book', input: {} } },
        { kind: 'button', label: buttons.credits, style: 'plain', target: { handler: 'credits', input: {} } },
      ],
    };
  },
});
