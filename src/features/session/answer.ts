import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { REASON_MOST } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { participant, type Session } from '../../core/session/session.ts';
import { fullCard } from '../cards/full-card.ts';
import { happened } from '../cards/happened.ts';
import { livingCard } from '../cards/living-card.ts';
import { passedOverCard } from '../cards/passed-over-card.ts';
import { requestContext } from '../cards/request-context.ts';
import { requestCard } from '../cards/session-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Version, Words } from '../shared/inputs.ts';
import { actsForOthers, mine } from '../shared/mine.ts';
import { checkPlatform } from '../shared/platform-name.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** Where an admin has opened the session, it stays open. */
const Opened = z.literal('opened').optional().catch(undefined);

/** The tutor's answer to a request: yes, on a meeting platform. */
export const confirm = handler({
  input: z.object({ session: SessionId, version: Version, platform: z.string(), on: Opened }),
  run: async (by, { session: id, version, platform, on }, deps: Deps) => {
    await checkPlatform(by, id, platform, deps);
    const session = await deps.sessions.confirm(by, id, version, platform);
    return afterAnswer(by, session, on, deps);
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

/** The tutor's answer to a request: no, and why if they say so. */
export const decline = handler({
  input: z.object({ session: SessionId, version: Version, reason: Words, on: Opened }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'decline');
    const words = readerOf(by).words.request;
    return {
      title: words.declineTitle,
      submit: readerOf(by).words.buttons.decline,
      carry: {
        session: session.id,
        version: input['version'] ?? '',
        ...(input['on'] === undefined ? {} : { on: input['on'] }),
      },
      fields: [
        {
          kind: 'text',
          name: 'reason',
          label: words.declineReason,
          placeholder: words.declineReasonPlaceholder,
          isLong: true,
          // It is kind to say why, and nobody has planned anything yet.
          isOptional: !actsForOthers(by, session),
          most: REASON_MOST,
          ...(input['reason'] === undefined ? {} : { value: input['reason'] }),
        },
      ],
    };
  },
  run: async (by, { session: id, version, reason, on }, deps: Deps) => {
    if (reason.length > REASON_MOST) throw new Refusal('too-long', { most: REASON_MOST }, 'reason');
    if (reason === '' && actsForOthers(by, await mine(by, id, deps, 'decline')))
      throw new Refusal('required', {}, 'reason');
    const session = await deps.sessions.decline(by, id, version, reason);
    return afterAnswer(by, session, on, deps);
  },
});

/** The card as it is now for those who were asked; a sentence for admins, whose card in the channel follows by itself. */
async function afterAnswer(by: Actor, session: Session, on: 'opened' | undefined, deps: Deps): Promise<Reply> {
  const view = await viewOf(session, readerOf(by), deps);
  if (on) return { kind: 'replace', message: await fullCard(view, deps) };
  const line = happened(view);
  const card = participant(session, by.person.id) && (await livingCard(view, true, deps));
  if (card) return { kind: 'replace', message: card, line };
  // One of several who declined: what becomes of it is not theirs to know.
  if (session.tutor === undefined)
    return { kind: 'replace', message: passedOverCard(view, true, deps), line: view.reader.words.request.youDeclined };
  return { kind: 'private', message: { text: line } };
}
