import { html } from 'htm/preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
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
  const nav = useRef<HTMLElement>(null);
  const places = sections.flatMap((section) => section.places).length;
  useLayoutEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
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
                    ${unread > 0 && html`<span class="badge">${unread}<span class="visually-hidden"> unread</span></span>`}
                  </button>
                </li>`,
            )}
          </ul>`,
      )}
    </nav>`;
}
