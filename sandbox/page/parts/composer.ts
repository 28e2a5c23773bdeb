import { html } from 'htm/preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/index.ts';
import { Attach, type Attached } from './attach.ts';
import { intoView } from './combobox.ts';
import { useDeed } from './deed.ts';
import { useDraft } from './draft.ts';
import { Icon } from './icon.ts';

/** Something that may be meant by what stands before the cursor. */
export interface Suggestion {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly description?: string | undefined;
  /** What the text becomes, with the cursor at its end; left out: `choose` does something else. */
  readonly text?: string;
  readonly choose?: () => void;
}

interface ComposerProps {
  id: string;
  label: string;
  /** What is written here and not sent is kept under this name. */
  draft: string;
  /** What could be meant, given the text before the cursor. */
  suggest: (before: string) => readonly Suggestion[];
  send: (text: string, files: readonly Attached[]) => Promise<unknown>;
}

/** Where a person writes. Enter sends, or chooses while a list is open. */
export function Composer({ id, label, draft, suggest, send }: ComposerProps) {
  const words = useWords().chat;
  const [text, setText] = useDraft(draft, '');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const [active, setActive] = useState(0);
  const [isHidden, setHidden] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const sending = useDeed();
  const before = text.slice(0, field.current?.selectionStart ?? text.length);
  const suggestions = isHidden || !text ? [] : suggest(before);
  const at = Math.min(active, suggestions.length - 1);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, 160)}px`;
  }, [text]);

  const choose = (suggestion: Suggestion) => {
    setActive(0);
    if (suggestion.text !== undefined) setText(suggestion.text + text.slice(before.length));
    else setText('');
    suggestion.choose?.();
    if (suggestion.text !== undefined) field.current?.focus();
  };
  const submit = async () => {
    const typed = text.trim();
    if (!typed && files.length === 0) return;
    const sent = await sending.run(async () => {
      await send(typed, files);
      return true;
    });
    if (!sent) return;
    setText('');
    setFiles([]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const current = suggestions[at];
    const isWhole = current?.text?.trim() === text.trim();
    if (current && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((at + step + suggestions.length) % suggestions.length);
    } else if (current && (event.key === 'Tab' || (event.key === 'Enter' && !isWhole))) choose(current);
    else if (current && event.key === 'Escape') setHidden(true);
    else if (event.key === 'Enter' && !event.shiftKey) void submit();
    else return;
    event.preventDefault();
  };
  const onInput = (event: InputEvent) => {
    setText((event.target as HTMLTextAreaElement).value);
    setHidden(false);
    setActive(0);
    sending.forget();
  };

  return html`
    <form class="composer" onSubmit=${(event: Event) => {
      event.preventDefault();
      void submit();
    }}>
      ${sending.error && html`<p class="notice" role="alert"><${Icon} name="alert" />${sending.error.replaceAll('`', '')}</p>`}
      <div id="${id}-list" class="popup up suggestions" role="listbox" aria-label=${words.suggestions} hidden=${!suggestions.length}>
        ${suggestions.map(
          (suggestion, index) => html`
            <div key=${suggestion.label} id="${id}-${index}" role="option" aria-selected=${index === at} ref=${index === at ? intoView : null}
              onPointerDown=${(event: Event) => {
                event.preventDefault();
                choose(suggestion);
              }}>
              <span><b>${suggestion.label}</b> <span class="hint">${suggestion.hint}</span></span>
              <span class="detail">${suggestion.description}</span>
            </div>`,
        )}
      </div>
      ${files.length > 0 && html`<p class="file" aria-live="polite">${files.map(({ name }) => name).join(', ')}</p>`}
      <div class="composer-field">
        <${Attach} choose=${setFiles} />
        <textarea id=${id} ref=${field} rows="1" aria-label=${label} placeholder=${words.writeHere} value=${text}
          aria-autocomplete="list" aria-controls="${id}-list" aria-haspopup="listbox"
          aria-activedescendant=${suggestions.length ? `${id}-${at}` : undefined}
          onInput=${onInput} onKeyDown=${onKeyDown} onBlur=${() => setHidden(true)}></textarea>
        <button type="submit" class="icon-button send" aria-label=${words.send} aria-busy=${sending.isBusy} disabled=${!text.trim() && files.length === 0}>
          <${Icon} name="send" />
        </button>
      </div>
    </form>`;
}
