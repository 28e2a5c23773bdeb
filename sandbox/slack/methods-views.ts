import type { Args, Backstage, Method } from './method.ts';
import { viewAsSent } from './payloads.ts';
import { explained, refusal } from './refusal.ts';
import type { State } from './state.ts';
import { checkedView } from './views.ts';

/** https://docs.slack.dev/reference/methods?family=views */
export function viewMethods({ state, views, triggers }: Backstage): Record<string, Method> {
  const opener = (args: Args) => {
    const triggerId = args.need('trigger_id');
    // A view that is wrong is refused before the trigger is spent.
    checkedView(args.json('view'), 'modal');
    return triggers.exchange(triggerId);
  };
  return {
    'views.open': {
      tier: 4,
      run: (args) => ({ view: viewAsSent(views.open(opener(args), args.json('view'))) }),
    },
    'views.push': {
      tier: 4,
      run: (args) => ({ view: viewAsSent(views.push(opener(args), args.json('view'))) }),
    },
    'views.update': {
      tier: 4,
      run(args) {
        const [viewId, externalId] = [args.text('view_id'), args.text('external_id')];
        if (!viewId && !externalId) {
          throw explained('invalid_arguments', ['missing required field: view_id [json-pointer:/view_id]']);
        }
        const view = viewId ? state.viewOf(viewId) : views.byExternalId(externalId ?? '');
        if (!view) throw refusal('not_found');
        return { view: viewAsSent(views.update(view, args.json('view'), args.text('hash'))) };
      },
    },
    'views.publish': {
      tier: 4,
      run(args) {
        const userId = args.need('user_id');
        homeIsOffered(state, userId);
        return { view: viewAsSent(views.publish(userId, args.json('view'), args.text('hash'))) };
      },
    },
  };
}

function homeIsOffered(state: State, userId: string) {
  if (!state.manifest.homeTab) throw refusal('not_enabled');
  if (!state.person(userId)) throw explained('invalid_arguments', ['invalid `user_id`']);
}
