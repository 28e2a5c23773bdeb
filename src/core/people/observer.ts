/** Somebody who sees the sessions of a learner, or is to. */
export interface Observer {
  readonly id: string;
  readonly organization: string;
  readonly learner: string;
  readonly observer: string;
  /** The learner, or an admin. */
  readonly askedBy: string;
  readonly askedAt: Date;
  /** By an admin. */
  readonly confirmedAt: Date | undefined;
  /** By the observer. */
  readonly agreedAt: Date | undefined;
  readonly endedAt: Date | undefined;
}

/** What is asked about observers. */
export interface ObserverReads {
  observer(id: string): Promise<Observer | undefined>;
  /** Those of somebody, and those that somebody is, as far as they have not ended. */
  observersOf(person: string): Promise<readonly Observer[]>;
  /** All of the organization that have not ended, the latest first. */
  observers(limit: number, offset: number): Promise<readonly Observer[]>;
}

/** What changes them, inside a transaction. */
export interface ObserverWrites {
  addObserver(observer: Observer): Promise<void>;
  /** It, locked until the transaction ends. */
  lockObserver(id: string): Promise<Observer | undefined>;
  confirmObserver(id: string, by: string, at: Date): Promise<void>;
  agreeToObserve(id: string, at: Date): Promise<void>;
  endObserver(id: string, by: string, at: Date): Promise<void>;
  /** The sessions of which they were told. */
  toldToObserver(observer: string): Promise<readonly string[]>;
}
