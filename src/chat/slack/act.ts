import type { RawInput } from '../../conversation/handler.ts';
import { usual, wordsFor } from '../../conversation/languages/index.ts';
import type { Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { newFaultId } from '../../core/id.ts';
import type { Actor } from '../../core/people/person.ts';
import { respond } from './client.ts';
import type { Desk } from './desk.ts';
import type { Origin } from './payloads.ts';
import type { Seen } from './people.ts';
import { render } from './render.ts';

/** Opens the dialog that a handler asks for, or lets it do what it does. */
export async function act(
  desk: Desk,
  by: Actor,
  wanted: { handler: string; input: RawInput; ask: 'all' | 'missing'; from: Origin | undefined; trigger: string },
): Promise<void> {
  const { reception, answering } = desk;
  const { handler, input, ask, from, trigger } = wanted;
  const opened = await reception.open(by, handler, input, ask);
  switch (opened.kind) {
    case 'form':
      return desk.openDialog({ by, handler, input, form: opened.form, from, trigger });
    case 'reply':
      return answering.give(by, from, opened.reply, trigger);
    case 'nothing-to-ask':
      return answering.give(by, from, await reception.run(by, handler, input), trigger);
  }
}

/** Works for whoever acts, where the bot is at home; a fault of ours is logged with an id, and told with it. */
export async function answered(
  desk: Desk,
  seen: Seen,
  from: Origin | undefined,
  work: (by: Actor) => Promise<void>,
): Promise<void> {
  let by: Actor | undefined;
  try {
    by = await desk.people.recognise(seen);
    // Somebody of another workspace, through a shared channel: one sentence, and nothing is kept.
    if (!by) return await tellStranger(desk, undefined, from, say`${usual.words.chat.notForThisServer}`);
    await work(by);
  } catch (error) {
    const id = newFaultId();
    desk.log.error({ chat: 'slack', id, error }, 'a fault while answering');
    const text = wordsFor(by?.account.locale ?? desk.people.localeOf(seen.userId)).reception.fault(id);
    // Without the database nobody is known, but whoever asks is told.
    await (by ? desk.answering.tell(by, from, { text }) : tellUnknown(desk, seen, from, text));
  }
}

/** Says something to somebody of the workspace whom the bot cannot look up now. */
async function tellUnknown(desk: Desk, seen: Seen, from: Origin | undefined, text: Text): Promise<void> {
  if (seen.dmChannel !== undefined || (from && 'url' in from && from.url))
    return tellStranger(desk, seen.dmChannel, from, text);
  const account = { userId: seen.userId, dmChannel: undefined, locale: desk.people.localeOf(seen.userId) };
  await desk.sending.sendDm(account, { text }, { locale: account.locale });
}

/** Says something to somebody of whom no more is known than where they are. */
async function tellStranger(desk: Desk, dm: string | undefined, from: Origin | undefined, text: Text): Promise<void> {
  const url = from && 'url' in from ? from.url : undefined;
  const reader = { locale: usual.id, zone: undefined, now: desk.now() };
  if (url) await respond(url, { ...render({ text }, reader), replace_original: false });
  else if (dm) await desk.sending.answer(dm, undefined, { text }, reader);
}

export function unreadable(
  desk: Desk,
  what: string,
  error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] },
): void {
  const paths = error.issues.map(({ path }) => path.join('.'));
  desk.log.warn({ chat: 'slack', what, paths }, 'a payload that Slack does not send');
}
