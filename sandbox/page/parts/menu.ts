import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { intoView } from './combobox.ts';

export interface MenuItem {
  readonly label: string;
  /** Smaller, at the end of the line. */
  readonly detail?: string | undefined;
  readonly isOff?: boolean;
  readonly href?: string | undefined;
  readonly choose: () => void;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  class?: string;
  isOff?: boolean;
  isBusy?: boolean;
  children: ComponentChildren;
}

/** A button with a menu: https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ */
export function Menu({ label, items, class: className = 'button', isOff = false, isBusy, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  /** Whether it opens to the left, where there is no room to the right. */
  const [isLeft, setLeft] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const entries = () => [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const close = (isBack: boolean) => {
    setOpen(false);
    if (isBack) root.current?.querySelector('button')?.focus();
  };

  useLayoutEffect(() => {
    if (!isOpen) return setLeft(false);
    const popup = root.current?.querySelector('.popup');
    const room = root.current?.closest('.pane')?.getBoundingClientRect().right ?? innerWidth;
    if (popup) setLeft(popup.getBoundingClientRect().right > room);
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return;
    entries()[0]?.focus();
    intoView(root.current?.querySelector<HTMLElement>('.popup') ?? null);
    const onOutside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onOutside);
    return () => document.removeEventListener('pointerdown', onOutside);
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const to = moves[event.key];
    if (event.key === 'Tab') close(false);
    if (event.key === 'Escape') close(true);
    if (to !== undefined) all.at(to % all.length)?.focus();
    if (to !== undefined || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const choose = (item: MenuItem, event: Event) => {
    if (item.isOff) return event.preventDefault();
    close(true);
    item.choose();
  };

  return html`
    <div class="menu" ref=${root} onKeyDown=${onKeyDown}>
      <button type="button" class=${className} aria-label=${label} aria-haspopup="menu" aria-expanded=${isOpen}
        disabled=${isOff} aria-busy=${isBusy} onClick=${() => setOpen(!isOpen)}>${children}</button>
      ${
        isOpen &&
        html`<div class="popup ${isLeft ? 'left' : ''}" role="menu" aria-label=${label}>
          ${items.map(
            (item) => html`
              <${item.href ? 'a' : 'button'} type=${item.href ? undefined : 'button'} role="menuitem" tabindex="-1"
                href=${item.href} target=${item.href && '_blank'} rel=${item.href && 'noopener noreferrer'}
                aria-disabled=${item.isOff ? 'true' : undefined} onClick=${(event: Event) => choose(item, event)}>
                <span>${item.label}</span>${item.detail && html`<span class="detail">${item.detail}</span>`}
              <//>`,
          )}
        </div>`
      }
    </div>`;
}
