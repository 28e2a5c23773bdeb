import { z } from 'zod';
import { nothing, notice } from '../../conversation/notice.ts';
import { recordingAskedCard, recordingCard } from '../cards/recording-card.ts';
import type { SessionView } from '../shared/reader.ts';

/** To those who have not said: may the session be recorded? */
export const recordingAsked = notice({
  kind: 'recording-asked',
  data: nothing,
  render: (view: SessionView) => recordingAskedCard(view),
});

/** To everybody: the recording is there. */
export const recording = notice({
  kind: 'recording',
  data: z.object({ url: z.string(), passcode: z.string().optional() }),
  render: (view: SessionView, { data }) => recordingCard(view, data),
});
