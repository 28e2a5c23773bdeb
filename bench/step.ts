import type { Watch } from './watch.ts';

/** What somebody does, and what they and others then see. */
export interface Deed {
  /** Resolves when the bot has acknowledged it. */
  act(): Promise<unknown>;
  /** By what is to be seen: true once it is. */
  readonly sights: Readonly<Record<string, () => boolean>>;
}

/** One of the things that somebody does on the way from `/book` to the link. */
export interface Step {
  readonly chat: 'slack' | 'discord';
  readonly name: string;
  /** How long after the journey's first step. */
  readonly afterMs: number;
  /** Undefined while what it needs is not on the screen yet. */
  ready(journey: number): Deed | undefined;
  readonly watch: Watch;
}

/** How long something took; no `ms`: it never came. */
export interface Sample {
  readonly chat: Step['chat'];
  readonly step: string;
  readonly what: string;
  readonly ms?: number;
}

/** Does it, and takes the time from the delivery to the acknowledgement and to each sight. */
export async function perform(step: Step, journey: number): Promise<readonly Sample[]> {
  const { chat, name, watch } = step;
  const deed = await watch.until(() => step.ready(journey));
  const start = performance.now();
  const sample = async (what: string, arrival: Promise<unknown>): Promise<Sample> => {
    const arrived = await arrival.then(
      () => true,
      () => false,
    );
    return { chat, step: name, what, ...(arrived && { ms: performance.now() - start }) };
  };
  const acknowledged = sample('acknowledged', deed.act());
  const seen = Object.entries(deed.sights).map(([what, isSeen]) =>
    sample(
      what,
      watch.until(() => isSeen() || undefined),
    ),
  );
  return Promise.all([acknowledged, ...seen]);
}
