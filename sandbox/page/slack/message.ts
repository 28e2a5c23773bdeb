import { html } from 'htm/preact';
import type { ScreenMessage } from '../../slack/screen.ts';
import { inWords } from '../clock.ts';
import { ownAddress } from '../parts/address.ts';
import { Avatar } from '../parts/avatar.ts';
import { Icon } from '../parts/icon.ts';
import { elementOf } from '../parts/message-link.ts';
import { Blocks, PlainMessage } from './blocks.ts';
import { asList, type Json, type Workspace } from './workspace.ts';

interface MessageProps {
  message: ScreenMessage;
  conversation: string;
  workspace: Workspace;
  /** The one before is by the same author and not much older. */
  isMore: boolean;
}

export const writtenAt = ({ ts }: ScreenMessage): Date => new Date(Number(ts) * 1000);

export function Message({ message, conversation, workspace, isMore }: MessageProps) {
  const { words, you } = workspace;
  const { locale, tz } = you;
  const at = writtenAt(message);
  const surface = { place: { conversation, ts: message.ts }, workspace };
  const time = inWords(at, locale, tz, { timeStyle: 'short' });
  return html`
    <article id=${elementOf(message.ts)} tabindex="-1" class="message ${isMore ? 'more' : ''} ${message.ephemeral ? 'ephemeral' : ''}" aria-label="${message.author}, ${time}">
      ${!isMore && html`<${Avatar} id=${message.user} name=${message.author} isApp=${message.isApp} />`}
      <div class="message-body">
        ${message.ephemeral && html`<p class="only-you"><${Icon} name="eye" />${words.slack.onlyYou}</p>`}
        ${
          !isMore &&
          html`<p class="byline"><b>${message.author}</b>${message.isApp && html`<span class="app-tag">${words.chat.app}</span>`}
            <time datetime=${at.toISOString()}>${time}</time></p>`
        }
        ${
          message.blocks?.length
            ? html`<${Blocks} blocks=${message.blocks} surface=${surface} />`
            : message.text !== '' && html`<${PlainMessage} text=${message.text} surface=${surface} />`
        }
        ${message.attachments?.map((attachment) => html`<${Attachment} attachment=${attachment} surface=${surface} />`)}
        ${message.files?.map(
          (file) =>
            html`<p class="file"><a href=${ownAddress(file.url_private_download)} download=${file.name}>${file.title}</a> <span class="detail">${Math.ceil(file.size / 1024)} KB</span></p>`,
        )}
        ${message.edited && html`<span class="edited">${words.chat.edited}</span>`}
      </div>
    </article>`;
}

/** The older kind of attachment: a coloured line beside blocks or text. */
function Attachment({
  attachment,
  surface,
}: {
  attachment: Json;
  surface: Parameters<typeof PlainMessage>[0]['surface'];
}) {
  const { color, title, text, fallback } = attachment;
  return html`
    <div class="attachment" style=${color ? { borderColor: `#${String(color).replace('#', '')}` } : undefined}>
      ${title && html`<b>${String(title)}</b>`}
      <${Blocks} blocks=${asList(attachment['blocks'])} surface=${surface} />
      ${!attachment['blocks'] && html`<${PlainMessage} text=${String(text ?? fallback ?? '')} surface=${surface} />`}
    </div>`;
}
