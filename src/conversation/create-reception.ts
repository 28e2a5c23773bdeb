import type { Log } from '../core/log.ts';
import type { Actor } from '../core/people/person.ts';
import { Refusal } from '../core/refusal.ts';
import type { SentFile } from '../core/talk/talk.ts';
import type { Place } from './chat.ts';
import { cleaning } from './clean-reception.ts';
import { createGuarded } from './create-guarded.ts';
import { createRefused, privately } from './create-refused.ts';
import { createDoors } from './doors.ts';
import { type Command, type Handler, type RawInput, type Reply, typedFor } from './handler.ts';
import { inTime, LATE } from './in-time.ts';
import { wordsFor } from './languages/index.ts';
import type { Action, Message, Target } from './message.ts';
import type { Quickness } from './quickness.ts';
import { type Reception, type Submitted, TYPED } from './reception.ts';
import { plain } from './say.ts';
import { inZone } from './when/clock-words.ts';

/** Answers that every chat can show at once. */
const SUGGESTIONS_MOST = 25;

export interface ReceptionOptions<Deps> {
  readonly handlers: Readonly<Record<string, Handler<Deps>>>;
  readonly commands: readonly Command[];
  /** What handlers are given for somebody who acts: of the database, their own organization alone. */
  readonly depsFor: (by: Actor) => Deps;
  readonly recognise: Reception['recognise'];
  readonly recall: Reception['recall'];
  readonly left: Reception['left'];
  readonly removed: Reception['removed'];
  readonly there: Reception['there'];
  readonly home: (by: Actor) => Promise<Message>;
  readonly help: (by: Actor, command: string | undefined) => Message;
  /** What a person comes for who types in words of their own, or an answer that shows what they can do. */
  readonly typed: (by: Actor, text: string) => Promise<Target | Message>;
  /** What is to be done with files that a person sends, and what they wrote with them. */
  readonly given: (by: Actor, text: string, files: readonly SentFile[]) => Promise<Message>;
  readonly keep: (by: Actor, handler: string, input: RawInput) => Promise<string>;
  readonly kept: (by: Actor, id: string) => Promise<RawInput>;
  readonly shown: (chat: string, place: Place, message: Message) => Promise<void>;
  /** The buttons that a refusal names; left out: none. */
  readonly wayOut?: (by: Actor, refusal: Refusal) => readonly Action[];
  /** Called when a press came too late or too early: the cards of that session are brought up to date. */
  readonly refresh: (by: Actor, session: string) => Promise<void>;
  /** Whether somebody may do something now: suggestions while they type do not count. */
  readonly quickness: Quickness;
  readonly log: Log;
}

