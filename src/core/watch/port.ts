/** Somebody who waits for a time, as nothing was free. */
export interface Watch {
  readonly id: string;
  readonly organization: string;
  readonly person: string;
  /** Undefined: any tutor of the subject. */
  readonly tutor: string | undefined;
  readonly subject: string;
  readonly lengthMinutes: number;
  readonly askedAt: Date;
  readonly until: Date;
  /** Between which instants it has to begin; undefined: whenever. */
  readonly within: Within | undefined;
  /** When it is looked at next. */
  readonly lookAt: Date;
  readonly offer: Offered | undefined;
}

/** From one instant to before another one. */
export interface Within {
  readonly from: Date;
  readonly to: Date;
}

/** A time that is kept for them. */
export interface Offered {
  readonly tutor: string;
  readonly startsAt: Date;
  readonly lapsesAt: Date;
}

export interface WatchReads {
  /** What somebody waits for, the oldest first. */
  watchesOf(person: string): Promise<readonly Watch[]>;
  /** How many came before them for the same tutor, or for any of the subject. */
  watchesBefore(one: Pick<Watch, 'id' | 'organization' | 'tutor' | 'subject'>): Promise<number>;
}

export interface WatchSystemReads {
  /** Those who are to be looked at now, in the order in which they came. */
  watchesDue(now: Date, limit: number): Promise<readonly Watch[]>;
}

export interface WatchWrites {
  addWatch(watch: Watch): Promise<void>;
  /** Locked until the transaction ends. */
  lockWatch(id: string): Promise<Watch | undefined>;
  changeWatch(id: string, patch: Pick<Watch, 'lookAt' | 'offer'>): Promise<void>;
  /** On which days it has to be; looked at anew at once. */
  narrowWatch(id: string, within: Within, now: Date): Promise<void>;
  removeWatch(id: string): Promise<void>;
  /** Something of this tutor's time may be free: whoever waits for it is looked at now. */
  wakeWatches(tutor: string, now: Date): Promise<void>;
}
