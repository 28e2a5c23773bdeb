import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { MEET_INVITATION_MINUTES } from '../../core/limits.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { platformName } from '../shared/platform-name.ts';
import { readerOf, type View } from '../shared/reader.ts';

const MINUTE = 60_000;

/** To somebody whom a tutor or an admin would like to meet now, and who has had no session with them: nothing happens before they join. */
export const invitation = notice({
  kind: 'invitation',
  data: z.object({
    name: z.string(),
    platform: z.string(),
    subject: z.string(),
    at: z.number(),
    session: z.string().optional(),
  }),
  render: ({ about, reader, now }: View, { data, isShown }, deps: RenderDeps) => {
    const words = reader.words.meet;
    const title = words.invitation(data.name);
    if (data.session !== undefined) return { title, text: words.joined(data.name) };
    const isOver = now.getTime() >= data.at + MEET_INVITATION_MINUTES * MINUTE;
    if (isOver) return isShown ? { title, text: words.invitationOver } : undefined;
    return {
      title,
      text: words.invitationText(platformName(data.platform, reader.words, deps), MEET_INVITATION_MINUTES),
      actions: [
        {
          kind: 'button',
          label: reader.words.buttons.join,
          style: 'primary',
          target: { handler: 'meet-join', input: { from: about.id } },
        },
      ],
    };
  },
});

/** Says yes to an invitation: only now it holds both, and the room is made. */
export const meetJoin = handler({
  input: z.object({ from: z.string().min(1).max(64) }),
  run: async (by, { from }, deps: Deps) => {
    await deps.sessions.acceptMeet(by, from);
    const { words } = readerOf(by);
    const host = await deps.store.person(from);
    const name = host?.name ?? words.somebody;
    return { kind: 'replace', message: { title: words.meet.invitation(name), text: words.meet.joined(name) } };
  },
});