/** The one place where what people do meets the handlers: input is checked, refusals are worded, faults are logged. */
export function createReception<Deps>(options: ReceptionOptions<Deps>): Reception {
  const { depsFor } = options;
  const doors = createDoors(options.handlers);
  const commandWords = typedFor(options.commands);
  const guarded = createGuarded(options);
  const { whole, known, refused, editing, beside, openLater } = createRefused({ ...options, doors });

  async function runHandler(by: Actor, name: string, input: RawInput): Promise<Reply> {
    if (name === TYPED) return privately(await answerTyped(by, (await whole(by, input))['text'] ?? ''));
    const found = doors.enter(by, name);
    if (!found) return privately({ text: wordsFor(by.account.locale).reception.unknownButton });
    // The schema is the handler's own, so what comes out of it is what its `run` takes.
    return withNote(by, await found.run(by, found.input.parse(await whole(by, input)) as never, depsFor(by)));
  }

  function withNote(by: Actor, reply: Reply): Reply {
    const { dmClosed, chat, locale } = by.account;
    if (!dmClosed) return reply;
    const words = wordsFor(locale);
    const hint = words.chat.dmsClosedHint[chat as keyof typeof words.chat.dmsClosedHint] ?? '';
    const sections = [...(reply.message.sections ?? []), { text: words.reception.dmsWereClosed(hint) }];
    return { ...reply, message: { ...reply.message, sections } };
  }

  /** `first`: what may refuse it before anything is done. */
  const run = (by: Actor, handler: string, input: RawInput, first = () => {}): Promise<Reply> =>
    guarded(
      by,
      handler,
      input,
      async () => {
        first();
        return runHandler(by, handler, input);
      },
      async (text, field, refusal) => {
        const isFault = refusal === undefined && field === undefined;
        return isFault ? privately({ text }) : (await refused(by, handler, input, text, refusal)).reply;
      },
    );

  async function answerTyped(by: Actor, text: string): Promise<Message> {
    const meant = await options.typed(by, text);
    return 'handler' in meant ? (await run(by, meant.handler, meant.input)).message : meant;
  }

  return cleaning({
    commands: options.commands,
    hasForm: doors.hasForm,
    recognise: options.recognise,
    recall: options.recall,
    left: options.left,
    removed: options.removed,
    there: options.there,
    help: options.help,
    shown: options.shown,
    keep: options.keep,
    kept: async (by, id) => {
      try {
        return await options.kept(by, id);
      } catch (error) {
        if (error instanceof Refusal) return undefined;
        throw error;
      }
    },

    open: (by, handler, input, ask) =>
      guarded(
        by,
        handler,
        input,
        async () => {
          const form = doors.enter(by, handler)?.form;
          if (form) options.quickness(by.person.id); // without a dialog it is run, which counts
          if (!form) return { kind: 'nothing-to-ask' };
          const isDraft = (input['draft'] ?? '') !== '';
          const opened = await inTime(
            whole(by, input).then((all) => form(by, all, depsFor(by), isDraft ? 'all' : ask)),
          );
          if (opened === LATE) return { kind: 'reply', reply: privately(await openLater(by, handler, input)) };
          return opened === undefined ? { kind: 'nothing-to-ask' } : { kind: 'form', form: opened };
        },
        async (text, _field, refusal) => {
          // Of a button nothing is lost: it is still there.
          const isTyped = commandWords.some((one) => one.handler === handler);
          const isLost = refusal !== undefined && refusal.code !== 'draft-gone' && isTyped;
          const edit = isLost ? await editing(by, handler, await known(by, input), refusal) : {};
          return { kind: 'reply', reply: privately({ text, ...edit, ...beside(by, refusal, edit) }) };
        },
      ),

    run: (by, handler, input) => run(by, handler, input, () => options.quickness(by.person.id)),

    submit: (by, handler, input) =>
      guarded<Submitted>(
        by,
        handler,
        input,
        async () => {
          options.quickness(by.person.id);
          return { kind: 'reply', reply: await runHandler(by, handler, input) };
        },
        async (text, field, refusal) => {
          const { reply, short } = await refused(by, handler, input, text, refusal);
          const sentence = plain(
            short,
            (at) => inZone(at, by.person.zone ?? 'UTC', by.account.locale),
            by.account.chat,
          );
          return { kind: 'refused', fields: { [field ?? '']: sentence }, message: reply.message };
        },
      ),

    suggest: (by, handler, field, typed, input) =>
      guarded(
        by,
        `${handler}.${field}`,
        {},
        async () => {
          const suggest = doors.enter(by, handler)?.suggest?.[field];
          const answers = suggest ? await inTime(suggest(by, typed, input, depsFor(by))) : [];
          return answers === LATE ? [] : answers.slice(0, SUGGESTIONS_MOST);
        },
        () => [],
      ),

    read: (by, handler, typed) =>
      guarded<RawInput>(
        by,
        `${handler} read`,
        {},
        async () => {
          const found = doors.enter(by, handler);
          if (found?.read) return found.read(by, typed, depsFor(by));
          const first = commandWords.find((one) => one.handler === handler)?.options[0];
          return first && typed.text !== '' ? { [first.name]: typed.text } : {};
        },
        () => ({}),
      ),

    typed: (by, text, files = []) =>
      guarded(
        by,
        'typed',
        {},
        async () => {
          options.quickness(by.person.id);
          return files.length > 0 ? options.given(by, text, files) : answerTyped(by, text);
        },
        (sentence) => ({ text: sentence }),
      ),

    home: (by) =>
      guarded(
        by,
        'home',
        {},
        () => options.home(by),
        (text) => ({ text }),
      ),
  });
}
