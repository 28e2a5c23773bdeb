import type { Reply } from '../../conversation/handler.ts';
import { nothing, notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { readerOf, type View } from '../shared/reader.ts';

/** All that is stored about somebody comes to them as a file. */
export async function sendData(by: Actor, deps: Deps): Promise<Reply> {
  await deps.rights.askForData(by);
  return { kind: 'private', message: { text: readerOf(by).words.rights.dataComes } };
}

export const myData = notice({
  kind: 'my-data',
  data: nothing,
  render: async ({ about, reader, now }: View, { isShown }, deps: RenderDeps) => {
    const all = isShown ? undefined : await deps.store.everythingAbout(about.id);
    if (!all) return undefined;
    const { rights: words } = reader.words;
    return {
      title: say`${words.dataTitle}`,
      text: words.dataText,
      enclosures: [
        {
          name: `tutorline-${now.toISOString().slice(0, 'yyyy-mm-dd'.length)}.json`,
          type: 'application/json',
          content: JSON.stringify(all, null, 2),
        },
      ],
    };
  },
});
