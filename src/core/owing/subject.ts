/** What a message, an entry of the audit or a refresh is about; of a kind that is a row, `id` is the row's. */
export interface Subject {
  readonly kind: 'session' | 'person' | 'platform' | 'job';
  readonly id: string;
}

export function sessionSubject(id: string) {
  return { kind: 'session', id } as const satisfies Subject;
}
