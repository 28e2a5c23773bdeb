import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';

/**
 * The way in with the host's rights: asked for now, shown to the tutor alone, kept nowhere. Whoever has it is the host,
 * so not even an admin gets it.
 */
export const startAsHost = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps) => {
    const session = await deps.sessions.join(by, id, 'start-as-host');
    const { host, buttons } = readerOf(by).words;
    const url = await deps.meetings.hostLink(session);
    if (url === undefined) return { kind: 'private', message: { text: host.failed } };
    return {
      kind: 'private',
      message: { text: host.ready, actions: [{ kind: 'link', label: buttons.startAsHost, url, style: 'primary' }] },
    };
  },
});
