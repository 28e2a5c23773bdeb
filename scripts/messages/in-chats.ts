import { ComponentType } from 'discord.js';
import { render as renderForDiscord } from '../../src/chat/discord/render.ts';
import { render as renderForSlack } from '../../src/chat/slack/render.ts';
import type { Text } from '../../src/conversation/message.ts';

/** What a chat gets of a text, as its own renderer makes it: in the notation in which that chat writes it down. */
export interface InChats {
  readonly slack: string;
  readonly discord: string;
}

/** Before the times that stand in the sentences, so that none of them is over. */
const NOW = new Date('2026-11-30T09:00Z');

export function inChats(text: Text, locale: string): InChats {
  return { slack: inSlack(text, locale), discord: inDiscord(text, locale) };
}

/** Elements of rich text written as mrkdwn is: https://docs.slack.dev/messaging/formatting-message-text */
function inSlack(text: Text, locale: string): string {
  const { blocks } = renderForSlack({ text }, { locale, zone: 'Europe/Berlin', now: NOW });
  const sections = blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : []));
  const elements = sections.flatMap((one) => (one.type === 'rich_text_section' ? one.elements : []));
  return elements
    .map((element) => {
      if (element.type === 'text') return element.style?.bold ? `*${element.text}*` : element.text;
      if (element.type === 'link') return `<${element.url}|${element.text ?? ''}>`;
      return element.type === 'date' ? `<!date^${String(element.timestamp)}^${element.format}>` : '';
    })
    .join('');
}

function inDiscord(text: Text, locale: string): string {
  const [first] = renderForDiscord({ text }, { locale }).components;
  return first?.type === ComponentType.TextDisplay ? first.content : '';
}
