import { blockProblems, missingPictures, textLength, withIds } from './blocks.ts';
import * as limits from './limits.ts';
import { explained, refusal } from './refusal.ts';
import { isObject } from './shape.ts';
import type { State } from './state.ts';
import type { Json } from './types.ts';

// What notifications and screen readers say of a message that came without text.
const NO_FALLBACK = "This content can't be displayed.";

/** What a message says. A part that the app did not send is left out. */
export interface Content {
  readonly text?: string;
  readonly blocks?: Json[];
  readonly attachments?: Json[];
  readonly warning?: string;
}

/** Checks what an app wants to say: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
export function checkedContent(
  state: State,
  given: { text: string | undefined; blocks: unknown; attachments: unknown },
  isUpdate = false,
): Content {
  const { text, blocks, attachments } = given;
  if (blocks !== undefined && !Array.isArray(blocks)) throw refusal('invalid_blocks_format');
  if (attachments !== undefined && !Array.isArray(attachments)) throw refusal('invalid_attachments');
  if (!text && !blocks?.length && !attachments?.length) throw refusal('no_text');
  if (isUpdate && text && text.length > limits.UPDATED_TEXT) throw refusal('msg_too_long');
  const problems = blocks
    ? [...blockProblems(blocks, 'message'), ...missingPictures(blocks, state.pictures, '/blocks')]
    : [];
  if (problems.length) throw explained('invalid_blocks', problems);
  if (textLength(blocks) > limits.MESSAGE_BLOCKS_CHARACTERS) throw refusal('msg_blocks_too_long');
  const said = text ?? (isUpdate || !blocks?.length ? undefined : NO_FALLBACK);
  return {
    ...(said !== undefined && { text: said.slice(0, limits.MESSAGE_TEXT) }),
    ...(blocks && { blocks: withIds(blocks.filter(isObject), () => state.newId('')) }),
    ...(attachments && { attachments: attachments.filter(isObject) }),
    ...(text && text.length > limits.MESSAGE_TEXT && { warning: 'message_truncated' }),
  };
}
