import { z } from 'zod';
import { type Attendance, PlatformFailed } from '../platform.ts';
import type { GoogleApi } from './api.ts';
import { allPages, conferencesOf, RecordPage } from './conference-records.ts';

const Time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const Named = z.object({ displayName: z.string().default('') }).optional();
/** https://developers.google.com/workspace/meet/api/reference/rest/v2/conferenceRecords.participants: no addresses. */
const ParticipantPage = z.object({
  participants: z
    .array(
      z.object({
        earliestStartTime: Time,
        latestEndTime: Time.optional(),
        signedinUser: Named,
        anonymousUser: Named,
        phoneUser: Named,
      }),
    )
    .default([]),
  nextPageToken: z.string().optional(),
});
type Participant = z.infer<typeof ParticipantPage>['participants'][number];

/** Who came, from Meet's conference records. */
export interface GoogleAttendance {
  /** Of the meeting with this code; undefined where the account did not agree to show it. */
  of(code: string): Promise<readonly Attendance[] | undefined>;
  /** Asks again whether the account agreed. */
  isGranted(): Promise<boolean>;
}

export function createGoogleAttendance(api: GoogleApi): GoogleAttendance {
  let isRefused = false;

  const unlessRefused = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    try {
      const answer = await ask();
      isRefused = false;
      return answer;
    } catch (error) {
      if (!(error instanceof PlatformFailed) || error.why !== 'missing-permission') throw error;
      isRefused = true;
      return undefined;
    }
  };

  return {
    async of(code) {
      if (isRefused) return undefined;
      return unlessRefused(async () => {
        const names = await conferencesOf(api, code);
        const pages = await Promise.all(
          names.map((name) => allPages(api, ParticipantPage, `${name}/participants`, {})),
        );
        return pages
          .flat()
          .flatMap(({ participants }) => participants.map(attendanceFrom))
          .sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime());
      });
    },
    async isGranted() {
      const page = await unlessRefused(() => api.meet(RecordPage, 'conferenceRecords', { pageSize: '1' }));
      return page !== undefined;
    },
  };
}

function attendanceFrom(one: Participant): Attendance {
  const { displayName = '' } = one.signedinUser ?? one.anonymousUser ?? one.phoneUser ?? {};
  return { name: displayName, email: undefined, joinedAt: one.earliestStartTime, leftAt: one.latestEndTime };
}
