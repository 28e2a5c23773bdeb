/** Where a link to a message leads: https://docs.slack.dev/reference/methods/chat.getPermalink and Discord's "Copy Message Link". */
export function messageAt(address: string): { readonly place: string; readonly id: string } | undefined {
  const [, conversation, seconds, rest] =
    /^https:\/\/[\w-]+\.slack\.com\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(address) ?? [];
  if (conversation !== undefined) return { place: conversation, id: `${seconds}.${rest}` };
  const [, channel, id] = /^https:\/\/discord\.com\/channels\/(?:@me|\d+)\/(\d+)\/(\d+)$/.exec(address) ?? [];
  return channel === undefined || id === undefined ? undefined : { place: channel, id };
}

/** The id of a message's element. */
export const elementOf = (message: string) => `message-${message}`;

/** How long a message that was led to is marked. */
const MARKED_MS = 2000;

/** Opens the message in this page, as the chat's own app does, instead of following the link. */
export function openMessage(address: unknown, goTo: (place: string) => void) {
  const found = typeof address === 'string' ? messageAt(address) : undefined;
  if (!found) return {};
  const onClick = (event: Event) => {
    event.preventDefault();
    goTo(found.place);
    // The conversation may have to be drawn first.
    requestAnimationFrame(() => requestAnimationFrame(() => show(found.id)));
  };
  return { onClick };
}

function show(message: string): void {
  const element = document.getElementById(elementOf(message));
  if (!element) return;
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
  element.classList.add('led-to');
  setTimeout(() => element.classList.remove('led-to'), MARKED_MS);
}
