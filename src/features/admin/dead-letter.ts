import { z } from 'zod';
import type { Words } from '../../conversation/languages/language.ts';
import { notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import type { Reader, View } from '../shared/reader.ts';

/** To the admins: work that failed for good. One card for all that failed within a short time, which counts. */
export const deadLetter = notice({
  kind: 'dead-letter',
  data: z.object({
    job: z.string(),
    why: z.string(),
    counts: z.record(z.string(), z.number()).optional(),
    ids: z.array(z.string()).optional(),
  }),
  render: ({ about, reader }: View, { data: { job, why, counts = { [job]: 1 }, ids = [about.id] } }) => {
    const words = reader.words.moderation;
    const failed = Object.entries(counts);
    const total = failed.reduce((sum, [, count]) => sum + count, 0);
    const text = words.deadLetterText(why, ids.at(-1) ?? about.id);
    if (total === 1) return { title: words.deadLetter(nameOf(job, reader)), text };
    const kinds = failed.map(([name, count]) => words.deadLetterKind(nameOf(name, reader), count));
    return {
      title: words.deadLetters(total),
      text: say`${words.deadLetterKinds(new Intl.ListFormat(reader.language.id).format(kinds))} ${text}`,
    };
  },
});

function nameOf(job: string, { words }: Reader): string {
  const { jobs } = words.moderation;
  return job in jobs ? jobs[job as keyof Words['moderation']['jobs']] : job;
}
