import type { Shown } from '../../page-server.ts';
import type { ScreenConversation } from '../../slack/screen.ts';
import type { SlackPerson } from '../../slack/types.ts';
import type { Act } from '../sandbox.ts';
import type { Words } from '../words/index.ts';

/** Everything that drawing a part of the workspace may need to know. */
export interface Workspace {
  readonly you: Shown<SlackPerson>;
  readonly people: readonly Shown<SlackPerson>[];
  readonly conversations: readonly ScreenConversation[];
  readonly appUserId: string;
  readonly act: Act;
  /** Goes to a conversation. */
  readonly goTo: (conversation: string) => void;
  /** In the language of this person's Slack. */
  readonly words: Words;
}

/** Where an element is: `Place` of the stand-in. */
export type Place = { readonly conversation: string; readonly ts: string } | { readonly view: string };

export type Json = Readonly<Record<string, unknown>>;

export const asJson = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const asList = (value: unknown): Json[] => (Array.isArray(value) ? value.map(asJson) : []);

/** The text of a text object, or of nothing. */
export const textOf = (value: unknown): string => String(asJson(value)['text'] ?? '');
