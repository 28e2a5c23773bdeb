import type { ZoomFault } from '../../sandbox/zoom/index.ts';
import { createZoom } from '../../src/meetings/zoom/zoom.ts';
import { platformContract, type Trouble } from './contract.ts';
import { zoomStage } from './zoom-stage.ts';

const FAULTS = {
  'credentials-refused': 'expired-credentials',
  'rate-limited': 'rate-limited',
  'server-error': 'down',
  'too-slow': 'slow',
  rubbish: 'rubbish',
  'answer-lost': 'answer-lost',
} as const satisfies Record<Trouble, ZoomFault>;

platformContract('Zoom', async () => {
  const stage = await zoomStage();
  const { standIn, settings, platform } = stage;
  return {
    platform,
    vendor: {
      breaks: (trouble, times) => standIn.faults.set(trouble && FAULTS[trouble], times),
      deletes: (meetingId) => createZoom(settings).remove(meetingId),
      meetings: () => standIn.meetings().length,
    },
    close: stage.close,
  };
});
