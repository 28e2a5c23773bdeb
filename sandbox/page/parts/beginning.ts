import { html } from 'htm/preact';
import { useWords } from '../words/index.ts';

/** What stands where nobody has written yet. */
export function Beginning({ title }: { title: string }) {
  const [type, toAsk, toSee] = useWords().chat.hint;
  return html`
    <div class="nothing">
      <p><b>${title}</b></p>
      <p>${type} <kbd>/book</kbd> ${toAsk} <kbd>/</kbd> ${toSee}</p>
    </div>`;
}
