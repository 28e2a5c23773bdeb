import type { World } from '../../world/world.ts';
import type { People } from './people.ts';

/** The mornings on which something is done, at nine in London. What is planned is over the morning after. */
export const MORNINGS = {
  monday: '2026-11-30',
  tuesday: '2026-12-01',
  wednesday: '2026-12-02',
  thursday: '2026-12-03',
  friday: '2026-12-04',
  /** By now all is decided that people were asked in the week. */
  'next tuesday': '2026-12-08',
  'next wednesday': '2026-12-09',
  'next thursday': '2026-12-10',
  'the week after': '2026-12-18',
  'its end': '2026-12-20',
} as const;

export type Morning = keyof typeof MORNINGS;

/** One matter of a week: what its people do about it on which morning. */
export type Case = (world: World, people: People) => Readonly<Partial<Record<Morning, () => Promise<void>>>>;
