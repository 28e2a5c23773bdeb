import type { Discord } from '../../sandbox/discord/index.ts';
import type { ScreenMessage } from '../../sandbox/discord/screen.ts';
import { readId } from '../../src/chat/discord/ids.ts';
import { DEEDS } from '../../src/chat/menu-of-deeds.ts';
import { awaiting, findAll, type Human, isLabel, matches, named, textsIn, type Until } from './human.ts';

type Component = {
  type: number;
  custom_id: string;
  label?: string;
  url?: string;
  options?: { label: string; value: string; default?: boolean }[];
};
const BUTTON = 2;
const SELECT = 3;

/** Somebody in the Discord server of the sandbox. */
export function discordHuman(discord: Discord, userId: string, until: Until): Human {
  const there = awaiting(until);
  const person = discord.people.find((one) => one.id === userId);
  if (!person) throw new Error(`nobody in Discord is ${userId}`);
  const screen = () => discord.screen(userId);
  const commandsIn = discord.credentials.channels.study;

  function everything(): (ScreenMessage & { channel: string })[] {
    const { servers, dm } = screen();
    return [...servers.flatMap(({ channels }) => channels), dm]
      .flatMap(({ id, messages }) => messages.map((message) => ({ ...message, channel: id })))
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }

  const textOf = ({ content, embeds, components }: Pick<ScreenMessage, 'content' | 'embeds' | 'components'>) =>
    readable(
      [
        content,
        ...textsIn(embeds, ['title', 'description', 'name', 'value']),
        ...textsIn(components, ['content', 'label', 'url', 'placeholder']),
        ...findAll<{ description?: string }>(components, (one) => 'media' in one).map((one) => one.description ?? ''),
      ].join(' '),
    );

  function newest(is: (component: Component) => boolean, on: string | RegExp = '') {
    for (const message of everything().reverse()) {
      const { channel, id, components } = message;
      if (!matches(textOf(message), on)) continue;
      const [component] = findAll<Component>(components, (one) => is(one as Component));
      if (component) return { component, target: { channel, message: id, customId: component.custom_id } };
    }
    return undefined;
  }
  const finds = (is: (component: Component) => boolean, what: string, on?: string | RegExp) =>
    there(`${person.globalName} to see ${what}`, () => newest(is, on));

  const human: Human = {
    name: person.globalName,
    chat: 'discord',
    userId,
    types: (command, options = {}) => discord.runs(userId, commandsIn, command.slice(1), options),
    says: async (text, files) => void (await discord.types(userId, screen().dm.id, text, files)),
    presses: async (label, on) => {
      const { component, target } = await finds(
        (one) => one.custom_id !== undefined && labelsOn(one).some((text) => isLabel(text, label)),
        named(label, on),
        on,
      );
      const option = component.options?.find((one) => isLabel(one.label, label));
      return option ? discord.chooses(userId, { ...target, values: [option.value] }) : discord.presses(userId, target);
    },
    chooses: async (option) => {
      const { component, target } = await finds(has(option), `option ${option}`);
      return discord.chooses(userId, { ...target, values: [wanted(component, option)?.value ?? ''] });
    },
    offers: (option) => newest(has(option)) !== undefined,
    fills: async (values) => {
      const modal = await there(`${person.globalName} to see a dialog`, () => screen().modal ?? undefined);
      const inputs = findAll<Component>(modal.components, (one) => typeof one['custom_id'] === 'string');
      const answers: Record<string, string | string[]> = {};
      for (const [name, value] of Object.entries(values)) {
        const input = inputs.find((one) => one.custom_id === name);
        if (!input)
          throw new Error(`the dialog has no field ${name}: ${inputs.map((one) => one.custom_id).join(', ')}`);
        answers[name] = answerFor(input, value);
      }
      await discord.submits(userId, answers);
    },
    fillsIn: async () => {
      throw new Error('In Discord nothing of a dialog is known before it is sent');
    },
    dialog: () => {
      const { modal } = screen();
      if (!modal) return undefined;
      const inputs = findAll<Component & { value?: string }>(
        modal.components,
        (one) => typeof one['custom_id'] === 'string',
      );
      return Object.fromEntries(
        inputs.map((one) => [
          one.custom_id,
          one.value ??
            one.options
              ?.filter((option) => option.default)
              .map(({ label }) => label)
              .join(',') ??
            '',
        ]),
      );
    },
    choices: (field) => {
      const [menu] = findAll<Component>(screen().modal?.components, (one) => one['custom_id'] === field);
      return menu?.options?.map(({ label }) => label) ?? [];
    },
    completes: async (command, option, typed, options = {}) => {
      const choices = await discord.completes(
        userId,
        commandsIn,
        command.slice(1),
        { ...options, [option]: typed },
        option,
      );
      return choices.map(({ name }) => name);
    },
    messages: () => everything().map(textOf),
    reads: () => {
      const { modal } = screen();
      return [
        ...human.messages(),
        ...(modal
          ? [`dialog: ${modal.title} ${textsIn(modal.components, ['label', 'description', 'placeholder']).join(' ')}`]
          : []),
      ].join('\n');
    },
    buttons: () =>
      everything()
        .reverse()
        .flatMap(({ components }) => findAll<Component>(components, isPressed).flatMap(labelsOn)),
    buttonsOf: (what) => buttonsIn(what).flatMap(labelsOn),
    opens: (what) => {
      const link = buttonsIn(what).find(({ label }) => label === 'Open')?.url ?? '';
      const [, channel, id] = /^https:\/\/discord\.com\/channels\/@me\/(\d+)\/(\d+)$/.exec(link) ?? [];
      const found = everything().find((one) => one.channel === channel && one.id === id);
      return found && textOf(found);
    },
    sees: (what) => matches(human.reads(), what),
    waitsFor: (what, times = 1) =>
      until(`${person.globalName} to see ${what}`, () =>
        times === 1 ? human.sees(what) : human.messages().filter((message) => matches(message, what)).length >= times,
      ),
    files: () =>
      Promise.all(
        everything()
          .flatMap(({ attachments }) => attachments)
          .map(async ({ filename, url }) => {
            const answer = await discord.fetch(new Request(url));
            const bytes = Buffer.from(await answer.arrayBuffer());
            return { name: filename, text: bytes.toString(), bytes };
          }),
      ),
    reloads: () => discord.reloads(userId),
  };
  const buttonsIn = (what: string | RegExp) =>
    findAll<Component>(everything().findLast((message) => matches(textOf(message), what))?.components ?? [], isPressed);
  return human;
}

