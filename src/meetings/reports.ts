import type { PlatformReport } from '../core/meeting/platforms.ts';
import { type Account, type Platform, PlatformFailed } from './platform.ts';
import { PLATFORM_IDS, type Registry } from './registry.ts';

/** How long a platform may take to say that it is well. */
const PATIENCE_MS = 5_000;

/** How each platform is: those that are set up in their order, then the others. */
export async function platformReports(
  { platforms }: Pick<Registry, 'platforms'>,
  patienceMs = PATIENCE_MS,
): Promise<readonly PlatformReport[]> {
  const others = PLATFORM_IDS.filter((id) => !platforms.some((one) => one.id === id));
  const reports = await Promise.all(platforms.map((platform) => reportOn(platform, patienceMs)));
  return [...reports, ...others.map(notSetUp)];
}

async function reportOn(platform: Platform, patienceMs: number): Promise<PlatformReport> {
  const { id, name } = platform;
  const sendsWebhooks = platform.parseWebhook !== undefined;
  const answer = await askHealth(platform, patienceMs);
  // Asked last, so that it counts what was asked just now.
  const usage = platform.usage?.();
  if (answer instanceof PlatformFailed) {
    const health = { kind: 'failed', why: answer.why, detail: answer.detail } as const;
    return { id, name, health, usage, seesWhoCame: sendsWebhooks, sendsWebhooks };
  }
  const good = { kind: 'good', account: answer.name, plan: answer.plan, notes: answer.notes ?? [] } as const;
  const health = answer.isChecked === false ? ({ kind: 'unchecked', account: answer.name } as const) : good;
  return { id, name, health, usage, seesWhoCame: sendsWebhooks || answer.seesWhoCame === true, sendsWebhooks };
}

/** Whose credentials they are, or why they are not good. */
export async function askHealth(platform: Platform, patienceMs: number): Promise<Account | PlatformFailed> {
  const late = Promise.withResolvers<PlatformFailed>();
  const timer = setTimeout(() => late.resolve(new PlatformFailed('timed-out', true)), patienceMs);
  try {
    return await Promise.race([platform.check(), late.promise]);
  } catch (error) {
    return error instanceof PlatformFailed ? error : new PlatformFailed('not-understood', false, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function notSetUp(id: string): PlatformReport {
  const health = { kind: 'not-set-up' } as const;
  return { id, name: id, health, usage: undefined, seesWhoCame: false, sendsWebhooks: false };
}
