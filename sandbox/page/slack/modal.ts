import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ScreenView } from '../../slack/screen.ts';
import { useDeed } from '../parts/deed.ts';
import { Dialog } from '../parts/dialog.ts';
import { forgetDrafts, useDraft } from '../parts/draft.ts';
import { Icon } from '../parts/icon.ts';
import type { Answer } from './answers.ts';
import { Blocks } from './blocks.ts';
import type { Workspace } from './workspace.ts';

/** The view in front of a modal: https://docs.slack.dev/surfaces/modals */
export function Modal({ view, workspace }: { view: ScreenView; workspace: Workspace }) {
  const [filled, setFilled] = useDraft<Readonly<Record<string, Answer>>>(view.id, {});
  const form = useRef<HTMLFormElement>(null);
  const deed = useDeed();
  const errors = JSON.stringify(view.errors);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true], .invalid input')?.focus();
  }, [errors]);

  // What was filled in goes with its input when the app changes the view.
  const inputs = new Set(view.blocks.map((block) => String(block['block_id'])));
  const current = Object.fromEntries(Object.entries(filled).filter(([blockId]) => inputs.has(blockId)));
  const close = async (whole: boolean) => {
    await deed.run(() => workspace.act('closes', { view: view.id, whole }));
    forgetDrafts(view.id);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void deed.run(() => workspace.act('submits', { view: view.id, filled: current }));
  };
  const surface = {
    place: { view: view.id },
    workspace,
    values: view.values,
    errors: view.errors,
    filled: current,
    fill: (blockId: string, answer: Answer) => setFilled((before) => ({ ...before, [blockId]: answer })),
  };
  return html`
    <${Dialog} chat="slack" title=${view.title ?? ''} onClose=${() => close(true)}>
      <form ref=${form} noValidate onSubmit=${submit}>
        <div class="dialog-body"><${Blocks} blocks=${view.blocks} surface=${surface} /></div>
        ${deed.error && html`<p class="notice" role="alert"><${Icon} name="alert" />${deed.error}</p>`}
        <div class="dialog-foot">
          <button type="button" class="button" onClick=${() => close(false)}>${view.close ?? (view.submit ? workspace.words.chat.cancel : workspace.words.chat.closeDialog)}</button>
          ${view.submit && html`<button type="submit" class="button primary" aria-busy=${deed.isBusy}>${view.submit}</button>`}
        </div>
      </form>
    <//>`;
}
