import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Session } from '../../core/session/session.ts';
import { fullCard } from '../cards/full-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { checkPlatform } from '../shared/platform-name.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** Another room on the same platform: the old link stops working. For the tutor and admins. */
export const newLink = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session }, deps: Deps) => cardOf(await deps.rooms.renew(by, session), by, deps),
});

/** Nothing worked before; perhaps it does now. */
export const makeAgain = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session }, deps: Deps) => cardOf(await deps.rooms.tryAgain(by, session), by, deps),
});

/** The session meets on another platform. For the tutor and admins. */
export const otherPlatform = handler({
  input: z.object({ session: SessionId, choice: z.string() }),
  run: async (by, { session, choice }, deps: Deps) => {
    await checkPlatform(by, session, choice, deps);
    return cardOf(await deps.rooms.renew(by, session, choice), by, deps);
  },
});

/** A link of the tutor's own, where no platform works. */
export const ownLink = handler({
  input: z.object({ session: SessionId, url: z.string().trim() }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'own-link');
    const words = readerOf(by).words.ownLink;
    return {
      title: words.title,
      submit: words.submit,
      carry: { session: session.id },
      fields: [
        {
          kind: 'text',
          name: 'url',
          label: words.url,
          placeholder: 'https://…',
          isLong: false,
          isOptional: false,
          most: 500,
          ...(input['url'] === undefined ? {} : { value: input['url'] }),
        },
      ],
    };
  },
  run: async (by, { session, url }, deps: Deps) => cardOf(await deps.rooms.useOwn(by, session, url), by, deps),
});

async function cardOf(session: Session, by: Actor, deps: Deps): Promise<Reply> {
  return { kind: 'replace', message: await fullCard(await viewOf(session, readerOf(by), deps), deps) };
}
