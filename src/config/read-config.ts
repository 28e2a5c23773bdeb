import process from 'node:process';
import {
  chatProblems,
  type IsSet,
  mailProblems,
  platformProblems,
  sandboxProblem,
  wantsDiscord,
  wantsSlack,
} from './crosschecks.ts';
import { lookalikes } from './lookalikes.ts';
import { ConfigProblems } from './problems.ts';
import { type Config, configFrom } from './result.ts';
import { Shape, type Values } from './shapes.ts';
import { NAMES, type VariableName } from './variables.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from the environment; an empty variable counts as not set. No value that was set is ever
 * repeated in a sentence.
 * @throws ConfigProblems with everything that is wrong.
 */
export function readConfig(env: Environment = process.env): Config {
  const trimmed = Object.entries(env).map(([name, value = '']) => [name, value.trim()] as const);
  const set = Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
  const isSet: IsSet = (name) => name in set;
  const { values, problems } = parse(set);
  const notices: string[] = [];

  const wantsChat = wantsSlack(isSet) || wantsDiscord(isSet);
  const asksForSandbox = values.SANDBOX === '1';
  const sandbox = asksForSandbox || !wantsChat;
  // The sandbox brings its own Zoom and Google along.
  problems.push(...chatProblems(isSet), ...platformProblems(isSet, sandbox ? [] : (values.MEETING_PLATFORMS ?? [])));
  problems.push(...mailProblems(isSet));
  if (sandbox && !asksForSandbox) {
    const why = sandboxProblem(isSet, set['NODE_ENV']);
    if (why) problems.push(why);
    if (values.SANDBOX === '0') {
      problems.push(
        'SANDBOX is 0, but no chat is configured: set SLACK_BOT_TOKEN or DISCORD_TOKEN, or take SANDBOX away.',
      );
    }
  }
  for (const { name, meant, isTypo } of lookalikes(Object.keys(set))) {
    const sentence = `${name} is not a setting of Tutorline: did you mean ${meant}?`;
    const mayBeLost = !isSet(meant) && (isTypo || !wantsChat) && !asksForSandbox;
    (mayBeLost ? problems : notices).push(
      mayBeLost ? `${sentence} Rename it; if another program needs it, start Tutorline without it.` : sentence,
    );
  }
  if (problems.length > 0) throw new ConfigProblems(problems);

  if (asksForSandbox && wantsChat) {
    notices.push(
      'SANDBOX is 1: both chats are played on this machine, and the tokens of Slack and Discord are not used.',
    );
  }
  return configFrom(values, { sandbox, notices });
}

/** The values that are right, and a sentence for each of the others. */
function parse(set: Environment): { values: Values; problems: string[] } {
  const all = Shape.safeParse(set);
  if (all.success) return { values: all.data, problems: [] };
  const wrong = new Map(all.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  const right = Object.fromEntries(Object.entries(set).filter(([name]) => !wrong.has(name)));
  const problems = NAMES.filter((name: VariableName) => wrong.has(name)).map((name) => `${name} ${wrong.get(name)}`);
  return { values: Shape.parse(right), problems };
}
