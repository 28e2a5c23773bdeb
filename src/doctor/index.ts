import type { Config } from '../config/result.ts';
import { checkClock } from './clock.ts';
import { checkDatabase } from './database.ts';
import { checkDiscord } from './discord.ts';
import { type Finding, good } from './finding.ts';
import { checkMailServer } from './mail.ts';
import { checkPublicUrl } from './place.ts';
import { checkPlatforms } from './platforms.ts';
import { checkSlack } from './slack.ts';

/** Looks at everything that the settings name. `commands`: the names of the slash commands. */
export async function diagnose(config: Config, commands: readonly string[]): Promise<readonly Finding[]> {
  const { slack, discord, notices } = config;
  const findings: Finding[] = notices.map(good);
  if (config.sandbox) {
    findings.push(good('No chat is connected: `npm start` plays both on this machine.'));
    return findings;
  }
  const clock = slack?.apiUrl ?? discord?.apiUrl;
  const groups = await Promise.all([
    clock ? [await checkClock(clock)] : [],
    slack ? checkSlack(slack) : [],
    discord ? checkDiscord(discord, commands, config.platforms.includes('discord')) : [],
    checkPlatforms(config),
    checkMailServer(config.mail),
    checkDatabase(config).then((finding) => [finding]),
    checkPublicUrl(config.publicUrl).then((finding) => [finding]),
  ]);
  return [...findings, ...groups.flat()];
}

/** The findings as text: ✗ what is wrong, ! advice, ✓ what is right; below it what to do. */
export function report(findings: readonly Finding[]): string {
  const lines = findings.map(({ ok, what, fix }) => {
    const mark = ok ? (fix ? '!' : '✓') : '✗';
    return fix ? `${mark} ${what}\n    ${fix}` : `${mark} ${what}`;
  });
  const faults = findings.filter(({ ok }) => !ok).length;
  const verdict =
    faults === 0
      ? 'Nothing is wrong.'
      : faults === 1
        ? 'One thing needs attention.'
        : `${faults} things need attention.`;
  return `${[...lines, '', verdict].join('\n')}\n`;
}
