import type { Recorded } from '../core/meeting/platforms.ts';

/** Headers with lower-case names, as Node gives them. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export type MeetingEvent = 'started' | 'ended' | 'joined' | 'left' | 'recording-completed' | 'deleted';

/** What a platform told us. Duplicates, wrong order and meetings that are not ours are normal. */
export type Webhook =
  /** To be answered with this JSON at once: the platform checks that the address is ours. */
  | { readonly kind: 'challenge'; readonly answer: Readonly<Record<string, string>> }
  | {
      readonly kind: 'event';
      /** The same for every delivery of the same event. */
      readonly key: string;
      readonly event: MeetingEvent;
      readonly meetingId: string;
      /** A meeting can be opened several times: which time it was, where the platform says so. */
      readonly occasion?: string;
      /** When it happened, by the platform's clock. */
      readonly at: Date;
      /** Who joined or left. */
      readonly participant?: {
        readonly id: string;
        readonly name: string;
        readonly email: string | undefined;
        /** The person whom our own token named. */
        readonly person?: string | undefined;
      };
      readonly recording?: Recorded;
    }
  /** Authentic, but nothing that we follow. */
  | { readonly kind: 'ignored' };

/** Thrown for what is not to be believed (401) or cannot be read (400). */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';
  readonly status: 400 | 401;

  constructor(status: 400 | 401, why: string) {
    super(why);
    this.status = status;
  }
}

/** A header that may come more than once counts only if it came once. */
export function header(headers: WebhookHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
