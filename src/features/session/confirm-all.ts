import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Section } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import { isOffered } from '../../core/calendar/availability.ts';
import { seenKey, waitingWith } from '../../core/session/confirm-all.ts';
import { asker } from '../../core/session/session.ts';
import { whenField } from '../cards/session-fields.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { checkPlatform, platformName } from '../shared/platform-name.ts';
import { learnersNamed, otherOf, readerOf, viewOf, viewsOf } from '../shared/reader.ts';

/**
 * Yes to all that this learner waits for from the tutor. First it is listed, with what lies outside the tutor's hours;
 * nothing is confirmed that was not on that list.
 */
export const confirmAll = handler({
  input: z.object({ session: SessionId, platform: z.string(), listed: z.string().optional() }),
  run: async (by, { session: id, platform, listed }, deps: Deps) => {
    await checkPlatform(by, id, platform, deps);
    const reader = readerOf(by);
    const words = reader.words.request;
    const asked = await mine(by, id, deps, listed === undefined ? 'confirm-all' : 'see');
    if (listed !== undefined) {
      const other = otherOf(await viewOf(asked, reader, deps));
      const { confirmed, left } = await deps.sessions.confirmAll(by, id, listed, platform);
      return { kind: 'replace', message: { text: words.confirmedAll(confirmed.length, left, other) } };
    }
    const learner = asker(asked);
    const theirs =
      learner === undefined
        ? []
        : await deps.store.sessions({ person: learner, states: ['requested'], order: 'soonest' });
    const waiting = waitingWith(asked, theirs);
    const [views, tutor] = await Promise.all([viewsOf(waiting, reader, deps), deps.store.tutor(by.person.id)]);
    const lines = views.map((view) => {
      const { subject, startsAt, endsAt } = view.session;
      const isOutside = tutor !== undefined && !isOffered(tutor, startsAt, endsAt);
      return [...words.oneOfAll(subject, whenField(view).value), ...(isOutside ? say` ⚠ ${words.outsideHours}` : [])];
    });
    const [first] = views;
    const list: Section = {
      title: words.titleAll(first ? learnersNamed(first) : reader.words.somebody, views.length),
      text: join(lines, '\n'),
      fields: [{ name: words.platform, value: say`${platformName(platform, reader.words, deps)}` }],
    };
    const input = { session: id, platform, listed: seenKey(waiting) };
    const label = words.confirmThese(views.length);
    return {
      kind: 'private',
      message: {
        ...list,
        actions: [{ kind: 'button', label, style: 'primary', target: { handler: 'confirm-all', input } }],
      },
    };
  },
});
