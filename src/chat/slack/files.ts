import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Enclosure } from '../../conversation/message.ts';
import type { Log } from '../../core/log.ts';
import { type Clients, refusalCode } from './client.ts';
import type { Pace } from './pace.ts';

/** Files beside messages: https://docs.slack.dev/messaging/working-with-files#uploading_files */
export interface Files {
  /** Brings files to Slack, where nobody sees them yet. Undefined: it takes none of us. */
  upload(enclosures: readonly Enclosure[]): Promise<readonly Uploaded[] | undefined>;
  /** Brings a file to Slack for messages to show it in them. @returns its id; undefined: it takes none of us. */
  keep(name: string, bytes: Uint8Array): Promise<string | undefined>;
  /** Shows them below a message, so that the conversation stays one of messages. */
  share(uploaded: readonly Uploaded[], channel: string, thread: string): Promise<void>;
}

interface Uploaded {
  readonly id: string;
  readonly title: string;
}

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
const Promised = z.object({ upload_url: z.url({ protocol: /^https?$/ }), file_id: z.string() });

/** An app of before files, or a workspace without: it is asked again after so long, as somebody may have changed that. */
const ASKED_AGAIN_MS = 10 * 60_000;
const UPLOAD_MS = 30_000;

export function createFiles(
  clients: Pick<Clients, 'posting'>,
  pace: Pace,
  log: Log,
  now: () => number = performance.now.bind(performance),
): Files {
  let refusedAt = Number.NEGATIVE_INFINITY;

  /** Without the scope `files:write`, or where admins have turned files off, everything else goes on working. */
  const unlessRefused = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      const why = refusalCode(error);
      if (why === undefined) throw error;
      refusedAt = now();
      log.info({ why }, 'Slack takes no files of ours, so a link takes their place');
      return undefined;
    }
  };

  async function uploadOne(name: string, bytes: Uint8Array): Promise<Uploaded> {
    const ask = () => clients.posting.files.getUploadURLExternal({ filename: name, length: bytes.length });
    const { upload_url: url, file_id: id } = Promised.parse(await pace('files.getUploadURLExternal', ask));
    const answer = await fetch(url, {
      method: 'POST',
      body: Buffer.from(bytes),
      signal: AbortSignal.timeout(UPLOAD_MS),
    });
    await answer.text();
    if (!answer.ok) throw Object.assign(new Error('Slack took no upload'), { status: answer.status });
    return { id, title: name };
  }

  return {
    upload: async (enclosures) => {
      if (now() - refusedAt < ASKED_AGAIN_MS) return undefined;
      const all = () => Promise.all(enclosures.map(({ name, content }) => uploadOne(name, Buffer.from(content))));
      return unlessRefused(all);
    },
    keep: async (name, bytes) => {
      if (now() - refusedAt < ASKED_AGAIN_MS) return undefined;
      return unlessRefused(async () => {
        const file = await uploadOne(name, bytes);
        const finish = () => clients.posting.files.completeUploadExternal({ files: [file] });
        await pace('files.completeUploadExternal', finish);
        return file.id;
      });
    },
    share: async (uploaded, channel, thread) => {
      const [first, ...more] = uploaded.map(({ id, title }) => ({ id, title }));
      if (!first) return;
      const share = () =>
        clients.posting.files.completeUploadExternal({
          channel_id: channel,
          thread_ts: thread,
          files: [first, ...more],
        });
      try {
        await unlessRefused(() => pace('files.completeUploadExternal', share));
      } catch (error) {
        // The message is there: to wait as if nothing had been sent would send it twice.
        if (error instanceof webApi.WebAPIRateLimitedError || (error instanceof Error && error.name === 'RateLimited'))
          throw new Error('Slack was asked too often to show a file', { cause: error });
        throw error;
      }
    },
  };
}
