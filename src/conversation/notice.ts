import { z } from 'zod';
import type { NoticeData, NoticeKind } from '../core/owing/kinds.ts';
import type { Message } from './message.ts';

/** What a notice is told beside what it is about. */
export interface Told<Data> {
  /** What the message remembers since it was owed. */
  readonly data: Data;
  /** It is on somebody's screen, and is brought up to date. */
  readonly isShown: boolean;
  /** It goes by mail: its reader may have nothing else before them. */
  readonly isMail: boolean;
  /** Where the reader's card of the subject is, to be opened; undefined while there is none. */
  card(): Promise<string | undefined>;
}

/** A message that the bot sends by itself. `View` is what is known of its subject now, and who reads it. */
export interface Notice<Kind extends NoticeKind, View, Deps> {
  readonly kind: Kind;
  /** The reader's one card of the subject: it is kept true for ever, other messages lead to it, and it is sent anew when it is gone. */
  readonly isCard?: true;
  /** What was kept in the database is checked by this when it is read again. */
  readonly data: z.ZodType<NoticeData<Kind>>;
  /**
   * What it says now, in the reader's language: when it is sent, and again whenever its subject changes, so that it
   * never says what is no longer true.
   * @returns undefined when there is nothing left to say: then it is not sent, and what is shown stays.
   */
  render(view: View, told: Told<NoticeData<Kind>>, deps: Deps): Promise<Message | undefined> | Message | undefined;
  /** The same for whoever may not see its session any more; left out: what stays of a request, on their screen alone. */
  over?(view: View, told: Told<NoticeData<Kind>>, deps: Deps): Promise<Message | undefined> | Message | undefined;
}

/** The schema of a message that remembers nothing. */
export const nothing = z.object({});

/**
 * Defines a message that the bot sends by itself. Its kind, and what it remembers, are in `core/owing/kinds.ts`; it
 * stands beside its feature and in the table of `features/notices.ts`, and whoever owes it says so with `tx.owe`:
 *
 *     export const moved = notice({
 *       kind: 'moved',
 *       data: z.object({ from: z.number() }),
 *       render: (view: SessionView, { data, isShown }, deps: Deps) =>
 *         isShown || isOpen(view.session) ? movedCard(view, deps, new Date(data.from)) : undefined,
 *     });
 */
export function notice<Kind extends NoticeKind, View, Deps>(
  definition: Notice<Kind, View, Deps>,
): Notice<Kind, View, Deps> {
  return definition;
}

/** What a message remembers cannot be read, or nobody knows its kind any more: another version of the program owed it. */
export class UnreadableNotice extends Error {
  override readonly name = 'UnreadableNotice';
}
