import { html } from 'htm/preact';
import { instantOf, wallOf } from '../clock.ts';
import { type Choice, Combobox } from '../parts/combobox.ts';
import { useDraft } from '../parts/draft.ts';
import { Icon } from '../parts/icon.ts';
import type { Words } from '../words/index.ts';
import { type Answer, choicesIn, groupsOf, ownChoices } from './answers.ts';
import { TextObject } from './text.ts';
import { asList, type Json, textOf, type Workspace } from './workspace.ts';

export interface FieldProps {
  id: string;
  element: Json;
  answer: Answer;
  /** The element's value in the stand-in's view. */
  known?: Json | undefined;
  onAnswer: (answer: Answer) => void;
  /** Asks the app for the options of an external menu. */
  lookUp: (query: string) => Promise<readonly Choice[]>;
  workspace: Workspace;
  /** What is chosen and not sent is kept under this name. */
  draft?: string | undefined;
  /** The accessible name where no label is beside it. */
  label?: string | undefined;
  describedBy?: string | undefined;
  isInvalid?: boolean;
  isRequired?: boolean;
}

const typedIn = (event: Event) => (event.target as HTMLInputElement).value;

/** Any element that holds an answer: https://docs.slack.dev/reference/block-kit/block-elements */
export function Field(props: FieldProps) {
  const { id, element, answer, onAnswer, label, describedBy, isInvalid, isRequired, workspace } = props;
  const type = String(element['type']);
  const common = {
    id,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid ? 'true' : undefined,
    'aria-required': isRequired ? 'true' : undefined,
    placeholder: textOf(element['placeholder']) || undefined,
  };
  const typed = typeof answer === 'object' ? '' : String(answer);
  const orNull = (text: string) => onAnswer(text === '' ? null : text);
  const onInput = (event: Event) => orNull(typedIn(event));

  switch (type) {
    case 'plain_text_input':
    case 'rich_text_input':
      return element['multiline'] || type === 'rich_text_input'
        ? html`<textarea ...${common} rows="4" maxlength=${element['max_length']} value=${typed} onInput=${onInput}></textarea>`
        : html`<input ...${common} type="text" autocomplete="off" maxlength=${element['max_length']} value=${typed} onInput=${onInput} />`;
    case 'email_text_input':
      return html`<input ...${common} type="email" value=${typed} onInput=${onInput} />`;
    case 'url_text_input':
      return html`<input ...${common} type="url" value=${typed} onInput=${onInput} />`;
    case 'number_input':
      return html`<input ...${common} type="number" step=${element['is_decimal_allowed'] ? 'any' : 1} value=${typed} onInput=${onInput} />`;
    case 'datepicker':
      return html`<input ...${common} type="date" value=${typed} onChange=${onInput} />`;
    case 'timepicker':
      return html`<input ...${common} type="time" value=${typed} onChange=${onInput} />`;
    case 'datetimepicker': {
      const zone = workspace.you.tz;
      const wall = typeof answer === 'number' ? wallOf(new Date(answer * 1000), zone) : '';
      const onWall = (event: Event) =>
        onAnswer(typedIn(event) ? instantOf(typedIn(event), zone).getTime() / 1000 : null);
      return html`<input ...${common} type="datetime-local" value=${wall} onChange=${onWall} />`;
    }
    case 'checkboxes':
    case 'radio_buttons':
      return html`<${Ticks} ...${props} options=${asList(element['options'])} />`;
    case 'external_select':
      return html`<${External} ...${props} />`;
    case 'multi_external_select':
      return html`<${Externals} ...${props} />`;
    default:
      break;
  }
  const groups = type.endsWith('static_select')
    ? groupsOf(element)
    : [{ label: '', choices: ownChoices(type, workspace) }];
  if (type.startsWith('multi_')) {
    const options = groups
      .flatMap(({ choices }) => choices)
      .map(({ value, label: text }) => ({ value, text: { text } }));
    return html`<div class="scroll-list"><${Ticks} ...${props} options=${options} /></div>`;
  }
  const option = ({ value, label: text, description }: Choice) =>
    html`<option key=${value} value=${value}>${text}${description ? ` – ${description}` : ''}</option>`;
  return html`
    <select ...${common} value=${typed} onChange=${onInput}>
      <option value="">${common.placeholder ?? workspace.words.slack.option}</option>
      ${groups.map((group) =>
        group.label
          ? html`<optgroup key=${group.label} label=${group.label}>${group.choices.map(option)}</optgroup>`
          : group.choices.map(option),
      )}
    </select>`;
}

