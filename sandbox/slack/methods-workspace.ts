import { APP, LEARNERS } from './defaults.ts';
import { type Backstage, type Method, page } from './method.ts';
import { botAsSent, personAsSent } from './payloads.ts';
import { refusal } from './refusal.ts';

/** Who is who: https://docs.slack.dev/reference/methods */
export function workspaceMethods({ state, newSocketUrl }: Backstage): Record<string, Method> {
  return {
    'auth.test': {
      tier: 4,
      run: () => ({
        url: `https://${APP.teamDomain}.slack.com/`,
        team: APP.teamName,
        user: APP.botName,
        team_id: APP.team,
        user_id: APP.botUser,
        bot_id: APP.bot,
        is_enterprise_install: false,
      }),
    },
    'apps.connections.open': { tier: 1, token: 'app', run: () => ({ url: newSocketUrl() }) },
    'users.info': {
      tier: 4,
      scopes: ['users:read'],
      run(args) {
        const id = args.text('user') ?? '';
        if (id === APP.botUser) return { user: botAsSent() };
        const person = state.person(id);
        if (!person) throw refusal('user_not_found');
        return { user: personAsSent(state, person, args.isSet('include_locale')) };
      },
    },
    'users.list': {
      tier: 2,
      scopes: ['users:read'],
      run(args) {
        const people = state.people.map((person) => personAsSent(state, person, args.isSet('include_locale')));
        const { items, metadata } = page([...people, botAsSent()], args);
        return {
          members: items,
          cache_ts: Math.floor(state.stage.now().getTime() / 1000),
          response_metadata: metadata,
        };
      },
    },
    'usergroups.users.list': {
      tier: 2,
      scopes: ['usergroups:read'],
      run(args) {
        if (args.text('usergroup') !== LEARNERS.id) throw refusal('no_such_subteam');
        return { users: LEARNERS.users };
      },
    },
    'team.info': {
      tier: 3,
      scopes: ['team:read'],
      run: () => ({ team: { id: APP.team, name: APP.teamName, domain: APP.teamDomain, email_domain: '', icon: {} } }),
    },
    'bots.info': {
      tier: 3,
      scopes: ['users:read'],
      run(args) {
        if (args.text('bot') !== APP.bot) throw refusal('bot_not_found');
        const { bot: id, botUser: user_id, id: app_id, name } = APP;
        return { bot: { id, deleted: false, name, updated: 1_700_000_000, app_id, user_id, icons: {} } };
      },
    },
  };
}
