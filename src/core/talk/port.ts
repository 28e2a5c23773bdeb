/** What one of a session's people wrote to the others. */
export interface Relayed {
  readonly id: string;
  readonly session: string;
  /** A person's id. */
  readonly from: string;
  readonly text: string;
  readonly sentAt: Date;
  /** The names of the files that came with it. */
  readonly files: readonly string[];
}

/** A file that somebody gives to the others of a session. */
export interface GivenFile {
  readonly name: string;
  /** As its content says, not its name. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface RelayedReads {
  /** With `reader` undefined for what did not reach them. */
  relayed(id: string, reader?: string | undefined): Promise<Relayed | undefined>;
  /** What was written in a session, the newest first; with `reader` without what did not reach them, as they were apart. */
  relayedIn(session: string, limit: number, offset: number, reader?: string | undefined): Promise<readonly Relayed[]>;
  /** What came with a message. */
  filesOf(relayed: string): Promise<readonly GivenFile[]>;
}

export interface RelayedWrites {
  addRelayed(message: Omit<Relayed, 'files'>): Promise<void>;
  /** Keeps files until it is said in which session they are given; of one person the newest `most` of them. */
  keepFiles(
    person: string,
    files: readonly (GivenFile & { readonly id: string })[],
    at: Date,
    most: number,
  ): Promise<void>;
  /** Gives files that this person has not given yet with a message. @returns how many there were */
  giveFiles(person: string, ids: readonly string[], relayed: string): Promise<number>;
  removeFilesBefore(at: Date): Promise<void>;
}
