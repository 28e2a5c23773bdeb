import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/index.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
}

interface ComboboxProps {
  id: string;
  label?: string;
  /** What is chosen, or typed where free text is allowed. */
  chosen: Choice | undefined;
  onChoose: (choice: Choice | undefined) => void;
  /** What can be chosen for what was typed. */
  search: (query: string) => Promise<readonly Choice[]> | readonly Choice[];
  /** Whether text that is no choice counts. */
  isFree?: boolean;
  placeholder?: string;
  required?: boolean;
  describedBy?: string | undefined;
  isInvalid?: boolean;
  opensUp?: boolean;
  opensOnFocus?: boolean;
  /** What the list says when nothing was found. */
  emptyText?: string;
  autofocus?: boolean;
  onEnter?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

const TYPING_MS = 120;

/** A text field with a list to choose from: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function Combobox(props: ComboboxProps) {
  const { id, label, chosen, onChoose, search, isFree = false, opensUp = false } = props;
  const words = useWords().chat;
  const empty = { closed: '', searching: words.looking, open: words.noMatch, failed: words.optionsFailed };
  /** What is being typed, until it is chosen or left: what comes from outside must not take letters back. */
  const [typing, setTyping] = useState<string>();
  const text = typing ?? chosen?.label ?? '';
  const [found, setFound] = useState<readonly Choice[]>([]);
  const [active, setActive] = useState(-1);
  const [state, setState] = useState<'closed' | 'searching' | 'open' | 'failed'>('closed');
  const searched = useRef(0);
  /** Enter came before the choices for what was typed: it takes the first of them. */
  const isHasty = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What is on the list is not yet for what was typed last. */
  const isBehind = useRef(false);
  // Where any text will do, there is no need to say that nothing matches it.
  const isOpen = state === 'open' ? found.length > 0 || !isFree : state !== 'closed' && !isFree;

  useEffect(() => () => clearTimeout(timer.current), []);

  const look = async (query: string) => {
    searched.current += 1;
    const mine = searched.current;
    setState((before) => (before === 'open' ? before : 'searching'));
    try {
      const choices = await search(query);
      if (mine !== searched.current) return;
      const [first] = choices;
      isBehind.current = false;
      if (isHasty.current && first) return choose(first);
      setFound(choices);
      setActive(choices.length && (query || !isFree) ? 0 : -1);
      setState('open');
    } catch {
      if (mine !== searched.current) return;
      setFound([]);
      setState('failed');
    }
  };
  const close = () => {
    clearTimeout(timer.current);
    searched.current += 1;
    isHasty.current = false;
    isBehind.current = false;
    setState('closed');
    setActive(-1);
  };
  const choose = (choice: Choice) => {
    setTyping(undefined);
    onChoose(choice);
    close();
  };
  const onInput = (event: InputEvent) => {
    const typed = (event.target as HTMLInputElement).value;
    setTyping(typed);
    if (isFree) onChoose(typed ? { value: typed, label: typed } : undefined);
    else if (!typed) onChoose(undefined);
    // The choices for less text than this are not what is meant any more.
    setActive(-1);
    isHasty.current = false;
    isBehind.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void look(typed), TYPING_MS);
  };
  // Without free text, what was typed but not chosen is no answer.
  const onBlur = () => {
    // Enter has said that the first of what is looked for is meant.
    if (isHasty.current) return;
    close();
    setTyping(undefined);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const current = isOpen ? found[active] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) return void look(isFree ? text : '');
      const step = event.key === 'ArrowDown' ? 1 : -1;
      return setActive((found.length + Math.max(active, step < 0 ? 0 : -1) + step) % Math.max(found.length, 1));
    }
    if (event.key === 'Enter') {
      // Enter chooses; it neither sends the form nor runs the command as long as the list is open.
      if (current) {
        event.preventDefault();
        return choose(current);
      }
      if (!isFree || props.onEnter) event.preventDefault();
      if (text && (isFree ? isOpen && isBehind.current : text !== chosen?.label)) {
        clearTimeout(timer.current);
        isHasty.current = true;
        return void look(text);
      }
      return props.onEnter?.();
    }
    if (event.key === 'Tab' && current && text !== chosen?.label) choose(current);
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      return close();
    }
    props.onKeyDown?.(event);
  };

  return html`
    <div class="combobox ${isFree ? 'free' : ''}">
      <input id=${id} type="text" role="combobox" autocomplete="off" spellcheck=${false} aria-label=${label}
        aria-expanded=${isOpen} aria-controls="${id}-list" aria-autocomplete="list"
        aria-activedescendant=${isOpen && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby=${props.describedBy} aria-invalid=${props.isInvalid ? 'true' : undefined}
        aria-required=${props.required ? 'true' : undefined} placeholder=${props.placeholder} autofocus=${props.autofocus}
        value=${text} onInput=${onInput} onKeyDown=${onKeyDown} onBlur=${onBlur}
        onFocus=${() => props.opensOnFocus && void look(isFree ? text : '')} onClick=${() => !isOpen && void look(isFree ? text : '')} />
      <div id="${id}-list" class="popup ${opensUp ? 'up' : ''}" role="listbox" aria-label=${label ?? words.choices} hidden=${!isOpen}>
        ${found.map(
          (choice, at) => html`
            <div key=${choice.value} id="${id}-${at}" role="option" aria-selected=${at === active} ref=${at === active ? intoView : null}
              onPointerDown=${(event: Event) => {
                event.preventDefault();
                choose(choice);
              }}>
              <span>${choice.label}</span>${choice.description && html`<span class="detail">${choice.description}</span>`}
            </div>`,
        )}
        ${!found.length && html`<div class="empty" role="option" aria-disabled="true" aria-selected="false">${(state === 'open' && props.emptyText) || empty[state]}</div>`}
      </div>
    </div>`;
}

export function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
