import { deadLetter } from './admin/dead-letter.ts';
import { platformRecovered, platformTrouble } from './admin/platform-trouble.ts';
import { unanswered } from './admin/unanswered.ts';
import { undelivered } from './admin/undelivered.ts';
import { receipt } from './booking/receipt.ts';
import { feedback, rateNudge } from './feedback/asked.ts';
import { linkWanted } from './room/link-wanted.ts';
import { meeting, meetingGone } from './room/meeting.ts';
import { recording, recordingAsked } from './room/recording.ts';
import { reminder } from './room/reminder.ts';
import { cancelled, declined, expired } from './session/closed.ts';
import { moved } from './session/moved.ts';
import { nudge, request } from './session/requested.ts';
import type { Notices } from './shared/notices.ts';

/** Everything that the bot says by itself, by the kind that it is owed as. */
export const notices: Notices = {
  receipt,
  request,
  nudge,
  unanswered,
  declined,
  expired,
  cancelled,
  moved,
  meeting,
  'meeting-gone': meetingGone,
  'link-wanted': linkWanted,
  reminder,
  'recording-asked': recordingAsked,
  recording,
  feedback,
  'rate-nudge': rateNudge,
  undelivered,
  'dead-letter': deadLetter,
  'platform-trouble': platformTrouble,
  'platform-recovered': platformRecovered,
};