/** Buttons, and menus whose options do what buttons do. */
function isPressed({ type, custom_id: id }: { readonly type?: unknown; readonly custom_id?: unknown }): boolean {
  return type === BUTTON || (type === SELECT && typeof id === 'string' && readId(id)?.handler === DEEDS);
}

/** Whether one can choose this in it. */
function has(option: string | RegExp): (component: Component) => boolean {
  return (component) => component.type === SELECT && wanted(component, option) !== undefined;
}

function wanted({ options }: Component, option: string | RegExp) {
  return options?.find(({ label }) => isLabel(label, option));
}

/** What can be pressed on it. */
function labelsOn(component: Component): readonly string[] {
  if (!isPressed(component)) return [];
  return component.options?.map(({ label }) => label) ?? [component.label ?? ''];
}

function answerFor(input: Component, value: string): string | string[] {
  if (!input.options) return value;
  return value
    .split(',')
    .map((one) => input.options?.find((option) => option.value === one || option.label.startsWith(one))?.value ?? one);
}

/** Discord's Markdown escapes as the reader sees them. */
function readable(text: string): string {
  return text
    .replaceAll('**', '')
    .replace(/\\([\\*_~`|>#\-+[\]()<@:.!&])/g, '$1')
    .replace(/[ \t]+/g, ' ');
}
