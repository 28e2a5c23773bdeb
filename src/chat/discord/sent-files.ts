import type { Message } from 'discord.js';
import type { SentFile } from '../../core/talk/talk.ts';
import type { FetchFile } from '../fetch-file.ts';

/** Where Discord keeps what people attach: https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];

/** Discord's own hosts, or the place that stands in for all of them. */
export function isDiscords(apiUrl: string): (url: URL) => boolean {
  const { origin, hostname } = new URL(apiUrl);
  const isPlayed = !hostname.endsWith('discord.com');
  return (url) => (isPlayed ? url.origin === origin : url.protocol === 'https:' && HOSTS.includes(url.hostname));
}

/** What came with a message to the bot. */
export function sentFiles({ attachments }: Pick<Message, 'attachments'>, fetchFile: FetchFile): readonly SentFile[] {
  return attachments.map(({ name, size, url }) => ({ name, size, fetch: (most) => fetchFile(url, most) }));
}
