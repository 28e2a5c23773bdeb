import { html } from 'htm/preact';
import { useWords } from '../words/index.ts';

/** The channel in which nobody books: admins look after all there. */
export const ADMINS = 'tutoring-admins';

/** What stands where nobody has written yet. `adminCommand`: where admins alone write, what they type there. */
export function Beginning({ title, adminCommand }: { title: string; adminCommand?: string | undefined }) {
  const { hint, adminHint } = useWords().chat;
  const [type, toAsk, toSee] = adminCommand === undefined ? hint : adminHint;
  return html`
    <div class="nothing">
      <p><b>${title}</b></p>
      <p>${type} <kbd>${adminCommand ?? '/book'}</kbd> ${toAsk} <kbd>/</kbd> ${toSee}</p>
    </div>`;
}
