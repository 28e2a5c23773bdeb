import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Fields } from './event-body.ts';

/** A Meet link of an event, or the wish for one. */
export interface Conference {
  requestId: string;
  code: string;
  state: 'pending' | 'success' | 'failure';
  /** How many more times it is read as pending. */
  pollsLeft: number;
}

export interface StoredEvent {
  readonly id: string;
  readonly calendar: string;
  readonly created: string;
  fields: Omit<Fields, 'conferenceData'>;
  conference: Conference | undefined;
  isDeleted: boolean;
  updated: string;
  /** Counts every change; what the etag is made from. */
  revision: number;
  /** Counts the changes that guests are asked about again. */
  sequence: number;
}

/** A mail that Google would have sent. */
export interface Mail {
  readonly to: string;
  readonly kind: 'invitation' | 'update' | 'cancellation';
  readonly event: string;
}

/** Somebody's way through a meeting. */
export interface Visitor {
  readonly id: string;
  readonly name: string;
  readonly isSignedIn: boolean;
  readonly visits: { readonly from: string; to?: string | undefined }[];
}

/** One conference in a Meet space, from the first who came to the last who left. */
export interface ConferenceRecord {
  readonly id: string;
  readonly code: string;
  readonly startTime: string;
  endTime?: string | undefined;
  /** Somebody was there who may record, while its space records by itself. */
  isRecorded?: boolean | undefined;
  readonly visitors: Visitor[];
}

export interface State {
  /** Deleted ones too: their ids stay taken. */
  readonly events: Map<string, StoredEvent>;
  readonly mails: Mail[];
  readonly records: ConferenceRecord[];
  /** Codes of Meet spaces; they outlive their events. */
  readonly codes: Set<string>;
  /** Those of the spaces that record by themselves. */
  readonly recorded: Set<string>;
  /** When people of the domain are busy besides, by their addresses. */
  readonly busy: Map<string, readonly { readonly start: string; readonly end: string }[]>;
  newCode(): string;
  dump(): unknown;
  clear(): void;
}

const Saved = z.object({
  events: z.array(z.custom<StoredEvent>()),
  mails: z.array(z.custom<Mail>()),
  records: z.array(z.custom<ConferenceRecord>()),
  codes: z.array(z.string()),
  recorded: z.array(z.string()).default([]),
});

/** An event is found by the calendar too: ids are unique only there. */
export const keyOf = (calendar: string, id: string) => `${calendar} ${id}`;

export function createState(saved: unknown): State {
  const found = Saved.safeParse(saved).data;
  const events = new Map(found?.events.map((event) => [keyOf(event.calendar, event.id), event]));
  const mails = [...(found?.mails ?? [])];
  const records = [...(found?.records ?? [])];
  const codes = new Set(found?.codes);
  const recorded = new Set(found?.recorded);
  const busy: State['busy'] = new Map();
  return {
    events,
    mails,
    records,
    codes,
    recorded,
    busy,
    newCode() {
      let code: string;
      do code = [3, 4, 3].map(letters).join('-');
      while (codes.has(code));
      codes.add(code);
      return code;
    },
    dump: () => ({ events: [...events.values()], mails, records, codes: [...codes], recorded: [...recorded] }),
    clear() {
      events.clear();
      mails.length = 0;
      records.length = 0;
      codes.clear();
      recorded.clear();
      busy.clear();
    },
  };
}

const letters = (length: number) =>
  Array.from({ length }, () => String.fromCharCode('a'.charCodeAt(0) + randomInt(26))).join('');
