/** What one of a session's people wrote to the others. */
export interface Relayed {
  readonly id: string;
  readonly session: string;
  /** A person's id. */
  readonly from: string;
  readonly text: string;
  readonly sentAt: Date;
}

export interface RelayedReads {
  relayed(id: string): Promise<Relayed | undefined>;
  /** What was written in a session, the newest first. */
  relayedIn(session: string, limit: number, offset: number): Promise<readonly Relayed[]>;
}

export interface RelayedWrites {
  addRelayed(message: Relayed): Promise<void>;
}
