import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { REASON_MOST } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { cancelsLate } from '../../core/session/late-cancel.ts';
import type { Session } from '../../core/session/session.ts';
import { actionsFor } from '../cards/actions.ts';
import { happened } from '../cards/happened.ts';
import { outcomeCard } from '../cards/session-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { actsForOthers, mine } from '../shared/mine.ts';
import { readerOf, viewOf } from '../shared/reader.ts';
import { seenIn, Which, whichOf } from './which.ts';

/** Takes back a request, or calls off a session. The other side reads why. */
export const cancel = handler({
  input: z.object({ session: SessionId, reason: Words, ...Which }),
  form: async (by, input, deps: Deps) => {
    const id = input['session'] ?? '';
    // Of a series all can be called off where this one cannot.
    const session = await mine(by, id, deps, input['scope'] === 'all' ? 'see' : 'cancel');
    const { meeting: words, buttons } = readerOf(by).words;
    const isLate = cancelsLate(session, by.person.id, await deps.store.rules(session.organization), deps.clock());
    const which = await whichOf(by, 'cancel', session, input['scope'], deps);
    return {
      title: words.cancelTitle,
      submit: buttons.cancelSession,
      carry: { session: session.id, ...which.carry },
      fields: [
        ...which.fields,
        {
          kind: 'text',
          name: 'reason',
          label: words.cancelReason,
          placeholder: words.cancelPlaceholder,
          ...(isLate && { hint: words.cancelLateHint }),
          isLong: true,
          // Nobody has planned anything around a mere request.
          isOptional: !owesReason(by, session),
          most: REASON_MOST,
          ...(input['reason'] === undefined ? {} : { value: input['reason'] }),
        },
      ],
    };
  },
  run: async (by, { session: id, reason, scope, ...said }, deps: Deps) => {
    if (reason.length > REASON_MOST) throw new Refusal('too-long', { most: REASON_MOST }, 'reason');
    if (reason === '' && owesReason(by, await mine(by, id, deps))) throw new Refusal('required', {}, 'reason');
    if (scope !== 'this') {
      const session = await mine(by, id, deps);
      const cancelled = await deps.series.cancel(by, { session, scope, seen: seenIn(said)[scope] }, reason);
      return { kind: 'private', message: { text: readerOf(by).words.series.cancelled(cancelled.length) } };
    }
    const session = await deps.sessions.cancel(by, id, reason);
    const view = await viewOf(session, readerOf(by), deps);
    const message = { ...outcomeCard(view), actions: actionsFor(view, deps) };
    return { kind: 'replace', message, line: happened(view) };
  },
});

function owesReason(by: Actor, session: Session): boolean {
  return session.state === 'confirmed' || actsForOthers(by, session);
}
