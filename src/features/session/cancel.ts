import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { REASON_MOST } from '../../core/limits.ts';
import { Refusal } from '../../core/refusal.ts';
import { actionsFor } from '../cards/actions.ts';
import { outcomeCard } from '../cards/session-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** Takes back a request, or calls off a session. The other side reads why. */
export const cancel = handler({
  input: z.object({ session: SessionId, reason: Words }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'cancel');
    const { meeting: words, buttons } = readerOf(by).words;
    return {
      title: words.cancelTitle,
      submit: buttons.cancelSession,
      carry: { session: session.id },
      fields: [
        {
          kind: 'text',
          name: 'reason',
          label: words.cancelReason,
          placeholder: words.cancelPlaceholder,
          isLong: true,
          // Nobody has planned anything around a mere request.
          isOptional: session.state === 'requested',
          most: REASON_MOST,
          ...(input['reason'] === undefined ? {} : { value: input['reason'] }),
        },
      ],
    };
  },
  run: async (by, { session: id, reason }, deps: Deps) => {
    if (reason.length > REASON_MOST) throw new Refusal('too-long', { most: REASON_MOST }, 'reason');
    if (reason === '' && (await mine(by, id, deps)).state === 'confirmed') throw new Refusal('required', {}, 'reason');
    const session = await deps.sessions.cancel(by, id, reason);
    const view = await viewOf(session, readerOf(by), deps);
    return { kind: 'replace', message: { ...outcomeCard(view), actions: actionsFor(view, deps) } };
  },
});
