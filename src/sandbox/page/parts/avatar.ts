import { html } from 'htm/preact';

const COLOURS = 8;
const met: string[] = [];

/** Everybody gets the next colour, in the order in which they are first drawn: neighbours never share one. */
function colourOf(id: string): number {
  if (!met.includes(id)) met.push(id);
  return met.indexOf(id) % COLOURS;
}

/** A person's initials on a colour of their own; the app has its mark. */
export function Avatar({ id, name, isApp = false }: { id: string; name: string; isApp?: boolean }) {
  if (isApp) return html`<img class="avatar" src="/sandbox/page/mark.svg" alt="" />`;
  const words = name.split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.charAt(0) ?? '').join('');
  // Drawn by the style sheet: it is a picture, not a name for anybody who listens.
  return html`<span class="avatar" data-colour=${colourOf(id)} data-initials=${initials.toLocaleUpperCase()}></span>`;
}
