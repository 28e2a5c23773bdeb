import type { Slack } from '../../sandbox/slack/index.ts';
import type { ScreenMessage } from '../../sandbox/slack/screen.ts';
import { findAll, type Human, isLabel, matches, textsIn } from './human.ts';

type Element = {
  type: string;
  action_id: string;
  text?: { text: string };
  url?: string;
  options?: { text: { text: string }; value: string }[];
};
type Found = { element: Element; blockId: string; place: { conversation: string; ts: string } | { view: string } };

/** Somebody in the Slack workspace of the sandbox. */
export function slackHuman(
  slack: Slack,
  userId: string,
  until: (what: string, holds: () => boolean) => Promise<void>,
): Human {
  const person = slack.people.find((one) => one.id === userId);
  if (!person) throw new Error(`nobody in Slack is ${userId}`);
  const screen = () => slack.screen(userId);
  const modal = () => screen().modals.at(-1);

  function everything(): (ScreenMessage & { conversation: string })[] {
    return screen()
      .conversations.flatMap(({ id, messages }) => messages.map((message) => ({ ...message, conversation: id })))
      .sort((a, b) => Number(a.ts) - Number(b.ts));
  }

  const textOf = (message: { text?: string; blocks?: readonly unknown[] }) =>
    readable(
      (message.blocks?.length
        ? textsIn(message.blocks, ['text', 'url', 'alt_text', 'fallback'])
        : [message.text ?? '']
      ).join(' '),
    );

  /** The newest of what can be acted on: the dialog on top, else messages from the last to the first, else the dashboard. */
  function surfaces(): { place: Found['place']; blocks: readonly unknown[] }[] {
    const top = modal();
    if (top) return [{ place: { view: top.id }, blocks: top.blocks }];
    const { home } = screen();
    return [
      ...everything()
        .reverse()
        .map(({ conversation, ts, blocks = [] }) => ({ place: { conversation, ts }, blocks })),
      ...(home ? [{ place: { view: home.id }, blocks: home.blocks }] : []),
    ];
  }

  function find(is: (element: Element) => boolean, what: string): Found {
    for (const { place, blocks } of surfaces()) {
      for (const block of blocks as { block_id: string }[]) {
        const [element] = findAll<Element>(block, (one) => typeof one['action_id'] === 'string' && is(one as Element));
        if (element) return { element, blockId: block.block_id, place };
      }
    }
    throw new Error(
      `${person?.realName} sees no ${what}. On the screen:\n${human.reads()}\nButtons: ${human.buttons().join(' | ')}`,
    );
  }

  const human: Human = {
    name: person.realName,
    chat: 'slack',
    userId,
    types: async (command, options = {}) => {
      const dm = await slack.opensDm(userId);
      const words = Object.values(options).join(' ');
      const typed = command === '/book' ? command : `/tutorline ${command.slice(1)}`;
      await slack.types(userId, dm, `${typed} ${words}`.trim());
    },
    says: async (text) => slack.types(userId, await slack.opensDm(userId), text),
    presses: async (label) => {
      const { element, blockId, place } = find(
        (one) => one.type === 'button' && isLabel(one.text?.text ?? '', label),
        `button ${label}`,
      );
      await slack.presses(userId, { ...place, actionId: element.action_id, blockId });
    },
    chooses: async (option) => {
      const wanted = (one: Element) => one.options?.find(({ text }) => isLabel(text.text, option));
      const { element, blockId, place } = find(
        (one) => one.type === 'static_select' && wanted(one) !== undefined,
        `option ${option}`,
      );
      await slack.presses(userId, {
        ...place,
        actionId: element.action_id,
        blockId,
        answer: wanted(element)?.value ?? '',
      });
    },
    fills: async (values) => {
      const view = modal();
      if (!view) throw new Error(`${person.realName} has no dialog open. On the screen:\n${human.reads()}`);
      const answers: Record<string, string | string[]> = {};
      for (const [name, value] of Object.entries(values)) {
        if (name === 'when') {
          const [date = '', time = ''] = value.split(/[ T]/);
          answers['when:date'] = date;
          answers['when:time'] = time;
          continue;
        }
        const [block] = findAll<{ block_id: string; element: Element }>(view.blocks, (one) => one['block_id'] === name);
        if (!block) throw new Error(`the dialog has no field ${name}: ${Object.keys(human.dialog() ?? {}).join(', ')}`);
        answers[name] = await answerFor(view.id, block, value);
      }
      const { errors = {} } = await slack.submits(userId, view.id, answers);
      refused = Object.entries(errors).map(([field, error]) => `${field}: ${error}`);
    },
    dialog: () => {
      const view = modal();
      if (!view) return undefined;
      const blocks = view.blocks.filter((block) => block['type'] === 'input') as {
        block_id: string;
        element: Element;
      }[];
      return Object.fromEntries(
        blocks.map(({ block_id, element }) => [block_id, filledIn(view.values, block_id, element)]),
      );
    },
    completes: async (_command, option, typed) => {
      const view = modal();
      if (!view) throw new Error('no dialog is open');
      const options = await slack.looksUp(userId, { view: view.id, blockId: option, actionId: option, query: typed });
      return (options as { text: { text: string } }[]).map(({ text }) => text.text);
    },
    messages: () => everything().map(textOf),
    reads: () => {
      const top = modal();
      const { home } = screen();
      const errors = top ? Object.values(top.errors) : [];
      return [
        ...(home ? [`home: ${textOf({ blocks: home.blocks })}`] : []),
        ...human.messages(),
        ...(top ? [`dialog: ${top.title} ${textOf({ blocks: top.blocks })} ${errors.join(' ')}`] : []),
        ...(top ? refused : []),
      ].join('\n');
    },
    buttons: () =>
      surfaces().flatMap(({ blocks }) =>
        findAll<Element>(blocks, (one) => one['type'] === 'button').map((one) => one.text?.text ?? ''),
      ),
    sees: (what) => matches(human.reads(), what),
    waitsFor: (what, times = 1) =>
      until(`${person.realName} to see ${what}`, () =>
        times === 1 ? human.sees(what) : human.messages().filter((message) => matches(message, what)).length >= times,
      ),
    reloads: () => slack.reloads(userId),
  };
  let refused: string[] = [];
  return human;

  async function answerFor(
    view: string,
    block: { block_id: string; element: Element },
    value: string,
  ): Promise<string | string[]> {
    const { element, block_id: blockId } = block;
    switch (element.type) {
      case 'external_select': {
        const options = (await slack.looksUp(userId, { view, blockId, actionId: element.action_id, query: value })) as {
          text: { text: string };
          value: string;
        }[];
        return options.find(({ text }) => text.text.startsWith(value))?.value ?? 'nobody';
      }
      case 'static_select':
      case 'radio_buttons':
        return element.options?.find((option) => option.value === value || option.text.text === value)?.value ?? value;
      case 'checkboxes':
      case 'multi_static_select':
        return value.split(',');
      default:
        return value;
    }
  }
}

function filledIn(values: unknown, blockId: string, element: Element): string {
  const [state] = Object.values((values as Record<string, Record<string, unknown>>)[blockId] ?? {}) as Record<
    string,
    unknown
  >[];
  const source = state ?? (element as unknown as Record<string, unknown>);
  const option = (source['selected_option'] ?? source['initial_option']) as { text?: { text: string } } | undefined;
  const several = (source['selected_options'] ?? source['initial_options']) as { value: string }[] | undefined;
  const plain =
    source['value'] ??
    source['selected_date'] ??
    source['selected_time'] ??
    source['initial_value'] ??
    source['initial_date'] ??
    source['initial_time'];
  return String(option?.text?.text ?? several?.map(({ value }) => value).join(',') ?? plain ?? '');
}

/** Slack's escapes as the reader sees them. */
function readable(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ');
}
