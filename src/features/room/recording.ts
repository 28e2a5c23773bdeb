import { z } from 'zod';
import { nothing, notice } from '../../conversation/notice.ts';
import { recordingAskedCard, recordingCard } from '../cards/recording-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';

/** To those who have not said: may the session be recorded? */
export const recordingAsked = notice({
  kind: 'recording-asked',
  data: nothing,
  render: (view: SessionView, _, deps: RenderDeps) => recordingAskedCard(view, deps),
});

/** To everybody: the recording is there. */
export const recording = notice({
  kind: 'recording',
  data: z.object({
    url: z.string(),
    passcode: z.string().optional(),
    what: z.literal('transcript').optional(),
    until: z.number().optional(),
    access: z.enum(['ask', 'unknown']).optional(),
  }),
  render: (view: SessionView, { data }) => recordingCard(view, data),
});
