import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { checkPlatform } from '../shared/platform-name.ts';
import { readerOf } from '../shared/reader.ts';

/** Another room on the same platform: the old link stops working. For the tutor and admins. */
export const newLink = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session }, deps: Deps) => {
    await deps.rooms.renew(by, session);
    return making(by);
  },
});

/** Nothing worked before; perhaps it does now. */
export const makeAgain = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session }, deps: Deps) => {
    await deps.rooms.tryAgain(by, session);
    return making(by);
  },
});

/** The session meets on another platform. For the tutor and admins. */
export const otherPlatform = handler({
  input: z.object({ session: SessionId, choice: z.string() }),
  run: async (by, { session, choice }, deps: Deps) => {
    await checkPlatform(by, session, choice, deps);
    await deps.rooms.renew(by, session, choice);
    return making(by);
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
  run: async (by, { session, url }, deps: Deps) => {
    if (await deps.leadsInside(url)) throw new Refusal('not-a-room', {}, 'url');
    await deps.rooms.useOwn(by, session, url);
    return { kind: 'private', message: { text: readerOf(by).words.newLink.taken } };
  },
});

/** Said in one line: the cards follow by themselves. */
function making(by: Actor): Reply {
  return { kind: 'private', message: { text: readerOf(by).words.newLink.making } };
}
