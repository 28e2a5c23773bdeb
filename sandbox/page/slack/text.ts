import { html } from 'htm/preact';
import type { ComponentChild } from 'preact';
import { useTicking } from '../clock.ts';
import { formatDate } from './dates.ts';
import { emojiNamed, type Mark, parseMrkdwn } from './mrkdwn.ts';
import { asJson, type Json, type Workspace } from './workspace.ts';

/** mrkdwn as the person reads it. */
export function Mrkdwn({ text, workspace }: { text: string; workspace: Workspace }) {
  return html`${parseMrkdwn(text).map((mark) => draw(mark, workspace))}`;
}

/** A text object, of whichever kind. */
export function TextObject({ of, workspace }: { of: unknown; workspace: Workspace }) {
  const { type, text } = asJson(of);
  if (type === 'mrkdwn') return html`<${Mrkdwn} text=${String(text)} workspace=${workspace} />`;
  return html`${String(text ?? '').replaceAll(/:([a-z0-9_+-]+):/g, (_, name: string) => emojiNamed(name))}`;
}

function draw(mark: Mark, workspace: Workspace): ComponentChild {
  switch (mark.kind) {
    case 'text':
      return mark.text;
    case 'code':
      return html`<code>${mark.text}</code>`;
    case 'pre':
      return html`<pre>${mark.text}</pre>`;
    case 'broadcast':
      return html`<span class="mention">${mark.text}</span>`;
    case 'break':
      return html`<br />`;
    case 'bold':
      return html`<b>${drawAll(mark.inside, workspace)}</b>`;
    case 'italic':
      return html`<i>${drawAll(mark.inside, workspace)}</i>`;
    case 'strike':
      return html`<s>${drawAll(mark.inside, workspace)}</s>`;
    case 'quote':
      return html`<blockquote>${drawAll(mark.inside, workspace)}</blockquote>`;
    case 'link':
      return html`<${Link} url=${mark.url}>${drawAll(mark.inside, workspace)}<//>`;
    case 'user':
      return html`<${UserMention} id=${mark.id} workspace=${workspace} />`;
    case 'channel':
      return html`<${ChannelMention} id=${mark.id} name=${mark.name} workspace=${workspace} />`;
    case 'date':
      return html`<${DateText} date=${mark} workspace=${workspace} />`;
  }
}

const drawAll = (marks: readonly Mark[], workspace: Workspace) => marks.map((mark) => draw(mark, workspace));

/** A link that opens beside the sandbox. */
export function Link({ url, children }: { url: string; children: ComponentChild }) {
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${children}</a>`;
}

function UserMention({ id, workspace }: { id: string; workspace: Workspace }) {
  const name =
    id === workspace.appUserId ? 'Tutorline' : (workspace.people.find((person) => person.id === id)?.realName ?? id);
  return html`<span class="mention ${id === workspace.you.id ? 'is-you' : ''}">@${name}</span>`;
}

function ChannelMention({ id, name, workspace }: { id: string; name: string | undefined; workspace: Workspace }) {
  const channel = workspace.conversations.find((conversation) => conversation.id === id);
  const label = `#${channel?.name ?? name ?? 'private channel'}`;
  if (!channel) return html`<span class="mention">${label}</span>`;
  return html`<button type="button" class="mention" onClick=${() => workspace.goTo(id)}>${label}</button>`;
}

type DateMark = Extract<Mark, { kind: 'date' }>;

function DateText({ date, workspace }: { date: DateMark; workspace: Workspace }) {
  useTicking(date.format.includes('{ago}') ? 1000 : 60_000);
  const { at, format, url, fallback } = date;
  const { locale, tz } = workspace.you;
  const text = formatDate(at, format, locale, tz) ?? fallback;
  const time = html`<time datetime=${at.toISOString()} title=${fallback}>${text}</time>`;
  return url ? html`<${Link} url=${url}>${time}<//>` : time;
}

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function RichText({ block, workspace }: { block: Json; workspace: Workspace }) {
  const elements = Array.isArray(block['elements']) ? block['elements'].map(asJson) : [];
  const inside = elements.map((element) => html`<${RichText} block=${element} workspace=${workspace} />`);
  switch (block['type']) {
    case 'rich_text':
      return html`<div class="rich-text">${inside}</div>`;
    case 'rich_text_section':
      return html`<div>${inside}</div>`;
    case 'rich_text_quote':
      return html`<blockquote>${inside}</blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre>${inside}</pre>`;
    case 'rich_text_list': {
      const items = inside.map((item) => html`<li>${item}</li>`);
      return block['style'] === 'ordered' ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    default:
      return html`<${RichLeaf} leaf=${block} workspace=${workspace} />`;
  }
}

function RichLeaf({ leaf, workspace }: { leaf: Json; workspace: Workspace }) {
  const style = asJson(leaf['style']);
  const text = String(leaf['text'] ?? leaf['url'] ?? leaf['fallback'] ?? '');
  const content = (): ComponentChild => {
    switch (leaf['type']) {
      case 'link':
        return html`<${Link} url=${String(leaf['url'])}>${text}<//>`;
      case 'emoji':
        return emojiNamed(String(leaf['name']));
      case 'user':
        return html`<${UserMention} id=${String(leaf['user_id'])} workspace=${workspace} />`;
      case 'channel':
        return html`<${ChannelMention} id=${String(leaf['channel_id'])} workspace=${workspace} />`;
      case 'broadcast':
        return html`<span class="mention">@${String(leaf['range'])}</span>`;
      case 'date': {
        const { timestamp, format, fallback } = leaf;
        const at = new Date(Number(timestamp) * 1000);
        const date = { kind: 'date', at, format: String(format), fallback: String(fallback ?? '') };
        return html`<${DateText} date=${date} workspace=${workspace} />`;
      }
      default:
        return text;
    }
  };
  let shown = content();
  if (style['code']) shown = html`<code>${shown}</code>`;
  if (style['bold']) shown = html`<b>${shown}</b>`;
  if (style['italic']) shown = html`<i>${shown}</i>`;
  if (style['strike']) shown = html`<s>${shown}</s>`;
  return html`${shown}`;
}
