import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { Choice } from '../parts/combobox.ts';
import { useDeed } from '../parts/deed.ts';
import { AskDialog } from '../parts/dialog.ts';
import { Icon } from '../parts/icon.ts';
import { Menu } from '../parts/menu.ts';
import { openMessage } from '../parts/message-link.ts';
import { type Answer, answerIn, choiceOf } from './answers.ts';
import { Field } from './fields.ts';
import { Picture } from './picture.ts';
import { asJson, asList, type Json, type Place, textOf, type Workspace } from './workspace.ts';

/** Where blocks are shown, and what is filled in there. */
export interface Surface {
  readonly place: Place;
  readonly workspace: Workspace;
  /** A view's values in the stand-in: block id → action id → value. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What was filled in and not sent yet, by block id. */
  readonly filled?: Readonly<Record<string, Answer>>;
  readonly fill?: (blockId: string, answer: Answer) => void;
  readonly errors?: Readonly<Record<string, string>>;
}

/** What the stand-in knows to be in an element. */
export function knownIn({ values }: Surface, blockId: string, element: Json): Json | undefined {
  const known = values?.[blockId]?.[String(element['action_id'])];
  return known === undefined ? undefined : asJson(known);
}

/** Lets the person use one element; the app is told at once. */
export function useElement(surface: Surface, blockId: string, element: Json) {
  const { workspace, place, filled } = surface;
  const deed = useDeed();
  const given = { place, blockId, actionId: element['action_id'], ...(filled && { filled }) };
  const label = textOf(element['text']) || undefined;
  return {
    ...deed,
    press: (answer?: Answer) =>
      deed.run(() => workspace.act('presses', { ...given, ...(answer !== undefined && { answer }) }, label)),
    lookUp: async (query: string): Promise<readonly Choice[]> =>
      asList(await workspace.act('looksUp', { ...given, query })).map(choiceOf),
  };
}

/** An element that acts as soon as it is used: in actions, or beside a section. */
export function Element({ element, blockId, surface }: { element: Json; blockId: string; surface: Surface }) {
  const use = useElement(surface, blockId, element);
  const [asking, setAsking] = useState<{ answer: Answer | undefined }>();
  const { words } = surface.workspace;
  const confirm = element['confirm'] ? asJson(element['confirm']) : undefined;
  const press = (answer?: Answer) => {
    if (confirm) setAsking({ answer });
    else void use.press(answer);
  };
  return html`
    <span class="element" aria-busy=${use.isBusy}>
      <${Usable} element=${element} blockId=${blockId} surface=${surface} press=${press} lookUp=${use.lookUp} isBusy=${use.isBusy} />
      ${use.error && html`<span class="element-error" role="alert"><${Icon} name="alert" />${use.error}</span>`}
      ${
        confirm &&
        asking &&
        html`<${AskDialog} chat="slack" title=${textOf(confirm['title']) || words.slack.sure} text=${textOf(confirm['text'])}
          yes=${textOf(confirm['confirm']) || words.slack.yes} no=${textOf(confirm['deny']) || words.slack.no} isDanger=${confirm['style'] === 'danger'}
          onNo=${() => setAsking(undefined)}
          onYes=${() => {
            setAsking(undefined);
            void use.press(asking.answer);
          }} />`
      }
    </span>`;
}

interface UsableProps {
  element: Json;
  blockId: string;
  surface: Surface;
  press: (answer?: Answer) => void;
  lookUp: (query: string) => Promise<readonly Choice[]>;
  isBusy: boolean;
}

function Usable({ element, blockId, surface, press, lookUp, isBusy }: UsableProps) {
  const [answer, setAnswer] = useState(() => answerIn(element, knownIn(surface, blockId, element)));
  const { workspace } = surface;
  const { type, url, style } = element;
  if (type === 'image') return html`<${Picture} image=${element} />`;
  if (type === 'button') {
    const shown = {
      class: `button ${style ?? ''}`,
      'aria-label': element['accessibility_label'],
      onClick: () => press(),
    };
    if (typeof url !== 'string')
      return html`<button type="button" ...${shown} aria-busy=${isBusy}>${textOf(element['text'])}</button>`;
    const inHere = openMessage(url, workspace.goTo).onClick;
    const onClick = (event: Event) => {
      press();
      inHere?.(event);
    };
    return html`<a ...${shown} onClick=${onClick} href=${url} target="_blank" rel="noopener noreferrer">${textOf(element['text'])}<${Icon} name="link" /></a>`;
  }
  if (type === 'overflow') {
    const items = asList(element['options']).map((option) => ({
      label: textOf(option['text']),
      detail: textOf(option['description']) || undefined,
      href: option['url'] ? String(option['url']) : undefined,
      choose: () => press(String(option['value'])),
    }));
    return html`<${Menu} label=${workspace.words.slack.more} items=${items} isBusy=${isBusy}><${Icon} name="dots" /><//>`;
  }
  const onAnswer = (next: Answer) => {
    setAnswer(next);
    press(next);
  };
  return html`<${Field} id="element-${blockId}-${element['action_id']}" element=${element} answer=${answer} onAnswer=${onAnswer}
    known=${knownIn(surface, blockId, element)} lookUp=${lookUp} workspace=${surface.workspace}
    label=${textOf(element['placeholder']) || workspace.words.chat.choose} />`;
}