/** Radio buttons or checkboxes. */
function Ticks({
  id,
  element,
  answer,
  onAnswer,
  label,
  describedBy,
  isInvalid,
  options,
  workspace,
}: FieldProps & { options: Json[] }) {
  const isRadio = element['type'] === 'radio_buttons';
  const chosen = new Set(typeof answer === 'object' ? (answer ?? []) : [String(answer)]);
  const toggle = (value: string) => {
    if (isRadio) return onAnswer(value);
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    onAnswer(options.map((option) => String(option['value'])).filter((one) => next.has(one)));
  };
  return html`
    <div id=${id} class="ticks" role=${isRadio ? 'radiogroup' : 'group'} aria-labelledby=${label ? undefined : `${id}-label`}
      aria-label=${label} aria-describedby=${describedBy} aria-invalid=${isRadio && isInvalid ? 'true' : undefined}>
      ${options.map((option) => {
        const value = String(option['value']);
        return html`
          <label key=${value}>
            <input type=${isRadio ? 'radio' : 'checkbox'} name=${id} checked=${chosen.has(value)} onChange=${() => toggle(value)} />
            <span><${TextObject} of=${option['text']} workspace=${workspace} />
              ${option['description'] && html`<span class="detail"><${TextObject} of=${option['description']} workspace=${workspace} /></span>`}
            </span>
          </label>`;
      })}
    </div>`;
}

const shortest = (element: Json) => Number(element['min_query_length'] ?? 3);
const hintFor = (element: Json, { slack, chat }: Words) =>
  shortest(element) > 1 ? slack.atLeast(shortest(element)) : chat.noMatch;

function External(props: FieldProps) {
  const { id, element, answer, onAnswer, lookUp, label, describedBy, isInvalid, isRequired } = props;
  const [chosen, setChosen] = useDraft<Choice | undefined>(props.draft, choicesIn(element, props.known)[0]);
  const choose = (choice: Choice | undefined) => {
    setChosen(choice);
    onAnswer(choice?.value ?? null);
  };
  return html`<${Combobox} id=${id} label=${label} chosen=${answer === null ? undefined : chosen} onChoose=${choose} search=${lookUp}
    placeholder=${textOf(element['placeholder']) || props.workspace.words.slack.option} emptyText=${hintFor(element, props.workspace.words)}
    describedBy=${describedBy} isInvalid=${isInvalid} required=${isRequired} />`;
}

function Externals(props: FieldProps) {
  const { id, element, onAnswer, lookUp, label, describedBy, isInvalid } = props;
  const [chosen, setChosen] = useDraft<readonly Choice[]>(props.draft, choicesIn(element, props.known));
  const set = (next: readonly Choice[]) => {
    setChosen(next);
    onAnswer(next.map(({ value }) => value));
  };
  return html`
    <div class="chips">
      ${chosen.map(
        (choice) => html`
          <button type="button" key=${choice.value} class="chip" aria-label=${props.workspace.words.chat.remove(choice.label)}
            onClick=${() => set(chosen.filter(({ value }) => value !== choice.value))}>
            ${choice.label}<${Icon} name="close" />
          </button>`,
      )}
      <${Combobox} key=${chosen.length} id=${id} label=${label} chosen=${undefined} search=${lookUp} emptyText=${hintFor(element, props.workspace.words)}
        onChoose=${(choice: Choice | undefined) => choice && set([...chosen.filter(({ value }) => value !== choice.value), choice])}
        placeholder=${textOf(element['placeholder'])} describedBy=${describedBy} isInvalid=${isInvalid} />
    </div>`;
}
