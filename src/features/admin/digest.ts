import { z } from 'zod';
import type { Action, Text } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { onDay } from '../../conversation/when/clock-words.ts';
import type { Digest } from '../../core/moderation/digest.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { learnersNamed, nameOf, type Reader, type View, viewsOf } from '../shared/reader.ts';

const WAITING = [
  'unanswered',
  'series-unanswered',
  'disputed',
  'application',
  'complaint',
  'platform-trouble',
] as const;

/** What waits for an admin, of each kind how much. */
export function waitingText(
  waiting: readonly Pick<Digest['waiting'][number], 'kind' | 'count'>[],
  { words }: Reader,
): Text {
  const { waits, lines } = words.digest;
  return join([waits, ...waiting.map(({ kind, count }) => lines[kind](count))], '\n');
}

/** To the admins, in the morning: what waits for them, what was yesterday, and what will be today. */
export const digest = notice({
  kind: 'digest',
  data: z.object({
    day: z.string(),
    waiting: z.array(z.object({ kind: z.enum(WAITING), count: z.number(), url: z.string().optional() })),
    yesterday: z.object({ tookPlace: z.number(), missed: z.number(), open: z.number(), calledOff: z.number() }),
    today: z.array(z.string()),
    count: z.number(),
  }),
  render: async ({ reader }: View, { data: { day, waiting, yesterday, today, count } }, deps: RenderDeps) => {
    const { digest: words, buttons, tutoring, anyTutor } = reader.words;
    const views = await viewsOf(await deps.store.sessionsOf(today), reader, deps);
    const inOrder = views.toSorted((a, b) => a.session.startsAt.getTime() - b.session.startsAt.getTime());
    const lines = inOrder.map((view): Text => {
      const { subject, startsAt, tutor } = view.session;
      const who = tutor === undefined ? anyTutor : nameOf(view, tutor);
      return say`${moment(startsAt, reader.zone, 'time')}: ${tutoring.line(subject, learnersNamed(view), who)}`;
    });
    const more = count > lines.length ? [words.more(count - lines.length)] : [];
    const { tookPlace, missed, open, calledOff } = yesterday;
    const was = tookPlace + missed + open + calledOff;
    const links = waiting.flatMap(({ kind, count: many, url }): Action[] =>
      url === undefined ? [] : [{ kind: 'link', label: words.links[kind](many), url, style: 'plain' }],
    );
    return {
      title: words.title(onDay(day, reader.locale)),
      text: waiting.length === 0 ? words.nothingWaits : waitingText(waiting, reader),
      fields: [
        { name: words.yesterday, value: was === 0 ? words.none : words.was(tookPlace, missed, open, calledOff) },
        { name: words.today, value: count === 0 ? words.none : join([...lines, ...more], '\n') },
      ],
      actions: [
        ...links,
        {
          kind: 'button',
          label: buttons.allSessions,
          style: 'plain',
          target: { handler: 'tutoring-sessions', input: {} },
        },
      ],
    };
  },
});
