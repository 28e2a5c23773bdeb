import { createGoogleMeet, type GoogleMeetOptions } from '../../src/meetings/google/google-meet.ts';
import { type GoogleStage, googleStage } from '../sandbox/google-stage.ts';

/** Tutorline's side and Google's, with a clock that both follow and HTTP between them. */
export interface MeetStage extends GoogleStage {
  readonly platform: ReturnType<typeof createGoogleMeet>;
  readonly options: GoogleMeetOptions;
  /** `POST /calendars/primary/events` and so on. */
  asked(): readonly string[];
}

export async function meetStage(changed: Partial<GoogleMeetOptions> = {}): Promise<MeetStage> {
  const stage = await googleStage({ slowMs: 3_000 });
  const { settings, clock, traffic } = stage;
  const options = {
    ...settings,
    now: () => clock.now,
    timeoutMs: 1_500,
    patienceMs: 600,
    pausesMs: [20, 60],
    ...changed,
  };
  return {
    ...stage,
    options,
    platform: createGoogleMeet(options),
    asked: () => traffic.map(({ method, path }) => `${method} ${path.replace(/^\/calendar\/v3/, '')}`),
  };
}
