import { ChannelClosed, type Chat } from '../conversation/chat.ts';
import type { Clock } from '../core/clock.ts';
import { newId } from '../core/id.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** Whether the bot can write in a channel is seen by writing there: what else it would need to ask, it has no right to. */
export function createTryChannel(chats: ReadonlyMap<string, Chat>, clock: Clock): SystemDeps['tryChannel'] {
  return async ({ chat: id, space, language: locale }, channel, message) => {
    const chat = chats.get(id);
    try {
      const place = await chat?.sendToChannel({ space, channel }, message, {
        nonce: newId(),
        locale,
        triedAt: clock(),
      });
      return place && { url: chat?.linkTo(place, space) };
    } catch (error) {
      if (error instanceof ChannelClosed) return undefined;
      throw error;
    }
  };
}
