/** Something that a platform told of somebody in a meeting. */
export interface Told {
  readonly event: string;
  /** The platform's id of the one who came or went, with which of their stays it is. */
  readonly participant: string | undefined;
}

/** Somebody's stays in a meeting: how many there were, and whether the last one lasts. */
export interface Stays {
  readonly count: number;
  readonly isInside: boolean;
}

/** The platform's id of somebody, and which of their stays it is. */
export function stayId(person: string, count: number): string {
  return `${person}/${count}`;
}

/** Who came and went, by the platform's ids of people, from all that it told, in the order in which it came. */
export function staysIn(news: readonly Told[]): ReadonlyMap<string, Stays> {
  const stays = new Map<string, Stays>();
  for (const { event, participant } of news) {
    const [person, count] = participant?.split('/') ?? [];
    if (person !== undefined && (event === 'joined' || event === 'left'))
      stays.set(person, { count: Number(count ?? 1), isInside: event === 'joined' });
  }
  return stays;
}
