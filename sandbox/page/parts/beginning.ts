import { html } from 'htm/preact';
import { useWords } from '../words/index.ts';

/** The channel in which nobody books: admins look after all there. */
export const ADMINS = 'tutoring-admins';

/** What stands where nobody has written yet. */
export function Beginning({ title, isForAdmins = false }: { title: string; isForAdmins?: boolean }) {
  const { hint, adminHint } = useWords().chat;
  const [type, toAsk, toSee] = isForAdmins ? adminHint : hint;
  return html`
    <div class="nothing">
      <p><b>${title}</b></p>
      <p>${type} <kbd>${isForAdmins ? '/tutoring' : '/book'}</kbd> ${toAsk} <kbd>/</kbd> ${toSee}</p>
    </div>`;
}
