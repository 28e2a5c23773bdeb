import type { Slack } from '../../sandbox/slack/index.ts';
import type { ScreenMessage } from '../../sandbox/slack/screen.ts';
import { awaiting, findAll, type Human, isLabel, matches, named, textsIn, type Until } from './human.ts';

type Element = {
  type: string;
  action_id: string;
  text?: { text: string };
  url?: string;
  options?: { text: { text: string }; value: string }[];
  option_groups?: { options: { text: { text: string }; value: string }[] }[];
};
type Block = { block_id: string; dispatch_action?: boolean; element: Element };
/** What stands for pickers in a menu of open times. */
const ANOTHER = 'another';
type Found = { element: Element; blockId: string; place: { conversation: string; ts: string } | { view: string } };

/** Somebody in the Slack workspace of the sandbox. */
export function slackHuman(slack: Slack, userId: string, until: Until): Human {
  const there = awaiting(until);
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
  function surfaces(on: string | RegExp = ''): { place: Found['place']; blocks: readonly unknown[] }[] {
    const top = modal();
    if (top) return [{ place: { view: top.id }, blocks: top.blocks }];
    const { home } = screen();
    return [
      ...everything()
        .reverse()
        .filter((message) => matches(textOf(message), on))
        .map(({ conversation, ts, blocks = [] }) => ({ place: { conversation, ts }, blocks })),
      ...(home && on === '' ? [{ place: { view: home.id }, blocks: home.blocks }] : []),
    ];
  }

  function newest(is: (element: Element) => boolean, on?: string | RegExp): Found | undefined {
    for (const { place, blocks } of surfaces(on)) {
      for (const block of blocks as { block_id: string }[]) {
        const [element] = findAll<Element>(block, (one) => typeof one['action_id'] === 'string' && is(one as Element));
        if (element) return { element, blockId: block.block_id, place };
      }
    }
    return undefined;
  }
  const finds = (is: (element: Element) => boolean, what: string, on?: string | RegExp) =>
    there(`${person.realName} to see ${what}`, () => newest(is, on));

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
    says: async (text, files) => slack.types(userId, await slack.opensDm(userId), text, files),
    presses: async (label, on) => {
      const { element, blockId, place } = await finds(
        (one) => labelsOn(one).some((text) => isLabel(text, label)),
        named(label, on),
        on,
      );
      const option = element.options?.find(({ text }) => isLabel(text.text, label));
      const answer = option && { answer: option.value };
      await slack.presses(userId, { ...place, actionId: element.action_id, blockId, ...answer });
    },
    chooses: async (option) => {
      const { element, blockId, place } = await finds(has(option), `option ${option}`);
      const answer = wanted(element, option)?.value ?? '';
      await slack.presses(userId, { ...place, actionId: element.action_id, blockId, answer });
    },
    offers: (option) => newest(has(option)) !== undefined,
    fills: async (values) => {
      await fillIn(values);
      const { errors = {} } = await slack.submits(userId, dialog().id);
      refused = Object.entries(errors).map(([field, error]) => `${field}: ${error}`);
    },
    fillsIn: fillIn,
    dialog: () => {
      const view = modal();
      if (!view) return undefined;
      const blocks = view.blocks.filter((block) => block['type'] === 'input') as {
        block_id: string;
        element: Element;
      }[];
      return Object.fromEntries(
        blocks.map(({ block_id, element }) => [block_id.split('#', 1)[0], filledIn(view.values, block_id, element)]),
      );
    },
    choices: (field) => {
      const block = fieldCalled(field) ?? fieldCalled(`${field}:open`);
      return block ? optionsIn(block.element).map(({ text }) => text.text) : [];
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
    buttons: () => surfaces().flatMap(({ blocks }) => findAll<Element>(blocks, isPressed).flatMap(labelsOn)),
    buttonsOf: (what) => buttonsIn(what).flatMap(labelsOn),
    opens: (what) => {
      const link = buttonsIn(what).find((one) => one.text?.text === 'Open')?.url ?? '';
      const [, conversation, seconds = '', rest = ''] =
        /^https:\/\/[\w-]+\.slack\.com\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(link) ?? [];
      const found = everything().find((one) => one.conversation === conversation && one.ts === `${seconds}.${rest}`);
      return found && textOf(found);
    },
    sees: (what) => matches(human.reads(), what),
    waitsFor: (what, times = 1) =>
      until(`${person.realName} to see ${what}`, () =>
        times === 1 ? human.sees(what) : human.messages().filter((message) => matches(message, what)).length >= times,
      ),
    files: () =>
      Promise.all(
        everything()
          .flatMap(({ files = [] }) => files)
          .map(async ({ name, url_private_download: url }) => {
            const answer = await slack.fetch(new Request(url));
            const bytes = Buffer.from(await answer.arrayBuffer());
            return { name, text: bytes.toString(), bytes };
          }),
      ),
    reloads: () => slack.reloads(userId),
  };
  const buttonsIn = (what: string | RegExp) =>
    findAll<Element>(everything().findLast((message) => matches(textOf(message), what))?.blocks ?? [], isPressed);
  let refused: string[] = [];
  return human;

  function dialog() {
    const view = modal();
    if (!view) throw new Error(`${person?.realName} has no dialog open. On the screen:\n${human.reads()}`);
    return view;
  }

  function fieldCalled(name: string): Block | undefined {
    const blocks = dialog().blocks as unknown as readonly Block[];
    return blocks.find(({ block_id }) => block_id?.split('#', 1)[0] === name);
  }

  /** One field after the other: what follows it changes before the next is filled in. */
  async function fillIn(values: Readonly<Record<string, string>>): Promise<void> {
    await there(`${person?.realName} to see a dialog`, modal);
    for (const [name, value] of Object.entries(values)) {
      const menu = fieldCalled(`${name}:open`);
      if (menu) {
        const option = optionsIn(menu.element).find(({ text }) => text.text === value);
        await choose(menu, option?.value ?? ANOTHER);
        if (option) continue;
        await until(`${person?.realName} to see pickers`, () => fieldCalled(`${name}:date`) !== undefined);
      }
      if (fieldCalled(`${name}:date`)) {
        const [date = '', time = ''] = value.split(/[ T]/);
        slack.fills(userId, dialog().id, { [`${name}:date`]: date, [`${name}:time`]: time });
        continue;
      }
      const block = fieldCalled(name);
      if (!block) throw new Error(`the dialog has no field ${name}: ${Object.keys(human.dialog() ?? {}).join(', ')}`);
      const answer = await answerFor(dialog().id, block, value);
      if (block.dispatch_action) await choose(block, String(answer));
      else slack.fills(userId, dialog().id, { [block.block_id]: answer });
    }
  }

  /** Chooses in a menu of which the bot is told, and waits until the dialog follows. */
  async function choose({ block_id: blockId, element }: Block, answer: string): Promise<void> {
    const before = dialog();
    const told = faults();
    await slack.presses(userId, { view: before.id, actionId: element.action_id, blockId, answer });
    await until(`${person?.realName} to see the dialog change`, () => modal()?.hash !== before.hash || faults() > told);
    if (faults() > told) throw new Error(`the dialog does not follow: ${human.reads()}`);
  }

  /** How often the bot has said that something is wrong with it. */
  function faults(): number {
    return human.messages().filter((message) => message.includes('Something went wrong')).length;
  }

  async function answerFor(view: string, block: Block, value: string): Promise<string | string[]> {
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
        return (
          optionsIn(element).find(
            (option) => isLabel(option.text.text.toLowerCase(), value.toLowerCase()) || option.value === value,
          )?.value ?? value
        );
      case 'checkboxes':
      case 'multi_static_select':
        return value.split(',').map((one) => optionsIn(element).find(({ text }) => text.text === one)?.value ?? one);
      default:
        return value;
    }
  }
}

/** Buttons, and the “…” whose options do what buttons do. */
function isPressed({ type }: { readonly type?: unknown }): boolean {
  return type === 'button' || type === 'overflow';
}

/** Whether one can choose this in it. */
function has(option: string | RegExp): (element: Element) => boolean {
  return (element) => ['static_select', 'overflow'].includes(element.type) && wanted(element, option) !== undefined;
}

function wanted({ options }: Element, option: string | RegExp) {
  return options?.find(({ text }) => isLabel(text.text, option));
}

/** What can be pressed on it. */
function labelsOn(element: Element): readonly string[] {
  if (!isPressed(element)) return [];
  return element.options?.map(({ text }) => text.text) ?? [element.text?.text ?? ''];
}

function optionsIn(element: Element): { text: { text: string }; value: string }[] {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap(({ options }) => options)];
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
