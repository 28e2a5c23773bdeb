import { html } from 'htm/preact';

const COLOURS = 8;

/** A person's initials on a colour of their own; the app has its mark. */
export function Avatar({ id, name, isApp = false }: { id: string; name: string; isApp?: boolean }) {
  if (isApp) return html`<img class="avatar" src="/sandbox/page/mark.svg" alt="" />`;
  const colour = [...id].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % COLOURS;
  const words = name.split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.charAt(0) ?? '').join('');
  return html`<span class="avatar" data-colour=${colour} aria-hidden="true">${initials.toLocaleUpperCase()}</span>`;
}
