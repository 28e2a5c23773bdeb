import { z } from 'zod';
import type { Discord } from './discord/index.ts';
import type { Slack } from './slack/index.ts';

/** What somebody does in a chat, as the page sends it. */
const Act = z.object({
  chat: z.enum(['slack', 'discord']),
  by: z.string(),
  deed: z.string(),
  with: z.unknown().optional(),
});

type Deed = (by: string, given: unknown) => unknown;

function deed<S extends z.ZodType>(schema: S, run: (by: string, given: z.output<S>) => unknown): Deed {
  return (by, given) => run(by, schema.parse(given));
}

const text = z.string();
const none = z.unknown();
const Files = z
  .array(z.object({ name: text, base64: z.base64() }))
  .default([])
  .transform((files) => files.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') })));
const Answer = z.union([text, z.number(), z.array(text), z.null()]);
/** By block id. */
const Answers = z.record(text, Answer);
const SlackPlace = z.union([z.object({ conversation: text, ts: text }), z.object({ view: text })]);
/** An element, and what is filled in around it: the app is told both. */
const SlackElement = z.object({
  place: SlackPlace,
  actionId: text,
  blockId: text.optional(),
  filled: Answers.optional(),
});

function slackDeeds(slack: Slack): Record<string, Deed> {
  const element = (by: string, { place, filled, actionId, blockId }: z.output<typeof SlackElement>) => {
    if ('view' in place && filled) slack.fills(by, place.view, filled);
    return { ...place, actionId, ...(blockId !== undefined && { blockId }) };
  };
  return {
    types: deed(z.object({ conversation: text, text, files: Files }), (by, given) =>
      slack.types(by, given.conversation, given.text, given.files),
    ),
    presses: deed(SlackElement.extend({ answer: Answer.optional() }), (by, { answer, ...given }) =>
      slack.presses(by, { ...element(by, given), ...(answer !== undefined && { answer }) }),
    ),
    looksUp: deed(SlackElement.extend({ query: text }), (by, { query, ...given }) =>
      slack.looksUp(by, { ...element(by, given), query }),
    ),
    submits: deed(z.object({ view: text, filled: Answers }), (by, { view, filled }) => slack.submits(by, view, filled)),
    closes: deed(z.object({ view: text, whole: z.boolean().optional() }), (by, { view, whole }) =>
      slack.closes(by, view, whole),
    ),
    opensHome: deed(none, (by) => slack.opensHome(by)),
    opensDm: deed(none, (by) => slack.opensDm(by)),
    reads: deed(z.object({ conversation: text }), (by, { conversation }) => slack.reads(by, conversation)),
    reloads: deed(none, (by) => slack.reloads(by)),
  };
}

const DiscordTarget = z.object({ channel: text, message: text, customId: text });
const DiscordCommand = z.object({
  channel: text,
  command: text,
  options: z.record(text, z.union([text, z.number(), z.boolean()])),
});
const Filled = z.union([text, z.boolean(), z.array(text)]);

function discordDeeds(discord: Discord): Record<string, Deed> {
  return {
    types: deed(z.object({ channel: text, text, files: Files }), (by, given) =>
      discord.types(by, given.channel, given.text, given.files),
    ),
    runs: deed(DiscordCommand, (by, given) => discord.runs(by, given.channel, given.command, given.options)),
    completes: deed(DiscordCommand.extend({ focused: text }), (by, given) =>
      discord.completes(by, given.channel, given.command, given.options, given.focused),
    ),
    presses: deed(DiscordTarget, (by, given) => discord.presses(by, given)),
    chooses: deed(DiscordTarget.extend({ values: z.array(text) }), (by, given) => discord.chooses(by, given)),
    submits: deed(z.object({ filled: z.record(text, Filled) }), (by, { filled }) => discord.submits(by, filled)),
    closes: deed(none, (by) => discord.closes(by)),
    reads: deed(z.object({ channel: text }), (by, { channel }) => discord.reads(by, channel)),
    dismisses: deed(z.object({ channel: text, message: text }), (by, given) =>
      discord.dismisses(by, given.channel, given.message),
    ),
    entersVoice: deed(z.object({ channel: text }), (by, { channel }) => discord.entersVoice(by, channel)),
    leavesVoice: deed(none, (by) => discord.leavesVoice(by)),
    reloads: deed(none, (by) => discord.reloads(by)),
  };
}

/** Lets the people of the page act; rejects with what the person would be shown. */
export function createActs(slack: Slack, discord: Discord): (act: unknown) => Promise<unknown> {
  const deeds = { slack: slackDeeds(slack), discord: discordDeeds(discord) };
  return async (act) => {
    const { chat, by, deed: name, with: given } = Act.parse(act);
    const run = Object.hasOwn(deeds[chat], name) ? deeds[chat][name] : undefined;
    if (!run) throw new Error(`Nobody can do "${name}" in ${chat}.`);
    return run(by, given);
  };
}
