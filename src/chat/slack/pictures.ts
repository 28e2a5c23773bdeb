import { createHash } from 'node:crypto';
import type { Image, Message } from '../../conversation/message.ts';
import type { Log } from '../../core/log.ts';
import { refusalCode } from './client.ts';
import type { Files } from './files.ts';
import type { Reader } from './rich-text.ts';

/** How many pictures that are in Slack already are known again. */
const KNOWN = 100;

/** Brings the pictures of messages to Slack, which shows those alone that it has. */
export interface Pictures {
  /**
   * Says a message with its pictures, of which the reader then knows the files. Where Slack takes none, or not now, or
   * does not have them ready, their words stand in their place.
   */
  show<T>(message: Message, reader: Reader, say: (reader: Reader) => Promise<T>): Promise<T>;
}

export function createPictures(files: Pick<Files, 'keep'>, log: Log): Pictures {
  const known = new Map<string, Promise<string | undefined>>();

  function fileOf({ png, name }: Image): Promise<string | undefined> {
    const hash = createHash('sha256').update(png).digest('base64');
    const before = known.get(hash);
    if (before) return before;
    const file = files.keep(`${name}.png`, png);
    known.set(hash, file);
    const [oldest] = known.size > KNOWN ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    const forget = () => known.delete(hash);
    file.then((id) => id === undefined && forget(), forget);
    return file;
  }

  async function filesOf(images: readonly Image[]): Promise<ReadonlyMap<Image, string>> {
    try {
      const ids = await Promise.all(images.map(fileOf));
      return new Map(images.flatMap((image, index) => (ids[index] ? [[image, ids[index]] as const] : [])));
    } catch (error) {
      log.warn({ chat: 'slack', error }, 'a picture did not get to Slack, so its words take its place');
      return new Map();
    }
  }

  return {
    show: async ({ images = [] }, reader, say) => {
      const pictures = images.length > 0 ? await filesOf(images) : new Map();
      if (pictures.size === 0) return say(reader);
      try {
        return await say({ ...reader, pictures });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        log.warn({ chat: 'slack', error }, 'Slack does not show a picture, so its words take its place');
        return say(reader);
      }
    },
  };
}

/** Slack has looked at what was sent and does not take it, as it does while a picture is not ready. */
const isRefusal = (error: unknown): boolean =>
  ['invalid_blocks', 'invalid_arguments'].includes(refusalCode(error) ?? '') ||
  (error instanceof Error && 'status' in error && error.status === 400);
