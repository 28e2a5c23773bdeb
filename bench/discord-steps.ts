import type { ScreenChannel, ScreenMessage } from '../sandbox/discord/screen.ts';
import { findAll } from '../test/world/human.ts';
import { dayOfSessions, SUBJECT } from './cast.ts';
import type { BenchStage } from './stage.ts';
import type { Step } from './step.ts';

interface Button {
  readonly custom_id: string;
}

/** From `/book` to the link, learner and tutor both in Discord. */
export function discordSteps({ discord, cast, watches }: BenchStage): readonly Step[] {
  const { learners, tutors } = cast.discord;
  const { study } = discord.credentials.channels;
  const found = new Map<number, string>();
  const when = `${dayOfSessions()} 17:00`;

  const learner = (journey: number) => learners[journey]?.id ?? '';
  const tutor = (journey: number) => tutors[journey]?.id ?? '';
  const dm = (userId: string) => discord.screen(userId).dm;
  const inServer = (userId: string) => {
    const channels = discord.screen(userId).servers.flatMap((server) => server.channels);
    return channels.find(({ id }) => id === study);
  };
  const hasLink = (message: ScreenMessage) => JSON.stringify([message.content, message.components]).includes('/j/');
  const button = (channel: ScreenChannel | undefined, words: string) => {
    for (const { id, components } of channel?.messages ?? []) {
      const [found] = findAll<Button>(components, ({ custom_id, label }) => custom_id !== undefined && label === words);
      if (found && channel) return { channel: channel.id, message: id, customId: found.custom_id };
    }
    return undefined;
  };
  const sendButton = (userId: string) => button(inServer(userId), 'Send the request');
  const confirmButton = (userId: string) => button(dm(userId), 'Confirm');

  const step = (name: string, afterMs: number, ready: Step['ready']): Step => ({
    chat: 'discord',
    name,
    afterMs,
    ready,
    watch: watches.discord,
  });

  return [
    step('/book → dialog', 0, (journey) => ({
      act: () => discord.runs(learner(journey), study, 'book'),
      sights: {},
    })),
    step('tutor search', 500, (journey) => {
      const typed = tutors[journey]?.globalName ?? '';
      const act = async () => {
        const [first] = await discord.completes(learner(journey), study, 'book', { tutor: typed }, 'tutor');
        found.set(journey, String(first?.value));
      };
      return { act, sights: {} };
    }),
    step('/book … → preview', 1000, (journey) => {
      const me = learner(journey);
      const chosen = found.get(journey);
      if (chosen === undefined) return undefined;
      return {
        act: () => discord.runs(me, study, 'book', { tutor: chosen, subject: SUBJECT, when }),
        sights: { 'reply visible': () => sendButton(me) !== undefined },
      };
    }),
    step('Send', 1500, (journey) => {
      const me = learner(journey);
      const pressed = sendButton(me);
      return (
        pressed && {
          act: () => discord.presses(me, pressed),
          sights: {
            'reply visible': () => sendButton(me) === undefined,
            'DM at the tutor': () => confirmButton(tutor(journey)) !== undefined,
          },
        }
      );
    }),
    step('Confirm', 2500, (journey) => {
      const [asker, me] = [learner(journey), tutor(journey)];
      const pressed = confirmButton(me);
      if (!pressed) return undefined;
      const link = (id: string) => dm(id).messages.some(hasLink);
      return {
        act: () => discord.presses(me, pressed),
        sights: {
          'reply visible': () => confirmButton(me) === undefined,
          'link at the tutor': () => link(me),
          'link at the learner': () => link(asker),
        },
      };
    }),
  ];
}
