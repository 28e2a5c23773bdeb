import type { Form } from '../../conversation/form.ts';
import type { RawInput } from '../../conversation/handler.ts';
import { wordsFor } from '../../conversation/languages/index.ts';
import type { Reception } from '../../conversation/reception.ts';
import type { Log } from '../../core/log.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Answering } from './answer.ts';
import { type Clients, refusalCode } from './client.ts';
import { renderForm } from './form.ts';
import { fitsButton } from './ids.ts';
import { PRIVATE_METADATA } from './limits.ts';
import { Metadata, type Origin } from './payloads.ts';
import { zoneOf } from './when-field.ts';

/** A dialog to be opened. */
export interface Opening {
  readonly by: Actor;
  readonly handler: string;
  /** What it was opened with: a button that opens it once more carries the same. */
  readonly input: RawInput;
  readonly form: Form;
  readonly from: Origin | undefined;
  readonly trigger: string;
}

export type OpenDialog = (opening: Opening) => Promise<void>;

/** A dialog that is open and changes, as long as it still is the one with this `hash`. */
export type ChangeDialog = (
  changing: Omit<Opening, 'trigger'> & { readonly view: string; readonly hash: string | undefined },
) => Promise<void>;

/** Opens dialogs, and changes them. A trigger lives 3 s: when it has died, a button that opens the same dialog takes its place. */
export function createDialogs(options: {
  readonly clients: Clients;
  readonly reception: Reception;
  readonly answering: Answering;
  readonly now: () => Date;
  readonly log: Log;
}): { readonly openDialog: OpenDialog; readonly changeDialog: ChangeDialog } {
  const { clients, reception, answering, now, log } = options;

  const metadataOf = async ({ by, handler, form, from }: Omit<Opening, 'trigger'>): Promise<string> => {
    const zones: Record<string, string> = {};
    for (const field of form.fields) {
      const zone = field.kind === 'when' ? zoneOf(field) : undefined;
      if (zone) zones[field.name] = zone;
    }
    const rest = { ...(from && { from }), zones };
    const whole = JSON.stringify({ carry: form.carry, ...rest } satisfies Metadata);
    if (whole.length <= PRIVATE_METADATA) return whole;
    const draft = await reception.keep(by, handler, form.carry);
    return JSON.stringify({ carry: { draft }, ...rest } satisfies Metadata);
  };

  /** From a dialog of ours that shows a message the next one opens above it, or in its place when the pile is full. */
  const show = async (view: ReturnType<typeof renderForm>, from: Origin | undefined, trigger_id: string) => {
    if (from?.kind !== 'sheet') return void (await clients.hurried.views.open({ trigger_id, view }));
    try {
      await clients.hurried.views.push({ trigger_id, view });
    } catch (error) {
      if (refusalCode(error) !== 'push_limit_reached') throw error;
      await clients.hurried.views.update({ view_id: from.view, view });
    }
  };

  const changeDialog: ChangeDialog = async ({ view: view_id, hash, ...opening }) => {
    const { by, handler, form } = opening;
    const metadata = await metadataOf(opening);
    const view = renderForm(form, { handler, locale: by.account.locale, now: now(), metadata });
    try {
      await clients.hurried.views.update({ view_id, ...(hash !== undefined && { hash }), view });
    } catch (error) {
      // Closed, or changed once more in the meantime: what was chosen last counts.
      const code = refusalCode(error);
      if (code !== 'not_found' && code !== 'hash_conflict') throw error;
    }
  };

  const openDialog: OpenDialog = async (opening) => {
    const { by, handler, input, form, from, trigger } = opening;
    const metadata = await metadataOf(opening);
    const view = renderForm(form, { handler, locale: by.account.locale, now: now(), metadata });
    try {
      await show(view, from, trigger);
    } catch (error) {
      const code = refusalCode(error);
      if (code === 'invalid_arguments') throw error; // a fault of ours: the same dialog would be refused again
      log.warn({ chat: 'slack', handler, error }, 'A dialog did not open');
      const words = wordsFor(by.account.locale);
      const carried = fitsButton(input) ? input : { draft: await reception.keep(by, handler, input) };
      await answering.tell(by, from, {
        text: words.reception.tookTooLong,
        actions: [
          { kind: 'button', label: words.chat.openForm, style: 'primary', target: { handler, input: carried } },
        ],
      });
    }
  };

  return { openDialog, changeDialog };
}

/** What a dialog of ours carried; nothing when somebody else wrote it. */
export function readMetadata(text: string): Metadata {
  try {
    return Metadata.parse(JSON.parse(text));
  } catch {
    return { carry: {} };
  }
}
