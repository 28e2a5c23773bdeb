import { html } from 'htm/preact';
import { inWords } from '../clock.ts';
import { ownAddress } from '../parts/address.ts';
import type { Server } from './server.ts';
import { Markdown } from './text.ts';

interface EmbedContent {
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
  readonly color?: number;
  readonly timestamp?: string;
  readonly author?: { readonly name?: string };
  readonly footer?: { readonly text?: string };
  readonly image?: { readonly url?: string };
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
}

/** https://docs.discord.com/developers/resources/message#embed-object */
export function Embed({ embed, server }: { embed: Readonly<Record<string, unknown>>; server: Server }) {
  const { title, url, description, color, timestamp, author, footer, image, fields = [] } = embed as EmbedContent;
  const { locale, zone } = server.you;
  const source = image?.url && ownAddress(image.url);
  const when = timestamp && inWords(new Date(timestamp), locale, zone, { dateStyle: 'short', timeStyle: 'short' });
  const end = [footer?.text, when].filter(Boolean).join(' • ');
  return html`
    <div class="embed" style=${color ? { borderLeftColor: `#${color.toString(16).padStart(6, '0')}` } : undefined}>
      ${author?.name && html`<p class="embed-author">${author.name}</p>`}
      ${
        title &&
        html`<p class="embed-title">${url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${title}</a>` : html`<${Markdown} text=${title} server=${server} />`}</p>`
      }
      ${description && html`<${Markdown} text=${description} server=${server} />`}
      ${
        fields.length > 0 &&
        html`<dl class="embed-fields">
          ${fields.map(
            ({ name, value, inline }) => html`
              <div class=${inline ? 'inline' : ''}><dt><${Markdown} text=${name} server=${server} /></dt><dd><${Markdown} text=${value} server=${server} /></dd></div>`,
          )}
        </dl>`
      }
      ${source && html`<img src=${source} alt="" />`}
      ${end && html`<p class="embed-footer">${end}</p>`}
    </div>`;
}
