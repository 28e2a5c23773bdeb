import { html } from 'htm/preact';
import { inWords } from '../clock.ts';
import { ownAddress } from '../parts/address.ts';
import { Avatar } from '../parts/avatar.ts';
import { useDeed } from '../parts/deed.ts';
import { Icon } from '../parts/icon.ts';
import { elementOf } from '../parts/message-link.ts';
import { Components } from './components.ts';
import { Embed } from './embed.ts';
import type { Component, ScreenMessage, Server } from './server.ts';
import { Markdown } from './text.ts';

interface MessageProps {
  message: ScreenMessage;
  channel: string;
  server: Server;
  /** The one before is by the same author and not much older. */
  isMore: boolean;
}

export function Message({ message, channel, server, isMore }: MessageProps) {
  const { words, you } = server;
  const { locale, zone } = you;
  const at = new Date(message.writtenAt);
  const time = inWords(at, locale, zone, { timeStyle: 'short' });
  const { author, answers, components } = message;
  const shown = new Set(
    JSON.stringify(components)
      .match(/attachment:\/\/[^"]+/g)
      ?.map((url) => url.slice(13)),
  );
  return html`
    <article id=${elementOf(message.id)} tabindex="-1" class="message ${isMore ? 'more' : ''} ${message.ephemeral ? 'ephemeral' : ''} ${message.pingsMe ? 'pings' : ''}"
      aria-label="${author.name}, ${time}">
      ${
        answers?.command &&
        html`<p class="answers"><b>${answers.name}</b> ${words.discord.used} <span class="mention">/${answers.command}</span></p>`
      }
      ${!isMore && html`<${Avatar} id=${author.id} name=${author.name} isApp=${author.bot} />`}
      <div class="message-body">
        ${
          !isMore &&
          html`<p class="byline"><b>${author.name}</b>${author.bot && html`<span class="app-tag">${words.chat.app}</span>`}
            <time datetime=${at.toISOString()}>${time}</time></p>`
        }
        ${message.thinking && html`<p class="thinking"><span class="dots" aria-hidden="true"></span>${words.discord.thinking(author.name)}</p>`}
        ${message.content && html`<${Markdown} text=${message.content} server=${server} />`}
        ${message.edited && html`<span class="edited">${words.chat.edited}</span>`}
        ${message.embeds.map((embed) => html`<${Embed} embed=${embed} server=${server} />`)}
        ${
          components.length > 0 &&
          html`<div class="components"><${Components} components=${components as readonly Component[]} host=${{ server, channel, message }} /></div>`
        }
        ${message.attachments.map((file) => !shown.has(file.filename) && html`<${File} file=${file} />`)}
        ${message.ephemeral && html`<${OnlyYou} message=${message} channel=${channel} server=${server} />`}
      </div>
    </article>`;
}

function OnlyYou({ message, channel, server }: Omit<MessageProps, 'isMore'>) {
  const deed = useDeed();
  const dismiss = () => deed.run(() => server.act('dismisses', { channel, message: message.id }));
  return html`
    <p class="only-you"><${Icon} name="eye" />${server.words.discord.onlyYou} ·
      <button type="button" class="text-button" onClick=${dismiss}>${server.words.discord.dismiss}</button>
    </p>`;
}

function File({ file }: { file: ScreenMessage['attachments'][number] }) {
  const source = ownAddress(file.url);
  if (source && file.contentType.startsWith('image/'))
    return html`<img class="attached" src=${source} alt=${file.description ?? file.filename} />`;
  return html`<p class="file"><a href=${source} download>${file.filename}</a> <span class="detail">${Math.ceil(file.size / 1024)} KB</span></p>`;
}
