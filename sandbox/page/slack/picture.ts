import { html } from 'htm/preact';
import { ownAddress } from '../parts/address.ts';
import { type Json, textOf } from './workspace.ts';

/** Where the sandbox keeps what was uploaded. */
const FILES = '/sandbox/slack/files/';

/** A picture of the sandbox's own; nothing is fetched from elsewhere, so others are only named. */
export function Picture({ image }: { image: Json }) {
  const alt = String(image['alt_text'] ?? '');
  const file = (image['slack_file'] as Json | undefined)?.['id'];
  const source = ownAddress(file === undefined ? String(image['image_url'] ?? '') : FILES + String(file));
  const title = textOf(image['title']);
  return html`
    <figure class="picture">
      ${title && html`<figcaption>${title}</figcaption>`}
      ${source ? html`<img src=${source} alt=${alt} />` : html`<span class="picture-elsewhere">Picture: ${alt}</span>`}
    </figure>`;
}
