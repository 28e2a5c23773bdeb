import type { RawInput } from '../../conversation/handler.ts';
import { wordsFor } from '../../conversation/languages/index.ts';
import type { Opened, Reception } from '../../conversation/reception.ts';
import type { Actor } from '../../core/people/person.ts';
import { within } from '../within.ts';
import type { Acting, Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { carried, fitted, renderForm } from './form.ts';
import { directId, keptId, type Mode, UNUSABLE } from './ids.ts';
import { notForThisServer, unknownButton } from './own-words.ts';

/** Discord wants the first word within 3 s, and a dialog can only be the first word. */
const OPEN_WITHIN_MS = 2_300;

type CanOpen = Exclude<Acting, { readonly fields: unknown }>;

export type OpenDialog = (acting: CanOpen, asked: Asked, answer: Answer) => Promise<void>;

/** What was found out before anything was said. */
type Prepared =
  | { readonly kind: 'stranger' }
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'known'; readonly by: Actor; readonly input: RawInput; readonly opened: Opened };

/** Opens dialogs: as the answer to a command or button, where there is something to ask. */
export function createDialogs(deps: {
  readonly reception: Reception;
  readonly recognise: (from: Acting) => Promise<Actor | undefined>;
  readonly inputOf: (asked: Asked, by: Actor) => Promise<RawInput | undefined>;
}): OpenDialog {
  const { reception, recognise, inputOf } = deps;

  const prepare = async (asked: Asked, asking: Promise<Actor | undefined>): Promise<Prepared> => {
    const by = await asking;
    if (!by) return { kind: 'stranger' };
    const input = await inputOf(asked, by);
    if (!input) return { kind: 'forgotten' };
    return { kind: 'known', by, input, opened: await reception.open(by, asked.id.handler, input, 'missing') };
  };

  /** It takes too long to find out what to ask: a button opens the dialog. */
  const offerForm = async (acting: Acting, asked: Asked, answer: Answer, asking: Promise<Actor | undefined>) => {
    await answer.acknowledge();
    const by = await asking;
    if (!by) return answer.tell(notForThisServer(acting.locale));
    const input = await inputOf(asked, by);
    if (!input) return answer.tell(unknownButton(acting.locale), by);
    const { reception: said, chat } = wordsFor(acting.locale);
    const target = { handler: asked.id.handler, input };
    const button = { kind: 'button', label: chat.openForm, style: 'primary', target } as const;
    return answer.tell({ text: said.tookTooLong, actions: [button] }, by, { mode: 'answer' });
  };

  return async (acting, asked, answer) => {
    const asking = recognise(acting);
    const prepared = await within(OPEN_WITHIN_MS, prepare(asked, asking));
    if (!prepared) return offerForm(acting, asked, answer, asking);
    if (prepared.kind === 'stranger') return answer.tell(notForThisServer(acting.locale));
    if (prepared.kind === 'forgotten') return answer.tell(unknownButton(acting.locale));

    const { by, opened, input } = prepared;
    const { handler, mode } = asked.id;
    switch (opened.kind) {
      case 'form': {
        const form = fitted(opened.form);
        const carry = carried(form);
        // A dialog that was opened from a question of ours settles that question.
        const next: Mode = mode === 'answer' ? 'answer' : 'press';
        const id = directId(next, handler, carry) ?? keptId(next, handler, await reception.keep(by, handler, carry));
        await acting.showModal(renderForm(form, id ?? UNUSABLE, acting.locale));
        return;
      }
      case 'reply':
        return answer.give(opened.reply, by);
      case 'nothing-to-ask':
        await answer.acknowledge();
        return answer.give(await reception.run(by, handler, input), by);
    }
  };
}
