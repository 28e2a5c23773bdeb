import { z } from 'zod';
import type { Words } from '../../conversation/languages/language.ts';
import { notice } from '../../conversation/notice.ts';
import type { View } from '../shared/reader.ts';

/** To the admins: work that failed for good. */
export const deadLetter = notice({
  kind: 'dead-letter',
  data: z.object({ job: z.string(), why: z.string() }),
  render: ({ about, reader: { words } }: View, { data: { job, why } }) => {
    const { jobs } = words.moderation;
    const what = job in jobs ? jobs[job as keyof Words['moderation']['jobs']] : job;
    return { title: words.moderation.deadLetter(what), text: words.moderation.deadLetterText(why, about.id) };
  },
});
