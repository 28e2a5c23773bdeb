import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { nothing, notice } from '../../conversation/notice.ts';
import type { Deps } from '../shared/deps.ts';
import { readerOf, type View } from '../shared/reader.ts';

/** To an admin's own address: whether mail arrives is seen where it should. */
export const testMail = handler({
  task: 'try the mail',
  input: z.object({}),
  run: async (by, _input, deps: Deps): Promise<Reply> => {
    const address = await deps.addresses.test(by);
    return { kind: 'private', message: { text: readerOf(by).words.mail.testSent(address) } };
  },
});

export const testMailNotice = notice({
  kind: 'test-mail',
  data: nothing,
  render: ({ reader }: View) => ({ title: reader.words.mail.testTitle, text: reader.words.mail.testText }),
});
