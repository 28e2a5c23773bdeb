import { type Described, readCommand } from './command-checks.ts';
import { refuse } from './errors.ts';
import type { Field } from './form.ts';
import type { Command, CommandOption } from './state.ts';
import type { World } from './world.ts';

// https://docs.discord.com/developers/interactions/application-commands#registering-a-command
const COMMANDS = { 1: 100, 2: 15, 3: 15 } as const; // by type: chat, user, message
const CREATES_PER_DAY = 200;

/** The registered commands: global ones, and those of single servers. */
export interface Commands {
  list(guildId: string | null): Command[];
  get(guildId: string | null, id: string): Command;
  /** Registers one command; one of the same name and type is replaced. */
  put(guildId: string | null, body: Field, settle: () => void): { command: Command; isNew: boolean };
  /** Registers these commands and no others. */
  putAll(guildId: string | null, body: Field, settle: () => void): Command[];
  change(command: Command, body: Field, settle: () => void): Command;
  remove(command: Command): void;
}

/** Keeps what apps register. */
export function createCommands(world: World): Commands {
  const { commands } = world.state;
  const created: number[] = [];
  const list = (guildId: string | null) => [...commands.values()].filter((command) => command.guildId === guildId);
  const twin = (guildId: string | null, { name, type }: Described) =>
    list(guildId).find((command) => command.name === name && command.type === type);
  const save = (guildId: string | null, described: Described, id: string): Command => {
    const command = { ...described, id, guildId, version: world.nextId() };
    commands.set(id, command);
    return command;
  };
  const countCreate = () => {
    const now = world.stage.now().getTime();
    while ((created[0] ?? now) < now - 86_400_000) created.shift();
    if (created.length >= CREATES_PER_DAY) throw refuse('tooManyCommandCreates');
    created.push(now);
  };
  const checkCount = (described: readonly Pick<Command, 'type'>[]) => {
    for (const [type, most] of Object.entries(COMMANDS))
      if (described.filter((one) => one.type === Number(type)).length > most) throw refuse('tooManyCommands');
  };
  return {
    list,
    get: (guildId, id) => {
      const command = commands.get(id);
      if (!command || command.guildId !== guildId) throw refuse('unknownCommand');
      return command;
    },
    put: (guildId, body, settle) => {
      const described = readCommand(body);
      settle();
      const known = twin(guildId, described);
      if (!known) {
        checkCount([...list(guildId), described]);
        countCreate();
      }
      return { command: save(guildId, described, known?.id ?? world.nextId()), isNew: known === undefined };
    },
    putAll: (guildId, body, settle) => {
      const items = body.items({ required: true });
      const described = items.map((item) => readCommand(item));
      const names = new Set<string>();
      for (const [index, { name, type }] of described.entries()) {
        if (names.has(`${type} ${name}`))
          items[index]?.refuse('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
        names.add(`${type} ${name}`);
      }
      settle();
      checkCount(described);
      const ids = described.map((one) => twin(guildId, one)?.id);
      for (const id of ids) if (!id) countCreate();
      for (const { id } of list(guildId)) commands.delete(id);
      return described.map((one, index) => save(guildId, one, ids[index] ?? world.nextId()));
    },
    change: (command, body, settle) => {
      const described = readCommand(body, command);
      settle();
      return save(command.guildId, described, command.id);
    },
    remove: ({ id }) => void commands.delete(id),
  };
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
export function commandOnWire(
  command: Command,
  applicationId: string,
  withLocalizations: boolean,
): Record<string, unknown> {
  const strip = (options: readonly CommandOption[]): unknown[] =>
    options.map(({ name_localizations: _, description_localizations: __, options: inner, ...rest }) => ({
      ...rest,
      ...(inner ? { options: strip(inner) } : {}),
    }));
  return {
    id: command.id,
    application_id: applicationId,
    version: command.version,
    default_member_permissions: command.defaultMemberPermissions,
    type: command.type,
    name: command.name,
    description: command.description,
    dm_permission: command.contexts === null || command.contexts.includes(1),
    contexts: command.contexts,
    integration_types: command.integrationTypes,
    nsfw: false,
    ...(command.options.length > 0 ? { options: withLocalizations ? command.options : strip(command.options) } : {}),
    ...(withLocalizations
      ? { name_localizations: command.nameLocalizations, description_localizations: command.descriptionLocalizations }
      : {}),
    ...(command.guildId ? { guild_id: command.guildId } : {}),
  };
}
