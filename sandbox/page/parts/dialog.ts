import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/index.ts';
import { Icon } from './icon.ts';

const FIRST = '[autofocus], .dialog-body :is(input, select, textarea, button), .dialog-foot button';

interface DialogProps {
  title: string;
  /** Of the chat whose dialog it is; it lies over that chat's pane. */
  chat?: string;
  onClose: () => void;
  closeLabel?: string;
  children: ComponentChildren;
  isAlert?: boolean;
}

/** The browser's own modal dialog: it keeps the focus inside, and gives it back afterwards. */
export function Dialog({ title, chat = 'page', onClose, closeLabel, children, isAlert }: DialogProps) {
  const words = useWords().chat;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useRef(`dialog-${crypto.randomUUID()}`).current;

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    element.showModal();
    element.querySelector<HTMLElement>(FIRST)?.focus();
    return () => {
      element.close();
      // Chromium gives the focus back while the page is still inert, and then no key arrives: once more, after that.
      setTimeout(() => {
        if (document.querySelector('dialog[open]')) return;
        opener?.blur();
        const next = opener?.isConnected ? opener : document.getElementById(`${chat}-composer`);
        next?.focus();
      });
    };
  }, []);

  const cancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  return html`
    <dialog ref=${dialog} class="dialog ${chat}" aria-labelledby=${id} role=${isAlert ? 'alertdialog' : undefined} onCancel=${cancel}>
      <div class="dialog-head">
        <h2 id=${id}>${title}</h2>
        <button type="button" class="icon-button" aria-label=${closeLabel ?? words.closeDialog} onClick=${onClose}><${Icon} name="close" /></button>
      </div>
      ${children}
    </dialog>`;
}

interface AskProps {
  title: string;
  text: ComponentChildren;
  yes: string;
  no: string;
  isDanger?: boolean;
  chat?: string;
  onYes: () => void;
  onNo: () => void;
}

/** Asks "are you sure". */
export function AskDialog({ title, text, yes, no, isDanger, chat, onYes, onNo }: AskProps) {
  return html`
    <${Dialog} title=${title} chat=${chat} onClose=${onNo} closeLabel=${no} isAlert=${true}>
      <div class="dialog-body"><p>${text}</p></div>
      <div class="dialog-foot">
        <button type="button" class="button" onClick=${onNo}>${no}</button>
        <button type="button" class="button ${isDanger ? 'danger' : 'primary'}" onClick=${onYes}>${yes}</button>
      </div>
    <//>`;
}
