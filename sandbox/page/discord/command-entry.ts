import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScreenCommand, ScreenOption } from '../../discord/screen.ts';
import { type Choice, Combobox } from '../parts/combobox.ts';
import { useDeed } from '../parts/deed.ts';
import { useDraft } from '../parts/draft.ts';
import { Icon } from '../parts/icon.ts';
import type { Server } from './server.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
const OPTION = { subcommand: 1, group: 2, integer: 4, boolean: 5, user: 6, channel: 7, number: 10 } as const;

/** A command that can be run: subcommands are commands of their own. */
export interface Runnable {
  /** Its own names, such as `availability set`. */
  readonly words: string;
  /** In the person's language. */
  readonly label: string;
  readonly description: string;
  readonly options: readonly ScreenOption[];
}

/** All that can be run of a command. */
export function runnable(command: ScreenCommand | ScreenOption, words = '', label = ''): Runnable[] {
  const own = { words: `${words}${command.name}`, label: `${label}${command.localName}` };
  const inner = command.options.filter(({ type }) => type === OPTION.subcommand || type === OPTION.group);
  if (!inner.length) return [{ ...own, description: command.description, options: command.options }];
  return inner.flatMap((option) => runnable(option, `${own.words} `, `${own.label} `));
}

interface CommandEntryProps {
  command: Runnable;
  channel: string;
  server: Server;
  /** What is filled in and not run is kept under this name. */
  draft: string;
  /** The person is done with it, or has thought better of it. */
  onDone: () => void;
}

type Values = Readonly<Record<string, Choice | undefined>>;

/** A slash command being typed: its options as fields beside each other. */
export function CommandEntry({ command, channel, server, draft, onDone }: CommandEntryProps) {
  const words = server.words.discord;
  const [values, setValues] = useDraft<Values>(draft, {});
  const [focused, setFocused] = useState<ScreenOption>();
  const deed = useDeed();
  const form = useRef<HTMLFormElement>(null);
  const given = (leaveOut?: string) =>
    Object.fromEntries(
      command.options.flatMap(({ name, type }) => {
        const value = name === leaveOut ? undefined : values[name]?.value;
        return value === undefined ? [] : [[name, asSent(type, value)]];
      }),
    );

  useEffect(() => form.current?.querySelector<HTMLElement>('input, button[type=submit]')?.focus(), []);

  const run = async () => {
    const hasRun = await deed.run(async () => {
      await server.act('runs', { channel, command: command.words, options: given() });
      return true;
    });
    if (hasRun) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Backspace') return;
    const isEmpty = !(event.target as HTMLInputElement).value && !Object.values(values).some(Boolean);
    if (isEmpty && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      onDone();
    } else if (event.key === 'Escape') form.current?.querySelector<HTMLElement>('.leave')?.focus();
  };
  const search =
    (option: ScreenOption) =>
    async (query: string): Promise<readonly Choice[]> => {
      if (option.autocomplete) {
        const options = { ...given(option.name), [option.name]: query };
        const asked = { channel, command: command.words, options, focused: option.name };
        const choices = (await server.act('completes', asked)) as { name: string; value: string | number }[];
        return choices.map(({ name, value }) => ({ value: String(value), label: name }));
      }
      return ownChoices(option, server).filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));
    };

  return html`
    <form ref=${form} class="composer command-entry" aria-label=${words.command(command.label)} onKeyDown=${onKeyDown} onSubmit=${(
      event: Event,
    ) => {
      event.preventDefault();
      void run();
    }}>
      ${deed.error && html`<p class="notice" role="alert"><${Icon} name="alert" />${deed.error}</p>`}
      <p class="about"><b>${focused?.localName ?? `/${command.label}`}</b> ${focused?.description ?? command.description}</p>
      <div class="composer-field">
        <div class="options">
          <span class="command-name">/${command.label}</span>
          ${command.options.map((option) => {
            const id = `option-${option.name}`;
            const set = (choice: Choice | undefined) => setValues((before) => ({ ...before, [option.name]: choice }));
            return html`
              <div class="option" key=${option.name} onFocusIn=${() => setFocused(option)}>
                <label for=${id} title=${option.description}>${option.localName}${option.required && html`<span class="star"> *</span>`}</label>
                ${
                  hasList(option)
                    ? html`<${Combobox} id=${id} chosen=${values[option.name]} onChoose=${set} search=${search(option)} isFree=${option.autocomplete}
                        opensUp opensOnFocus onEnter=${run} describedBy="${id}-about" required=${option.required} />`
                    : html`<input id=${id} type="text" autocomplete="off" aria-describedby="${id}-about" value=${values[option.name]?.label ?? ''}
                        onInput=${(event: Event) => {
                          const text = (event.target as HTMLInputElement).value;
                          set(text ? { value: text, label: text } : undefined);
                        }} />`
                }
                <span class="visually-hidden" id="${id}-about">${option.description}</span>
              </div>`;
          })}
        </div>
        <button type="button" class="icon-button leave" aria-label=${words.leave} onClick=${onDone}><${Icon} name="close" /></button>
        <button type="submit" class="icon-button send" aria-label=${words.run(command.label)} aria-busy=${deed.isBusy}><${Icon} name="send" /></button>
      </div>
      <p class="keys">${words.keys}</p>
    </form>`;
}

function asSent(type: number, value: string): string | number | boolean {
  if (type === OPTION.boolean) return value === 'true';
  // What is no number goes as it is: Discord says so.
  const isNumber = (type === OPTION.integer || type === OPTION.number) && !Number.isNaN(Number(value));
  return isNumber ? Number(value) : value;
}

const hasList = ({ type, autocomplete, choices }: ScreenOption): boolean =>
  autocomplete || choices.length > 0 || type === OPTION.boolean || type === OPTION.user || type === OPTION.channel;

function ownChoices({ type, choices }: ScreenOption, { people, channels, words }: Server): Choice[] {
  switch (type) {
    case OPTION.boolean:
      return [
        { value: 'true', label: words.discord.true },
        { value: 'false', label: words.discord.false },
      ];
    case OPTION.user:
      return people.map(({ id, globalName, username }) => ({ value: id, label: globalName, description: username }));
    case OPTION.channel:
      return channels.map(({ id, name }) => ({ value: id, label: `#${name}` }));
    default:
      return choices.map(({ name, value }) => ({ value: String(value), label: name }));
  }
}
