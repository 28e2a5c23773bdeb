import { z } from 'zod';
import { newFaultId } from '../core/id.ts';
import type { Log } from '../core/log.ts';
import type { Actor } from '../core/people/person.ts';
import { Refusal } from '../core/refusal.ts';
import type { Place } from './chat.ts';
import type { Command, Handler, RawInput, Reply } from './handler.ts';
import { wordsFor } from './languages/index.ts';
import type { Action, Message, Text } from './message.ts';
import type { Reception, Submitted } from './reception.ts';
import { plain } from './say.ts';
import { inZone } from './when/clock-words.ts';

/** What a chat waits for before it has to acknowledge: vendors give up after 3 s. */
const BEFORE_ACKNOWLEDGING_MS = 1500;

/** Answers that every chat can show at once. */
const SUGGESTIONS_MOST = 25;

export interface ReceptionOptions<Deps> {
  readonly handlers: Readonly<Record<string, Handler<Deps>>>;
  readonly commands: readonly Command[];
  /** What handlers are given for somebody who acts: of the database, their own organization alone. */
  readonly depsFor: (by: Actor) => Deps;
  readonly recognise: Reception['recognise'];
  readonly recall: Reception['recall'];
  readonly home: (by: Actor) => Promise<Message>;
  readonly help: (by: Actor, command: string | undefined) => Message;
  readonly typed: (by: Actor, text: string) => Promise<Message>;
  readonly keep: (by: Actor, handler: string, input: RawInput) => Promise<string>;
  readonly kept: (by: Actor, id: string) => Promise<RawInput>;
  readonly shown: (chat: string, place: Place, message: Message) => Promise<void>;
  /** Called when a press came too late or too early: the cards of that session are brought up to date. */
  readonly refresh: (by: Actor, session: string) => Promise<void>;
  readonly log: Log;
}

/** The one place where what people do meets the handlers: input is checked, refusals are worded, faults are logged. */
export function createReception<Deps>(options: ReceptionOptions<Deps>): Reception {
  const { depsFor, log } = options;
  // Names come from buttons that anybody can forge: `constructor` is no handler.
  const handlers = new Map(Object.entries(options.handlers));

  /** Runs `work`; a refusal or a fault becomes `otherwise(sentence)`. */
  async function guarded<T>(
    by: Actor,
    what: string,
    input: RawInput,
    work: () => Promise<T>,
    otherwise: (text: Text, field: string | undefined) => T | Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal) {
        if (input['session'] !== undefined) await options.refresh(by, input['session']);
        return otherwise(worded(by, error), error.field);
      }
      if (error instanceof z.ZodError) {
        const field = error.issues[0]?.path[0];
        return otherwise(
          wordsFor(by.account.locale).refusals['not-understood']({}, undefined),
          field === undefined ? undefined : String(field),
        );
      }
      const id = newFaultId();
      log.error({ err: error, id, what, person: by.person.id, chat: by.account.chat }, 'a fault in a handler');
      return otherwise(wordsFor(by.account.locale).reception.fault(id), undefined);
    }
  }

  /** The input with what was kept for it beneath: what is given now counts. */
  async function whole(by: Actor, input: RawInput): Promise<RawInput> {
    const { draft } = input;
    return draft === undefined || draft === '' ? input : { ...(await options.kept(by, draft)), ...input };
  }

  async function runHandler(by: Actor, name: string, input: RawInput): Promise<Reply> {
    const found = handlers.get(name);
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

  return {
    commands: options.commands,
    hasForm: (handler) => handlers.get(handler)?.form !== undefined,
    recognise: options.recognise,
    recall: options.recall,
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
          const form = handlers.get(handler)?.form;
          if (!form) return { kind: 'nothing-to-ask' };
          const isDraft = (input['draft'] ?? '') !== '';
          const opened = await inTime(
            whole(by, input).then((all) => form(by, all, depsFor(by), isDraft ? 'all' : ask)),
          );
          if (opened === LATE) return { kind: 'reply', reply: privately(await openLater(by, handler, input)) };
          return opened === undefined ? { kind: 'nothing-to-ask' } : { kind: 'form', form: opened };
        },
        (text) => ({ kind: 'reply', reply: privately({ text }) }),
      ),

    run: (by, handler, input) =>
      guarded(
        by,
        handler,
        input,
        () => runHandler(by, handler, input),
        (text) => privately({ text }),
      ),

    submit: (by, handler, input) =>
      guarded<Submitted>(
        by,
        handler,
        input,
        async () => ({ kind: 'reply', reply: await runHandler(by, handler, input) }),
        async (text, field) => ({
          kind: 'refused',
          fields: { [field ?? '']: plain(text, (at) => inZone(at, by.person.zone ?? 'UTC', by.account.locale)) },
          message: { text, actions: await editing(by, handler, input) },
        }),
      ),

    suggest: (by, handler, field, typed, input) =>
      guarded(
        by,
        `${handler}.${field}`,
        {},
        async () => {
          const suggest = handlers.get(handler)?.suggest?.[field];
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
          const found = handlers.get(handler);
          if (found?.read) return found.read(by, typed, depsFor(by));
          const first = options.commands.find((command) => command.name === handler)?.options[0];
          return first && typed.text !== '' ? { [first.name]: typed.text } : {};
        },
        () => ({}),
      ),

    typed: (by, text) =>
      guarded(
        by,
        'typed',
        {},
        () => options.typed(by, text),
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
  };

  /** A button that opens the dialog as it was filled in, so that nothing that was typed is lost. */
  async function editing(by: Actor, handler: string, input: RawInput): Promise<readonly Action[]> {
    if (!handlers.get(handler)?.form) return [];
    return [openButton(wordsFor(by.account.locale).chat.edit, handler, await options.keep(by, handler, input))];
  }

  async function openLater(by: Actor, handler: string, input: RawInput): Promise<Message> {
    const words = wordsFor(by.account.locale);
    return {
      text: words.reception.tookTooLong,
      actions: [openButton(words.chat.openForm, handler, await options.keep(by, handler, input))],
    };
  }
}

function openButton(label: string, handler: string, draft: string): Action {
  return { kind: 'button', label, style: 'primary', target: { handler, input: { draft } } };
}

function worded(by: Actor, refusal: Refusal): Text {
  const words = wordsFor(by.account.locale).refusals;
  // Each code's words take that code's data: the table is typed so, the lookup by a union cannot be.
  const sentence = words[refusal.code] as (data: unknown, zone: string | undefined) => Text;
  return sentence(refusal.data, by.person.zone);
}

function privately(message: Message): Reply {
  return { kind: 'private', message };
}

const LATE = Symbol('late');

/** What `work` gives, or LATE when a chat cannot wait any longer. */
async function inTime<T>(work: Promise<T>): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), BEFORE_ACKNOWLEDGING_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
