import type { RemovedFrom } from '../core/community/port.ts';
import type { Actor } from '../core/people/person.ts';
import type { Sighting } from '../core/people/port.ts';
import type { IsIn } from '../core/people/recognition.ts';
import type { SentFile } from '../core/talk/talk.ts';
import type { Place } from './chat.ts';
import type { Form } from './form.ts';
import type { Command, RawInput, Reply, Typed } from './handler.ts';
import type { Message, Option } from './message.ts';

/** The handler that answers what somebody typed (`text`), for a button that leads to the answer in private. */
export const TYPED = 'typed';

/** A command or a button may open a dialog, be refused before it, or have nothing to ask. */
export type Opened =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'nothing-to-ask' };

/** A dialog that was sent in: done, or refused with a sentence for each field (or for the whole, under no field). */
export type Submitted =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | {
      readonly kind: 'refused';
      readonly fields: Readonly<Record<string, string>>;
      /** The same as a message, with a button that opens the dialog as it was filled in. */
      readonly message: Message;
    };

/**
 * Where the chats' `receive` bring what came in. Nothing here throws for what a person did: refusals come back as
 * sentences, faults are logged under an id which the sentence names.
 */
export interface Reception {
  readonly commands: readonly Command[];
  /** True when the handler may open a dialog. Discord must know before it acknowledges; false for a handler that there is not. */
  hasForm(handler: string): boolean;
  /** Who acts; undefined where the bot is at home in no such space: of them nothing is kept. `isAdmin` is what the chat knows of them. */
  recognise(sighting: Sighting, isAdmin: boolean, isIn?: IsIn): Promise<Actor | undefined>;
  /** Somebody who is mentioned or whose dashboard is shown anew, but who does nothing now; undefined for a stranger. */
  recall(who: Pick<Sighting, 'chat' | 'space' | 'userId'>, isAdmin: boolean): Promise<Actor | undefined>;
  /** The chat says that somebody is not there any more. */
  left(who: Pick<Sighting, 'chat' | 'space' | 'userId'>): Promise<void>;
  /** The bot was taken out of a space for good: an outage is something else. */
  removed(from: RemovedFrom): Promise<void>;
  /** The bot is in a space, perhaps again. */
  there(where: RemovedFrom): Promise<void>;
  /** The dialog of a command or button, within 1.5 s: when it takes longer the reply offers a button to open it. */
  open(by: Actor, handler: string, input: RawInput, ask: 'all' | 'missing'): Promise<Opened>;
  run(by: Actor, handler: string, input: RawInput): Promise<Reply>;
  submit(by: Actor, handler: string, input: RawInput): Promise<Submitted>;
  /** At most 25 answers, within 1.5 s; none when that is not enough. */
  suggest(by: Actor, handler: string, field: string, typed: string, input: RawInput): Promise<readonly Option[]>;
  /** The input that the words after a command mean, where a chat has no named options. */
  read(by: Actor, handler: string, typed: Typed): Promise<RawInput>;
  /** What a command does; without one, what all of them do. */
  help(by: Actor, command?: string): Message;
  /** The answer to what a person typed to the bot, in words of their own, or to the files that they sent it. */
  typed(by: Actor, text: string, files?: readonly SentFile[]): Promise<Message>;
  /** The dashboard, where the chat has one. */
  home(by: Actor): Promise<Message>;
  /** Remembers what a message shows now, so that it is not brought up to date twice. */
  shown(chat: string, place: Place, message: Message): Promise<void>;
  /** Keeps what belongs to a dialog or button but does not fit into the chat's ids; the id is short. */
  keep(by: Actor, handler: string, input: RawInput): Promise<string>;
  /** What was kept, if it is this person's. */
  kept(by: Actor, id: string): Promise<RawInput | undefined>;
}
