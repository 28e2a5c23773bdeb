import type { Clock } from '../clock.ts';
import { HORIZON_DAYS, HORIZONS_DAYS, LATE_CANCEL_HOURS } from '../limits.ts';
import { permit } from '../may/tasks.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';

/** What an organization has decided for its sessions. */
export interface OrganizationRules {
  /** Learners are asked the day before whether they still come. */
  readonly asksComing: boolean;
  /** Whoever cancels later than so many hours before the start cancels late. */
  readonly lateCancelHours: number;
  /** So many sessions one learner may have before them, requests with them; undefined: any number. */
  readonly mostOpen: number | undefined;
  /** So many sessions one learner may have in one week; undefined: any number. */
  readonly mostWeekly: number | undefined;
  /** How many days ahead people may book. */
  readonly horizonDays: number;
  /** Whether the people of a session write to each other through the bot; `seen`: admins can read it, and everybody knows. */
  readonly messages: MessageRule;
  /** Sessions take a credit of the learner's. */
  readonly usesCredits: boolean;
  /** One that the learner calls off late or misses stays taken. */
  readonly lateCostsCredit: boolean;
}

export const MESSAGE_RULES = ['on', 'seen', 'off'] as const;
export type MessageRule = (typeof MESSAGE_RULES)[number];

/** Of an organization that has decided nothing. */
export const USUAL_RULES: OrganizationRules = {
  asksComing: false,
  lateCancelHours: LATE_CANCEL_HOURS,
  mostOpen: undefined,
  mostWeekly: undefined,
  horizonDays: HORIZON_DAYS,
  messages: 'on',
  usesCredits: false,
  lateCostsCredit: true,
};

const HOURS_MOST = 168;
const SESSIONS_MOST = 1000;

export interface Rules {
  /** @throws Refusal for whoever is no admin, and for what no rule can be. */
  change(by: Actor, changed: Partial<OrganizationRules>): Promise<void>;
}

/** What is written down of a change, by what it is about. */
const CHANGES: readonly (readonly [event: string, of: readonly (keyof OrganizationRules)[]])[] = [
  ['change-rules', ['asksComing', 'lateCancelHours', 'mostOpen', 'mostWeekly', 'horizonDays']],
  ['change-messages', ['messages']],
  ['change-credits', ['usesCredits', 'lateCostsCredit']],
];

export function createRules(store: Pick<Store, 'of'>, clock: Clock): Rules {
  return {
    change: async (by, changed) => {
      permit(by, 'decide what holds for all');
      const { organization, id } = by.person;
      await store.of(organization).transaction(async (tx) => {
        await tx.lockRules(organization);
        const before = await tx.rules(organization);
        const rules = { ...before, ...changed };
        const { lateCancelHours, mostOpen = 1, mostWeekly = 1, horizonDays } = rules;
        check(lateCancelHours, 0, HOURS_MOST, 'late');
        check(mostOpen, 1, SESSIONS_MOST, 'open');
        check(mostWeekly, 1, SESSIONS_MOST, 'weekly');
        check(horizonDays, HORIZONS_DAYS.least, HORIZONS_DAYS.most, 'ahead');
        await tx.saveRules(organization, rules);
        const about = { kind: 'person', id } as const;
        for (const [event, some] of CHANGES)
          if (some.some((one) => before[one] !== rules[one])) await tx.audit({ about, by: id, event, at: clock() });
      });
    },
  };
}

function check(value: number, least: number, most: number, field: string): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Refusal('not-a-number', { least, most }, field);
}

const DAY = 86_400_000;

/** @throws Refusal where one of these starts is further ahead than people may book. */
export function refuseTooFar(
  starts: readonly Date[],
  { horizonDays: days }: Pick<OrganizationRules, 'horizonDays'>,
  now: Date,
  field = 'when',
): void {
  if (starts.some((at) => at.getTime() > now.getTime() + days * DAY)) throw new Refusal('too-far', { days }, field);
}
