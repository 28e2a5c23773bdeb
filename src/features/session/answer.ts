import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { REASON_MOST } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { participant, type Session } from '../../core/session/session.ts';
import { requestContext } from '../cards/request-context.ts';
import { happened, outcomeCard, requestCard } from '../cards/session-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Version, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { checkPlatform } from '../shared/platform-name.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** The tutor's answer to a request: yes, on a meeting platform. */
export const confirm = handler({
  input: z.object({ session: SessionId, version: Version, platform: z.string() }),
  run: async (by, { session: id, version, platform }, deps: Deps) => {
    await checkPlatform(by, id, platform, deps);
    const session = await deps.sessions.confirm(by, id, version, platform);
    return afterAnswer(by, session, deps);
  },
});

/** Yes to all that this learner waits for from the tutor. */
export const confirmAll = handler({
  input: z.object({ session: SessionId, seen: z.string(), platform: z.string() }),
  run: async (by, { session: id, seen, platform }, deps: Deps) => {
    await checkPlatform(by, id, platform, deps);
    const { confirmed, left } = await deps.sessions.confirmAll(by, id, seen, platform);
    const { words } = readerOf(by);
    return { kind: 'private', message: { text: words.request.confirmedAll(confirmed.length, left) } };
  },
});

/** The choice of where to meet, before Confirm: the card shows it as chosen. */
export const choosePlatform = handler({
  input: z.object({ session: SessionId, choice: z.string() }),
  run: async (by, { session: id, choice }, deps: Deps) => {
    await checkPlatform(by, id, choice, deps);
    // Kept, so that the card still shows it when something else brings it up to date.
    const session = await deps.rooms.choose(by, id, choice);
    const view = await viewOf(session, readerOf(by), deps);
    return { kind: 'replace', message: requestCard(view, await requestContext(view, deps)) };
  },
});

/** The tutor's answer to a request: no, and why. */
export const decline = handler({
  input: z.object({ session: SessionId, version: Version, reason: Words }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'decline');
    const words = readerOf(by).words.request;
    return {
      title: words.declineTitle,
      submit: readerOf(by).words.buttons.decline,
      carry: { session: session.id, version: input['version'] ?? '' },
      fields: [
        {
          kind: 'text',
          name: 'reason',
          label: words.declineReason,
          placeholder: words.declineReasonPlaceholder,
          isLong: true,
          isOptional: false,
          most: REASON_MOST,
          ...(input['reason'] === undefined ? {} : { value: input['reason'] }),
        },
      ],
    };
  },
  run: async (by, { session: id, version, reason }, deps: Deps) => {
    if (reason === '') throw new Refusal('required', {}, 'reason');
    if (reason.length > REASON_MOST) throw new Refusal('too-long', { most: REASON_MOST }, 'reason');
    const session = await deps.sessions.decline(by, id, version, reason);
    return afterAnswer(by, session, deps);
  },
});

/** The card as it is now for those who were asked; a sentence for admins, whose own card follows by itself. */
async function afterAnswer(by: Actor, session: Session, deps: Deps): Promise<Reply> {
  const view = await viewOf(session, readerOf(by), deps);
  const isAsked = participant(session, by.person.id) !== undefined || session.tutor === undefined;
  return isAsked
    ? { kind: 'replace', message: outcomeCard(view) }
    : { kind: 'private', message: { text: happened(view) } };
}
