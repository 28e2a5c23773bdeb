import { commandOnWire } from './commands.ts';
import { refuse } from './errors.ts';
import { APPLICATION_ID } from './place.ts';
import { type Answer, done, ok, type Rooms, type Route, route } from './route.ts';

/** Commands, global and of single servers. */
export function aboutCommands({ world, commands }: Rooms): Route[] {
  const own = (applicationId = '') => {
    // 20012: "You are not authorized to perform this action on this application", which to us is another app's.
    if (applicationId !== APPLICATION_ID) throw refuse('missingAccess');
  };
  const guild = (id: string) => {
    if (!world.state.botServers.has(id)) throw refuse('missingAccess');
    return id;
  };
  const wire = (command: Parameters<typeof commandOnWire>[0], localized = true) =>
    commandOnWire(command, APPLICATION_ID, localized);
  const changed = (answer: Answer) => {
    world.stage.changed();
    return answer;
  };
  const under = (
    prefix: string,
    scope: (params: readonly string[]) => [guildId: string | null, commandId: string],
  ): Route[] => [
    route('GET', prefix, ({ params, query }) => {
      own(params[0]);
      const localized = query.get('with_localizations') === 'true';
      return ok(commands.list(scope(params)[0]).map((command) => wire(command, localized)));
    }),
    route('PUT', prefix, ({ params, form }) => {
      own(params[0]);
      return changed(ok(commands.putAll(scope(params)[0], form.body, form.settle).map((command) => wire(command))));
    }),
    route('POST', prefix, ({ params, form }) => {
      own(params[0]);
      const { command, isNew } = commands.put(scope(params)[0], form.body, form.settle);
      return changed({ status: isNew ? 201 : 200, body: wire(command) });
    }),
    route('GET', `${prefix}/*`, ({ params }) => {
      own(params[0]);
      return ok(wire(commands.get(...scope(params))));
    }),
    route('PATCH', `${prefix}/*`, ({ params, form }) => {
      own(params[0]);
      return changed(ok(wire(commands.change(commands.get(...scope(params)), form.body, form.settle))));
    }),
    route('DELETE', `${prefix}/*`, ({ params }) => {
      own(params[0]);
      commands.remove(commands.get(...scope(params)));
      return changed(done);
    }),
  ];
  return [
    ...under('/applications/*/commands', ([, commandId = '']) => [null, commandId]),
    ...under('/applications/*/guilds/*/commands', ([, guildId = '', commandId = '']) => [guild(guildId), commandId]),
  ];
}
