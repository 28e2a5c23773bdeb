import type { SentFile } from '../../core/talk/talk.ts';
import type { FetchFile } from '../fetch-file.ts';
import type { DirectMessage } from './payloads.ts';

/** Slack's own hosts, or the place that stands in for all of them: the bot's token is told nobody else. */
export function isSlacks(apiUrl: string): (url: URL) => boolean {
  const { origin, hostname } = new URL(apiUrl);
  const isPlayed = !SLACKS.test(hostname);
  return (url) => (isPlayed ? url.origin === origin : url.protocol === 'https:' && SLACKS.test(url.hostname));
}
const SLACKS = /^(.+\.)?slack(-gov)?\.com$/;

/** What came with a message to the bot: https://docs.slack.dev/reference/objects/file-object */
export function sentFiles({ files }: DirectMessage['event'], fetchFile: FetchFile): readonly SentFile[] {
  return files.map(({ name, size, url_private_download: url }) => ({
    name,
    size,
    fetch: async (most) => (url === undefined ? undefined : fetchFile(url, most)),
  }));
}
