import type { ScreenMessage } from '../sandbox/slack/screen.ts';
import { findAll } from '../test/world/human.ts';
import { dayOfSessions, SUBJECT } from './cast.ts';
import type { BenchStage } from './stage.ts';
import type { Step } from './step.ts';

interface Button {
  readonly action_id: string;
  readonly text: { readonly text: string };
}

/** From `/book` to the link, learner and tutor both in Slack. */
export function slackSteps({ slack, cast, watches }: BenchStage): readonly Step[] {
  const { learners, tutors } = cast.slack;
  const found = new Map<number, string>();
  const day = dayOfSessions();

  const learner = (journey: number) => learners[journey]?.id ?? '';
  const tutor = (journey: number) => tutors[journey]?.id ?? '';
  const dialog = (userId: string) => slack.screen(userId).modals.at(-1);
  const dm = (userId: string) => {
    const conversation = slack.screen(userId).conversations.find(({ kind }) => kind === 'im');
    if (!conversation) throw new Error(`${userId} has no DM with the app`);
    return conversation;
  };
  const hasLink = (message: ScreenMessage) => JSON.stringify([message.text, message.blocks]).includes('/j/');
  const confirmButton = (userId: string) => {
    const { id, messages } = dm(userId);
    for (const { ts, blocks = [] } of messages) {
      for (const block of blocks) {
        const [button] = findAll<Button>(block, ({ type, text }) => type === 'button' && says(text, 'Confirm'));
        if (button)
          return { conversation: id, ts, blockId: String(block['block_id']), actionId: String(button.action_id) };
      }
    }
    return undefined;
  };

  const step = (name: string, afterMs: number, ready: Step['ready']): Step => ({
    chat: 'slack',
    name,
    afterMs,
    ready,
    watch: watches.slack,
  });

  return [
    step('/book → dialog', 0, (journey) => {
      const me = learner(journey);
      return {
        act: () => slack.types(me, dm(me).id, '/book'),
        sights: { 'reply visible': () => dialog(me) !== undefined },
      };
    }),
    step('tutor search', 500, (journey) => {
      const me = learner(journey);
      const view = dialog(me)?.id;
      if (view === undefined) return undefined;
      const query = tutors[journey]?.realName ?? '';
      const act = async () => {
        const options = await slack.looksUp(me, { view, blockId: 'tutor', actionId: 'tutor', query });
        found.set(journey, String(options[0]?.['value']));
      };
      return { act, sights: {} };
    }),
    step('Send', 1000, (journey) => {
      const me = learner(journey);
      const view = dialog(me);
      const chosen = found.get(journey);
      if (!view || chosen === undefined) return undefined;
      const answers = { tutor: chosen, subject: SUBJECT, 'when:date': day, 'when:time': '17:00' };
      return {
        act: () => slack.submits(me, view.id, answers),
        sights: {
          'reply visible': () => dm(me).messages.some(({ ephemeral }) => ephemeral),
          'DM at the tutor': () => confirmButton(tutor(journey)) !== undefined,
        },
      };
    }),
    step('Confirm', 2000, (journey) => {
      const [asker, me] = [learner(journey), tutor(journey)];
      const button = confirmButton(me);
      if (!button) return undefined;
      const before = new Map([asker, me].map((id) => [id, dm(id).messages.length]));
      const newLink = (id: string) => dm(id).messages.slice(before.get(id)).some(hasLink);
      return {
        act: () => slack.presses(me, button),
        sights: {
          'reply visible': () => confirmButton(me) === undefined,
          'link DM at the tutor': () => newLink(me),
          'link DM at the learner': () => newLink(asker),
        },
      };
    }),
  ];
}

function says(text: unknown, words: string): boolean {
  return typeof text === 'object' && text !== null && 'text' in text && text.text === words;
}
