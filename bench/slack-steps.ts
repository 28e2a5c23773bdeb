import type { ScreenMessage, ScreenView } from '../sandbox/slack/screen.ts';
import { findAll } from '../test/world/human.ts';
import { SUBJECT } from './cast.ts';
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
  const chosenIn = new Map<number, string>();

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
    step('tutor chosen → open times', 800, (journey) => {
      const me = learner(journey);
      const before = dialog(me);
      const answer = found.get(journey);
      if (!before || answer === undefined) return undefined;
      chosenIn.set(journey, before.hash);
      return {
        act: () => slack.presses(me, { view: before.id, blockId: 'tutor', actionId: 'tutor', answer }),
        sights: { 'times visible': () => dialog(me)?.hash !== before.hash },
      };
    }),
    step('Send', 1300, (journey) => {
      const me = learner(journey);
      const view = dialog(me);
      if (!view || view.hash === chosenIn.get(journey)) return undefined;
      const [when, open] = openTime(view);
      if (open === undefined) return undefined;
      const answers = { [blockOf(view, 'subject')]: SUBJECT, [when]: open };
      return {
        act: () => slack.submits(me, view.id, answers),
        sights: {
          'reply visible': () => dm(me).messages.some(({ ephemeral }) => ephemeral),
          'DM at the tutor': () => confirmButton(tutor(journey)) !== undefined,
        },
      };
    }),
    step('Confirm', 2300, (journey) => {
      const [asker, me] = [learner(journey), tutor(journey)];
      const button = confirmButton(me);
      if (!button) return undefined;
      const link = (id: string) => dm(id).messages.some(hasLink);
      return {
        act: () => slack.presses(me, button),
        sights: {
          'reply visible': () => confirmButton(me) === undefined,
          'link at the tutor': () => link(me),
          'link at the learner': () => link(asker),
        },
      };
    }),
  ];
}

/** What was put there anew has another id than what stood there. */
const blockOf = ({ blocks }: ScreenView, name: string): string =>
  blocks.map(({ block_id }) => String(block_id)).find((id) => id.split('#', 1)[0] === name) ?? name;

/** The menu of open times, and the first of them. */
function openTime(view: ScreenView): readonly [block: string, time: string | undefined] {
  const id = blockOf(view, 'when:open');
  const menu = view.blocks.find(({ block_id }) => block_id === id);
  const isTime = ({ value }: Record<string, unknown>) => typeof value === 'string' && /^\d{4}-/.test(value);
  return [id, findAll<{ value: string }>(menu, isTime)[0]?.value];
}

function says(text: unknown, words: string): boolean {
  return typeof text === 'object' && text !== null && 'text' in text && text.text === words;
}
