import { html } from 'htm/preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/index.ts';
import { Avatar } from './avatar.ts';
import { Icon, type IconName } from './icon.ts';

export interface SidebarPlace {
  readonly id: string;
  readonly name: string;
  readonly unread: number;
  readonly icon: IconName | 'app';
}

interface SidebarProps {
  label: string;
  sections: readonly { readonly title: string; readonly places: readonly SidebarPlace[] }[];
  current: string;
  goTo: (id: string) => void;
}

/** Channels and direct messages; at a phone's width a row that scrolls. */
export function Sidebar({ label, sections, current, goTo }: SidebarProps) {
  const words = useWords().chat;
  const nav = useRef<HTMLElement>(null);
  const places = sections.flatMap((section) => section.places).length;
  useLayoutEffect(() => {
    const place = nav.current?.querySelector('[aria-current]');
    if (nav.current && place) reveal(nav.current, place);
  }, [current, places]);
  return html`
    <nav ref=${nav} class="sidebar" aria-label=${label}>
      ${sections.map(
        ({ title, places }) => html`
          <h3 key=${title}>${title}</h3>
          <ul>
            ${places.map(
              ({ id, name, unread, icon }) => html`
                <li key=${id}>
                  <button type="button" class=${unread ? 'unread' : ''} aria-current=${id === current ? 'page' : undefined}
                    onClick=${() => goTo(id)}>
                    ${icon === 'app' ? html`<${Avatar} id=${id} name=${name} isApp />` : html`<${Icon} name=${icon} />`}
                    <span class="place-name">${name}</span>
                    ${unread > 0 && html`<span class="badge">${unread}<span class="visually-hidden"> ${words.unread}</span></span>`}
                  </button>
                </li>`,
            )}
          </ul>`,
      )}
    </nav>`;
}

/** Scrolls the list alone: `scrollIntoView` would move the whole page too, where that is longer than the screen. */
function reveal(list: Element, place: Element): void {
  const [outer, inner] = [list.getBoundingClientRect(), place.getBoundingClientRect()];
  list.scrollBy({
    left: Math.max(0, inner.right - outer.right) + Math.min(0, inner.left - outer.left),
    top: Math.max(0, inner.bottom - outer.bottom) + Math.min(0, inner.top - outer.top),
  });
}
