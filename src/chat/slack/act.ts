import type { RawInput } from '../../conversation/handler.ts';
import { usual, wordsFor } from '../../conversation/languages/index.ts';
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
  const by = await desk.people.recognise(seen);
  if (!by) return turnAway(desk, from);
  try {
    await work(by);
  } catch (error) {
    const id = newFaultId();
    desk.log.error({ chat: 'slack', id, err: error }, 'a fault while answering');
    await desk.answering.tell(by, from, { text: wordsFor(by.account.locale).reception.fault(id) });
  }
}

/** Somebody of another workspace, through a shared channel: one sentence, and nothing is kept. */
async function turnAway(desk: Desk, from: Origin | undefined): Promise<void> {
  const url = from && 'url' in from ? from.url : undefined;
  if (!url) return;
  const message = { text: say`${usual.words.chat.notForThisServer}` };
  await respond(url, {
    ...render(message, { locale: usual.id, zone: undefined, now: desk.now() }),
    replace_original: false,
  });
}

export function unreadable(
  desk: Desk,
  what: string,
  error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] },
): void {
  const paths = error.issues.map(({ path }) => path.join('.'));
  desk.log.warn({ chat: 'slack', what, paths }, 'a payload that Slack does not send');
}
