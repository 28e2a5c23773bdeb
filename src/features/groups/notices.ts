import { z } from 'zod';
import { nothing, notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { isOn } from '../../core/session/session.ts';
import { announcement } from '../cards/group-card.ts';
import { livingCard } from '../cards/living-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';

/** To a channel: a session for many, kept true as people come and go. */
export const group = notice({
  kind: 'group',
  data: z.object({ by: z.string() }),
  render: (view: SessionView, { isShown }, deps: RenderDeps) =>
    isShown || isOn(view.session) ? announcement(view, deps) : undefined,
});

/** To its tutor: their card. */
export const opened = notice({
  kind: 'opened',
  data: nothing,
  isCard: true,
  render: (view: SessionView, { isShown }, deps: RenderDeps) => livingCard(view, isShown, deps),
});

/** To whoever has a place in it: their card; and whether the place came free while they waited. */
export const enrolled = notice({
  kind: 'enrolled',
  data: z.object({ wasWaiting: z.boolean() }),
  isCard: true,
  render: async (view: SessionView, { data: { wasWaiting }, isShown }, deps: RenderDeps) => {
    const card = await livingCard(view, isShown, deps);
    const isNews = wasWaiting && view.session.state === 'confirmed' && view.now < view.session.startsAt;
    return card && isNews ? { ...card, text: say`${view.reader.words.group.placeCameFree} ${card.text ?? []}` } : card;
  },
});

/** To whoever announced it: the bot may not write in that channel, and what to do about it. */
export const notAnnounced = notice({
  kind: 'not-announced',
  data: z.object({ chat: z.string() }),
  render: ({ session, reader }: SessionView, { data: { chat } }) => {
    const { group: words } = reader.words;
    const text = chat === 'slack' ? words.notAnnouncedText.slack : words.notAnnouncedText.discord;
    return isOn(session) ? { title: words.notAnnounced, text: text(session.subject) } : undefined;
  },
});
