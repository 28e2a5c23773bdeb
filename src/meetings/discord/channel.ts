import { z } from 'zod';
import { PERMISSION } from './server.ts';

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
export const TYPE = { voice: 2, category: 4 } as const;
/** https://docs.discord.com/developers/resources/channel#overwrite-object */
const OVERWRITE = { role: 0, member: 1 } as const;
/** https://support.discord.com/hc/en-us/articles/33694251638295 */
const CHANNELS_PER_CATEGORY = 50;

/** https://docs.discord.com/developers/resources/channel#channel-object */
export const Channel = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string().nullish(),
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
});
export type Channel = z.infer<typeof Channel>;
export const Channels = z.array(Channel);

interface LetIn {
  readonly server: string;
  readonly bot: string;
  readonly roles?: readonly string[];
  readonly people?: readonly string[];
}

const SEE = Number(PERMISSION.viewChannel);
/** Without Connect the bot itself could not delete it: https://github.com/discord/discord-api-docs/issues/1522 */
const ENTER = Number(PERMISSION.viewChannel | PERMISSION.connect);

/** A voice channel that nobody sees but these. Whoever creates it may say so without Manage Roles. */
export function voiceChannel(name: string, category: string | undefined, letIn: LetIn) {
  return { name, type: TYPE.voice, ...(category !== undefined && { parent_id: category }), ...only(letIn, ENTER) };
}

/** A category whose name is seen by those who see something in it. */
export function category(name: string, letIn: LetIn) {
  return { name, type: TYPE.category, ...only(letIn, SEE) };
}

function only({ server, bot, roles = [], people = [] }: LetIn, allowed: number) {
  const role = (id: string) => ({ id, type: OVERWRITE.role, allow: allowed });
  const member = (id: string) => ({ id, type: OVERWRITE.member, allow: allowed });
  return {
    permission_overwrites: [
      { id: server, type: OVERWRITE.role, deny: allowed },
      ...roles.map(role),
      ...[bot, ...people].map(member),
    ],
  };
}

/** A category with room for one more: this one, or one of this name. */
export function roomyCategory(
  channels: readonly Channel[],
  { id, name }: { readonly id: string | undefined; readonly name: string },
): string | undefined {
  const fits = (one: Channel) => one.id === id || one.name === name;
  const count = (parent: string) => channels.filter((one) => one.parent_id === parent).length;
  return channels
    .filter((one) => one.type === TYPE.category && fits(one) && count(one.id) < CHANNELS_PER_CATEGORY)
    .sort((a, b) => Number(b.id === id) - Number(a.id === id))[0]?.id;
}
