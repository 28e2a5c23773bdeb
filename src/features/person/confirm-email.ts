import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Action } from '../../conversation/message.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { type Reader, readerOf } from '../shared/reader.ts';

const CODE_MOST = 20;

/** Proves that an address is one's own: by the code that was sent there. */
export const confirmEmail = handler({
  input: z.object({ code: Words }),
  form: async (by, input, deps: Deps) => {
    const pending = (await deps.store.postbox(by.person.id))?.pending;
    if (!pending) throw new Refusal('code-over', {});
    const words = readerOf(by).words.address;
    return {
      title: words.codeTitle,
      submit: words.confirm,
      carry: {},
      fields: [
        {
          kind: 'text',
          name: 'code',
          label: words.code,
          hint: words.codeHint(pending.address),
          isLong: false,
          isOptional: false,
          most: CODE_MOST,
          ...(input['code'] === undefined ? {} : { value: input['code'] }),
        },
      ],
    };
  },
  run: async (by, { code }, deps: Deps): Promise<Reply> => {
    const { email = '' } = await deps.addresses.confirm(by, code);
    return { kind: 'private', message: { text: readerOf(by).words.address.confirmed(email) } };
  },
});

/** The mail got lost, or its code is good no longer. */
export const sendCode = handler({
  input: z.object({}),
  run: async (by, _input, deps: Deps): Promise<Reply> => {
    const me = readerOf(by);
    const address = await deps.addresses.sendAgain(by);
    const text = me.words.address.codeSent(address);
    return { kind: 'replace', message: { text, actions: withCode(me) }, line: text };
  },
});

/** What is left to do for whoever waits for a code. */
export function withCode({ words }: Reader): readonly Action[] {
  const button = (label: string, to: string, style: 'primary' | 'plain'): Action => ({
    kind: 'button',
    label,
    style,
    target: { handler: to, input: {} },
  });
  return [button(words.address.enter, 'confirm-email', 'primary'), button(words.address.again, 'send-code', 'plain')];
}
