import { html } from 'htm/preact';

const COLOURS = 8;

/** By the two digits in which the ids of the sandbox's people end, 01 to 05 and 11 to 15: neighbours never share one. */
function colourOf(id: string): number {
  const [, tens = 0, ones = 0] = /(\d)(\d)$/.exec(id) ?? [];
  return (Number(tens) * 5 + Number(ones) + COLOURS - 1) % COLOURS;
}

/** A person's initials on a colour of their own; the app has its mark. */
export function Avatar({ id, name, isApp = false }: { id: string; name: string; isApp?: boolean }) {
  if (isApp) return html`<img class="avatar" src="/sandbox/page/mark.svg" alt="" />`;
  const words = name.split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.charAt(0) ?? '').join('');
  // Drawn by the style sheet: it is a picture, not a name for anybody who listens.
  return html`<span class="avatar" data-colour=${colourOf(id)} data-initials=${initials.toLocaleUpperCase()}></span>`;
}
