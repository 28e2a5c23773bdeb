import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ScreenModal } from '../../discord/screen.ts';
import { useDeed } from '../parts/deed.ts';
import { Dialog } from '../parts/dialog.ts';
import { forgetDrafts, useDraft } from '../parts/draft.ts';
import { Icon } from '../parts/icon.ts';
import { problemIn } from '../parts/problem.ts';
import { type Component, optionsOf, type Server, TYPE } from './server.ts';
import { Markdown } from './text.ts';

type Filled = string | boolean | readonly string[];

/** The open dialog: https://docs.discord.com/developers/components/using-modal-components */
export function Modal({ modal, server }: { modal: ScreenModal; server: Server }) {
  const draft = `dialog ${server.you.id} ${modal.customId}`;
  const [filled, setFilled] = useDraft<Readonly<Record<string, Filled>>>(draft, {});
  const form = useRef<HTMLFormElement>(null);
  const deed = useDeed();
  // "subject: This field is required": the stand-in names the input that it is about.
  const [, about, problem] = /^([^:]+): (.+)$/s.exec(deed.error ?? '') ?? [];
  const isKnown =
    about !== undefined && JSON.stringify(modal.components).includes(`"custom_id":${JSON.stringify(about)}`);

  useEffect(() => {
    if (isKnown) form.current?.querySelector<HTMLElement>('[aria-invalid=true], .invalid input')?.focus();
  }, [isKnown, about]);

  const submit = (event: Event) => {
    event.preventDefault();
    void deed.run(async () => {
      await server.act('submits', { filled });
      forgetDrafts(draft);
    });
  };
  const close = async () => {
    await deed.run(() => server.act('closes'));
    forgetDrafts(draft);
  };
  const draw = (component: Component) => {
    const label = (input: Component, text: string, description?: string) => html`
      <${Labelled} key=${input.custom_id} input=${input} label=${text} description=${description} server=${server}
        value=${filled[input.custom_id ?? '']} error=${isKnown && about === input.custom_id ? problemIn(server.words, problem ?? '') : undefined}
        onFill=${(value: Filled) => setFilled((before) => ({ ...before, [input.custom_id ?? '']: value }))} />`;
    if (component.type === TYPE.text)
      return html`<${Markdown} text=${String(component['content'])} server=${server} />`;
    if (component.type === TYPE.row)
      return (component.components ?? []).map((input) => label(input, String(input['label'] ?? '')));
    const { component: inner, label: text, description } = component;
    return inner && label(inner, String(text), description === undefined ? undefined : String(description));
  };
  return html`
    <${Dialog} chat="discord" title=${modal.title} onClose=${close}>
      <form ref=${form} noValidate onSubmit=${submit}>
        <div class="dialog-body">${modal.components.map((component) => draw(component as Component))}</div>
        ${deed.error && !isKnown && html`<p class="notice" role="alert"><${Icon} name="alert" />${deed.error}</p>`}
        <div class="dialog-foot">
          <button type="button" class="button secondary" onClick=${close}>${server.words.chat.cancel}</button>
          <button type="submit" class="button primary" aria-busy=${deed.isBusy}>${server.words.discord.submit}</button>
        </div>
      </form>
    <//>`;
}

interface LabelledProps {
  input: Component;
  label: string;
  description: string | undefined;
  value: Filled | undefined;
  error: string | undefined;
  onFill: (value: Filled) => void;
  server: Server;
}

/** An input with its label, description, and what is wrong with it. */
function Labelled(props: LabelledProps) {
  const { input, label, description, error } = props;
  const id = `field-${input.custom_id}`;
  const isGroup = input.type === TYPE.radioGroup || input.type === TYPE.checkboxGroup || isMany(input);
  const isRequired = input['required'] !== false && input.type !== TYPE.checkbox;
  const text = html`${label}${isRequired && html`<span class="star" aria-hidden="true"> *</span>`}`;
  return html`
    <div class="input ${error ? 'invalid' : ''}">
      ${isGroup ? html`<span class="label" id="${id}-label">${text}</span>` : html`<label class="label" for=${id}>${text}</label>`}
      ${description && html`<p class="hint" id="${id}-hint">${description}</p>`}
      <${Input} ...${props} id=${id} isRequired=${isRequired}
        describedBy=${[error && `${id}-error`, description && `${id}-hint`].filter(Boolean).join(' ') || undefined} />
      ${error && html`<p class="error" id="${id}-error">${error}</p>`}
    </div>`;
}

const isMany = (input: Component) => Number(input['max_values'] ?? 1) > 1;

function Input({
  input,
  id,
  value,
  error,
  onFill,
  server,
  describedBy,
  isRequired,
}: LabelledProps & { id: string; describedBy?: string; isRequired: boolean }) {
  const options = optionsOf(input, server);
  const presets = options.filter((option) => option.default).map((option) => option.value);
  const common = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': error ? 'true' : undefined,
    'aria-required': isRequired ? 'true' : undefined,
  };
  const typedIn = (event: Event) => (event.target as HTMLInputElement).value;
  switch (input.type) {
    case TYPE.textInput: {
      const text = typeof value === 'string' ? value : String(input['value'] ?? '');
      const shown = {
        ...common,
        value: text,
        placeholder: input['placeholder'],
        maxlength: input['max_length'] ?? 4000,
      };
      const onInput = (event: Event) => onFill(typedIn(event));
      return input['style'] === 2
        ? html`<textarea ...${shown} rows="4" onInput=${onInput}></textarea>`
        : html`<input ...${shown} type="text" autocomplete="off" onInput=${onInput} />`;
    }
    case TYPE.checkbox:
      return html`<input ...${common} type="checkbox" checked=${value ?? input['default'] === true} onChange=${(event: Event) => onFill((event.target as HTMLInputElement).checked)} />`;
    default:
      break;
  }
  const isRadio = input.type === TYPE.radioGroup;
  const chosen = value === undefined ? presets : Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  if (isRadio || input.type === TYPE.checkboxGroup || isMany(input)) {
    const toggle = (one: string) =>
      onFill(isRadio ? one : chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
    return html`
      <div id=${id} class="ticks" role=${isRadio ? 'radiogroup' : 'group'} aria-labelledby="${id}-label" aria-describedby=${describedBy}>
        ${options.map(
          (option) => html`
            <label key=${option.value}>
              <input type=${isRadio ? 'radio' : 'checkbox'} name=${id} checked=${chosen.includes(option.value)} onChange=${() => toggle(option.value)} />
              <span>${option.label}${option.description && html`<span class="detail">${option.description}</span>`}</span>
            </label>`,
        )}
      </div>`;
  }
  return html`
    <select ...${common} value=${chosen[0] ?? ''} onChange=${(event: Event) => onFill(typedIn(event) ? [typedIn(event)] : [])}>
      <option value="">${String(input['placeholder'] ?? server.words.discord.selection)}</option>
      ${options.map((option) => html`<option key=${option.value} value=${option.value}>${option.label}${option.description ? ` – ${option.description}` : ''}</option>`)}
    </select>`;
}
