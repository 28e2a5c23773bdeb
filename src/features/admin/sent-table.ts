import type { Message } from '../../conversation/message.ts';
import { mayDo } from '../../core/may/tasks.ts';
import type { Actor } from '../../core/people/person.ts';
import { isTable, isTooLarge, readSentTable } from '../../core/tables/sent-table.ts';
import type { SentFile } from '../../core/talk/talk.ts';
import type { Deps } from '../shared/deps.ts';
import { readerOf } from '../shared/reader.ts';
import { askWhere } from '../talk/files.ts';

/** Somebody has sent files to the bot. A table from an admin may be one to import; all else belongs to a session. */
export async function askWhatFor(by: Actor, text: string, sent: readonly SentFile[], deps: Deps): Promise<Message> {
  const [file, ...others] = sent;
  if (!mayDo(by, 'look after people') || !file || others.length > 0 || !isTable(file))
    return askWhere(by, text, sent, deps);
  if (isTooLarge(file)) {
    const asAnyFile = await askWhere(by, text, sent, deps);
    if (asAnyFile.sections) return asAnyFile;
  }
  const table = await readSentTable(file);
  const { import: words, buttons } = readerOf(by).words;
  const draft = await deps.drafts.keep(by, 'import-sent', { file: table });
  const bytes = new TextEncoder().encode(table);
  const forSession = await askWhere(by, text, [{ ...file, fetch: async () => bytes }], deps);
  return {
    text: words.offer(file.name),
    actions: [
      {
        kind: 'button',
        label: buttons.importCheck,
        style: 'primary',
        target: { handler: 'import-sent', input: { draft } },
      },
    ],
    // Whoever is in no session has nobody to give it to.
    ...(forSession.sections && { sections: [{ text: forSession.text ?? [] }, ...forSession.sections] }),
  };
}
