/** `goal`: what they aim at; `step`: what is to be done next. */
export const AIM_KINDS = ['goal', 'step'] as const;
export type AimKind = (typeof AIM_KINDS)[number];

/** Something that a learner and a tutor have set themselves: either adds it, both see it, either ticks it off. */
export interface Aim {
  readonly id: string;
  readonly organization: string;
  readonly learner: string;
  readonly tutor: string;
  readonly kind: AimKind;
  readonly text: string;
  /** Who added it. */
  readonly by: string;
  readonly addedAt: Date;
  readonly doneAt: Date | undefined;
  /** When the learner is reminded of it, once; undefined: not any more, or not at all. */
  readonly remindAt: Date | undefined;
}

export type Two = Pick<Aim, 'learner' | 'tutor'>;

export interface AimReads {
  aim(id: string): Promise<Aim | undefined>;
  /** Those of two people: what is open, the oldest first, and after it what was ticked off last. */
  aims(two: Two, limit: number): Promise<readonly Aim[]>;
  /** Those of two people that are open, the oldest first. */
  openAims(two: Two): Promise<readonly Aim[]>;
}

export interface AimWrites {
  addAim(aim: Aim): Promise<void>;
  changeAim(id: string, patch: Partial<Pick<Aim, 'doneAt' | 'remindAt'>>): Promise<void>;
}

export interface AimClock {
  /** Those of which somebody is to be reminded now, locked. What somebody else has locked is left to them. */
  lockAimsDue(now: Date): Promise<readonly Aim[]>;
}
