import type { Config } from '../config/result.ts';
import { usual } from '../conversation/languages/index.ts';
import { type Platform, PlatformFailed } from '../meetings/platform.ts';
import { configuredPlatforms } from '../meetings/registry.ts';
import { askHealth } from '../meetings/reports.ts';
import { advice, bad, type Finding, good, PATIENCE_MS } from './finding.ts';

/** Whether each meeting platform takes our credentials, in the same words as `/tutoring status`. */
export async function checkPlatforms(config: Config): Promise<readonly Finding[]> {
  const findings = await Promise.all(configuredPlatforms(config).map(checkPlatform));
  return findings.flat();
}

async function checkPlatform(platform: Platform): Promise<readonly Finding[]> {
  const { name } = platform;
  const answer = await askHealth(platform, PATIENCE_MS);
  if (answer instanceof PlatformFailed) {
    const detail = answer.detail === undefined ? '' : ` (${answer.detail})`;
    return [bad(`${name} does not work: ${answer.why}${detail}.`, usual.words.platformFailures[answer.why](name))];
  }
  if (answer.isChecked === false)
    return [
      advice(`${name} was not checked: ${answer.name} has nothing that can be asked.`, 'Open a room there yourself.'),
    ];
  const account = answer.plan === undefined ? answer.name : `${answer.name} (${answer.plan})`;
  const notes = (answer.notes ?? []).map((note) => advice(`${name}: ${note}`, 'Everything else works without it.'));
  return [good(`${name} works, as ${account}.`), ...notes];
}
