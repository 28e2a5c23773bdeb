import type { FormField } from '../../conversation/form.ts';
import type { Action, Text } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import { emailIn } from '../../core/people/email.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Postbox } from '../../core/people/port.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';
import { withCode } from './confirm-email.ts';

const EMAIL_MOST = 254;

/** One's address, and whether mails about sessions go there; nothing where no mail is sent and nobody has given one. */
export function addressFields(
  me: Reader,
  box: Postbox | undefined,
  input: Readonly<Record<string, string>>,
  { canMail }: Pick<Deps, 'canMail'>,
): readonly FormField[] {
  const words = me.words.address;
  const known = addressOf(box);
  if (!canMail && known === undefined) return [];
  const value = input['email'] ?? known;
  const hint = !canMail ? words.unusableHint : isWaiting(box) ? words.waitingHint : words.usualHint;
  return [
    {
      kind: 'text',
      name: 'email',
      label: words.label,
      hint,
      isLong: false,
      isOptional: true,
      most: EMAIL_MOST,
      ...(value === undefined || value === '' ? {} : { value }),
    },
    ...(canMail ? [mailsField(me, input['mails'] ?? (box?.wantsMail === false ? 'no' : 'yes'))] : []),
  ];
}

function mailsField({ words: { address: words } }: Reader, value: string): FormField {
  return {
    kind: 'choice',
    name: 'mails',
    label: words.mails,
    isOptional: true,
    value,
    options: [
      { value: 'yes', label: words.mailsYes },
      { value: 'no', label: words.mailsNo },
    ],
  };
}

/** What there is to say about the address now, and what is left to do. */
interface Saved {
  readonly text: Text;
  readonly actions: readonly Action[];
}

/** Sends a code to an address that is new, and forgets one that was taken away. */
export async function saveAddress(
  by: Actor,
  me: Reader,
  typed: string,
  box: Postbox | undefined,
  deps: Deps,
): Promise<Saved> {
  const words = me.words.address;
  const known = addressOf(box);
  if (typed === '') {
    if (known === undefined) return { text: [], actions: [] };
    await deps.addresses.remove(by);
    return { text: words.none, actions: [] };
  }
  const address = emailIn(typed);
  if (address === undefined) throw new Refusal('not-an-email', { typed }, 'email');
  const { pending } = box ?? {};
  if (pending?.address === address && pending.expiresAt > deps.clock())
    return {
      text: say`${words.codeWaiting(address)} ${words.waitsSince(moment(pending.expiresAt, me.zone, 'time'))}`,
      actions: withCode(me),
    };
  if (!deps.canMail && address === known && !box?.isConfirmed) return { text: words.unused(address), actions: [] };
  if (await deps.addresses.give(by, address)) return { text: words.codeSent(address), actions: withCode(me) };
  return { text: box?.wantsMail === false ? words.used(address) : words.usedForAll(address), actions: [] };
}

/** The one that was given last. */
function addressOf(box: Postbox | undefined): string | undefined {
  return box?.pending?.address ?? box?.address;
}

function isWaiting(box: Postbox | undefined): boolean {
  return box?.pending !== undefined;
}
