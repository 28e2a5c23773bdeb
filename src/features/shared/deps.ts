import type { Clock } from '../../core/clock.ts';
import type { PlatformReport } from '../../core/meeting/platforms.ts';
import type { Feedback } from '../../core/outcome/feedback.ts';
import type { Drafts } from '../../core/people/drafts.ts';
import type { Person } from '../../core/people/person.ts';
import type { Recording } from '../../core/session/recording.ts';
import type { Session } from '../../core/session/session.ts';
import type { Sessions } from '../../core/session/sessions.ts';
import type { Store } from '../../core/store.ts';

/** A meeting platform as people choose it. */
export interface PlatformChoice {
  readonly id: string;
  readonly name: string;
  /** True where the first to enter must log in, so that the tutor has to be told. */
  readonly tutorMustLogIn: boolean;
  readonly canRecord?: boolean;
  /** There is a link with the host's rights. */
  readonly hasHostLink?: boolean;
}

/** What the features are given. Everything else they need is core or conversation. */
export interface Deps {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly feedback: Feedback;
  readonly recording: Recording;
  readonly drafts: Drafts;
  readonly clock: Clock;
  /** Those that are set up, in order of preference; at least one. */
  readonly platforms: readonly PlatformChoice[];
  /** How each of them is, and which are not set up. Asks all of them, for a few seconds at most. */
  readonly platformReports: () => Promise<readonly PlatformReport[]>;
  /** The organization's reminder leads, in minutes. */
  readonly reminderLeads: readonly number[];
  /** IANA zone for people of whom nothing better is known. */
  readonly defaultZone: string;
  /** Where `/j/` links lead, without a slash at the end; undefined: people get the room's own link. */
  readonly publicUrl: string | undefined;
  /** A person's way into the room, made when they enter and never stored. */
  readonly roomLink: (session: Session, person: Person) => string;
  /** The way in with the host's rights, for now; undefined: the platform does not give it. Never stored, never logged. */
  readonly hostLink: (session: Session) => Promise<string | undefined>;
}
