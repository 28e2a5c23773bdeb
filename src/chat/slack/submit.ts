import { setTimeout as sleep } from 'node:timers/promises';
import type { AckFn, types } from '@slack/bolt';
import type { RawInput } from '../../conversation/handler.ts';
import { wordsFor } from '../../conversation/languages/index.ts';
import type { Submitted } from '../../conversation/reception.ts';
import { plain } from '../../conversation/say.ts';
import { newFaultId } from '../../core/id.ts';
import type { Actor } from '../../core/people/person.ts';
import { within } from '../within.ts';
import { unreadable } from './act.ts';
import { choices } from './actions.ts';
import type { Desk } from './desk.ts';
import { readMetadata } from './dialogs.ts';
import { errorsByBlock, following, readValues } from './form-values.ts';
import { readId } from './ids.ts';
import { keepLong } from './keep.ts';
import { type FilledView, type Origin, SubmissionPayload, SuggestionPayload, teamOf } from './payloads.ts';
import { renderSheet } from './render.ts';

/** Of the 3 s that Slack waits for an acknowledgement. */
const ANSWER_MS = 2000;
const SUGGEST_MS = 2500;

type Acknowledgement =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: types.ModalView };
type Ack = AckFn<Acknowledgement> | AckFn<void>;

const LATE = Symbol('late');

/** What comes out of dialogs: what was filled in, and what is looked for while it is filled in. */
export type Submissions = ReturnType<typeof createSubmissions>;

export function createSubmissions(desk: Desk) {
  const { reception, people, answering, log } = desk;

  /** When the connection is gone the outcome still follows as a message. */
  const acknowledge = async (ack: Ack, answer?: Acknowledgement): Promise<void> => {
    try {
      await (ack as (answer?: Acknowledgement) => Promise<void>)(answer);
    } catch (error) {
      log.warn({ chat: 'slack', error }, 'An acknowledgement did not arrive');
    }
  };

  const read = (view: FilledView) => {
    const { carry, from, zones } = readMetadata(view.private_metadata);
    const values = readValues(view.state.values, zones);
    return {
      handler: readId(view.callback_id)?.handler ?? view.callback_id,
      input: { ...carry, ...values },
      from,
    };
  };

  const today = (zone: string) => {
    const instant = Temporal.Instant.fromEpochMilliseconds(desk.now().getTime());
    return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
  };

  /** The result of a dialog that had to be closed before it was known. */
  const follow = async (by: Actor, from: Origin | undefined, submitted: Submitted) => {
    if (submitted.kind === 'refused') await answering.tell(by, from, submitted.message);
    else await answering.give(by, from, submitted.reply);
  };

  const settle = async (ack: Ack, by: Actor, view: FilledView, submitted: Submitted) => {
    const { input, from } = read(view);
    if (submitted.kind === 'refused') {
      const errors = errorsByBlock(submitted.fields, view.blocks, input, today);
      if (errors) return acknowledge(ack, { response_action: 'errors', errors });
      await acknowledge(ack);
      return follow(by, from, submitted);
    }
    const { reply } = submitted;
    // There are no messages in the App Home: the dialog itself says what came of it.
    if (from?.kind === 'home' || from?.kind === 'sheet') {
      const message = await keepLong(reply.message, by, reception);
      await acknowledge(ack, { response_action: 'update', view: renderSheet(message, answering.readerOf(by)) });
      return answering.refreshHome(by);
    }
    await acknowledge(ack);
    await answering.give(by, from, reply);
  };

  return {
    /** Asks for the dialog again with what is filled in so far, and shows it in the place of the one that is open. */
    async refill(by: Actor, view: FilledView): Promise<void> {
      const { handler, input, from } = read(view);
      const opened = await reception.open(by, handler, input, 'all');
      if (opened.kind === 'reply') await answering.tell(by, undefined, opened.reply.message);
      if (opened.kind === 'form') {
        const form = following(opened.form, view.state.values);
        await desk.changeDialog({ by, handler, input, form, from, view: view.id, hash: view.hash });
      }
    },

    async submit(body: unknown, ack: Ack): Promise<void> {
      const payload = SubmissionPayload.safeParse(body);
      if (!payload.success) {
        unreadable(desk, 'submission', payload.error);
        return acknowledge(ack);
      }
      const { user, view } = payload.data;
      const { handler, input, from } = read(view);
      let by: Actor | undefined;
      const work = (async () => {
        by = await people.recognise({ team: teamOf(payload.data), userId: user.id, name: user.name });
        if (!by) return void log.warn({ chat: 'slack', team: teamOf(payload.data) }, 'a dialog that is none of ours');
        return { by, submitted: await reception.submit(by, handler, input) };
      })();
      let isClosed = false;
      try {
        const first = await Promise.race([work, sleep(ANSWER_MS, LATE, { ref: false })]);
        if (first !== LATE) {
          isClosed = true;
          return await (first ? settle(ack, first.by, view, first.submitted) : acknowledge(ack));
        }
        isClosed = true;
        await acknowledge(ack);
        const late = await work;
        if (late) await follow(late.by, from, late.submitted);
      } catch (error) {
        const id = newFaultId();
        log.error({ chat: 'slack', id, error }, 'a fault while a dialog was taken in');
        const text = wordsFor(people.localeOf(user.id)).reception.fault(id);
        // The dialog stays open where it still can, so that nothing that was typed is lost.
        const errors = errorsByBlock({ '': plain(text, String, 'slack') }, view.blocks, {}, today);
        if (!isClosed && errors) await acknowledge(ack, { response_action: 'errors', errors });
        else if (!isClosed) await acknowledge(ack);
        else if (by) await answering.tell(by, from, { text });
      }
    },

    async suggest(body: unknown, ack: AckFn<{ options: types.PlainTextOption[] }> | AckFn<never>): Promise<void> {
      const offer = (options: types.PlainTextOption[]) =>
        (ack as (answer: { options: types.PlainTextOption[] }) => Promise<void>)({ options });
      const payload = SuggestionPayload.safeParse(body);
      if (!payload.success) return offer([]);
      const { user, view, action_id, value } = payload.data;
      const { handler, input } = read(view);
      const look = async (given: RawInput) => {
        const by = await people.recognise({ team: teamOf(payload.data), userId: user.id, name: user.name });
        return by ? reception.suggest(by, handler, action_id, value, given) : [];
      };
      const found = await within(SUGGEST_MS, look(input)).catch((error: unknown) => {
        log.error({ chat: 'slack', id: newFaultId(), error }, 'a fault while suggesting');
        return undefined;
      });
      await offer(choices(found ?? []));
    },
  };
}
