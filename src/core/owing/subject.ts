/** What a message, an entry of the audit or a refresh is about; of a kind that is a row, `id` is the row's. */
export interface Subject {
  readonly kind:
    | 'session'
    | 'series'
    | 'poll'
    | 'office'
    | 'person'
    | 'complaint'
    | 'platform'
    | 'chat'
    | 'community'
    | 'job';
  readonly id: string;
}

export function sessionSubject(id: string) {
  return { kind: 'session', id } as const satisfies Subject;
}

export function seriesSubject(id: string) {
  return { kind: 'series', id } as const satisfies Subject;
}
