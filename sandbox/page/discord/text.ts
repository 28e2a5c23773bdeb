import { html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { inWords, useTicking } from '../clock.ts';
import { type Block, type Mark, parseMarkdown } from './markdown.ts';
import type { Server } from './server.ts';
import { formatTime } from './times.ts';

/** Markdown as the person reads it. */
export function Markdown({ text, server }: { text: string; server: Server }) {
  return html`<div class="markdown">${parseMarkdown(text).map((block) => drawBlock(block, server))}</div>`;
}

function drawBlock(block: Block, server: Server): ComponentChild {
  const inside = (marks: readonly Mark[]) => marks.map((mark) => draw(mark, server));
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${inside(block.inside)}</p>`;
    case 'subtext':
      return html`<p class="subtext">${inside(block.inside)}</p>`;
    case 'quote':
      return html`<blockquote>${inside(block.inside)}</blockquote>`;
    case 'heading':
      // Headings of the page end at the channel's name, which is an h3; a skipped level would mislead.
      return html`<h4 class="heading-${block.level}">${inside(block.inside)}</h4>`;
    case 'code':
      return html`<pre>${block.text}</pre>`;
    case 'list': {
      const items = block.items.map(({ depth, inside: marks }) => html`<li data-depth=${depth}>${inside(marks)}</li>`);
      return block.isNumbered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

function draw(mark: Mark, server: Server): ComponentChild {
  const inside = (marks: readonly Mark[]) => marks.map((one) => draw(one, server));
  switch (mark.kind) {
    case 'text':
      return mark.text;
    case 'code':
      return html`<code>${mark.text}</code>`;
    case 'pre':
      return html`<pre>${mark.text}</pre>`;
    case 'command':
    case 'everyone':
      return html`<span class="mention">${mark.text}</span>`;
    case 'break':
      return html`<br />`;
    case 'bold':
      return html`<b>${inside(mark.inside)}</b>`;
    case 'italic':
      return html`<i>${inside(mark.inside)}</i>`;
    case 'underline':
      return html`<u>${inside(mark.inside)}</u>`;
    case 'strike':
      return html`<s>${inside(mark.inside)}</s>`;
    case 'spoiler':
      return html`<${Spoiler}>${inside(mark.inside)}<//>`;
    case 'link':
      return html`<a href=${mark.url} target="_blank" rel="noopener noreferrer">${inside(mark.inside)}</a>`;
    case 'user':
      return html`<span class="mention">@${server.people.find(({ id }) => id === mark.id)?.globalName ?? 'Tutorline'}</span>`;
    case 'role':
      return html`<span class="mention">@Admins</span>`;
    case 'channel':
      return html`<${ChannelMention} id=${mark.id} server=${server} />`;
    case 'time':
      return html`<${Time} at=${mark.at} style=${mark.style} server=${server} />`;
  }
}

function Spoiler({ children }: { children: ComponentChild }) {
  const [isShown, setShown] = useState(false);
  if (isShown) return html`<span class="spoiler shown">${children}</span>`;
  return html`<button type="button" class="spoiler" onClick=${() => setShown(true)}>Spoiler</button>`;
}

function ChannelMention({ id, server }: { id: string; server: Server }) {
  const channel = server.channels.find((one) => one.id === id);
  if (!channel) return html`<span class="mention">#unknown</span>`;
  return html`<button type="button" class="mention" onClick=${() => server.goTo(id)}>#${channel.name}</button>`;
}

/** A time that stays true: relative ones count on with the sandbox's clock. */
function Time({ at, style, server }: { at: Date; style: string; server: Server }) {
  useTicking(style === 'R' ? 1000 : 3_600_000);
  const { locale, zone } = server.you;
  return html`<time datetime=${at.toISOString()} title=${inWords(at, locale, zone, { dateStyle: 'full', timeStyle: 'short' })}>${formatTime(at, style, locale, zone)}</time>`;
}
