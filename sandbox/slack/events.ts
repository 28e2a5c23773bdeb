import { APP } from './defaults.ts';
import type { Delivery, Retry } from './delivery.ts';
import type { State } from './state.ts';
import type { Json } from './types.ts';

/** Sends events to the app: https://docs.slack.dev/apis/events-api */
export interface Events {
  /** Resolves once the first delivery was acknowledged or failed; an event not subscribed to is not sent. */
  send(subscription: string, event: Json): Promise<void>;
  /** The next event arrives twice, as it does when an acknowledgement was lost. */
  duplicateNext(): void;
  close(): void;
}

// The scope without which a subscription brings nothing.
const SCOPE_OF: Record<string, string> = {
  'message.im': 'im:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  app_mention: 'app_mentions:read',
  user_change: 'users:read',
  team_join: 'users:read',
};

export function createEvents(state: State, delivery: Delivery): Events {
  const timers = new Set<NodeJS.Timeout>();
  let twice = false;

  const attempt = async (payload: Json, retries: readonly number[], retry?: Retry): Promise<void> => {
    const outcome = await delivery.send('events_api', payload, retry);
    const [delay, ...later] = retries;
    if (outcome.ok || delay === undefined) return;
    const reason = outcome.error === 'operation_timeout' ? 'http_timeout' : 'http_error';
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(payload, later, { number: (retry?.number ?? 0) + 1, reason });
    }, delay);
    timers.add(timer.unref());
  };

  return {
    async send(subscription, event) {
      const { events, scopes } = state.manifest;
      const scope = SCOPE_OF[subscription];
      if (!events.has(subscription) || (scope && !scopes.has(scope))) return;
      const payload = {
        token: APP.verificationToken,
        team_id: APP.team,
        context_team_id: APP.team,
        context_enterprise_id: null,
        api_app_id: APP.id,
        event,
        type: 'event_callback',
        event_id: state.newId('Ev'),
        event_time: Math.floor(state.stage.now().getTime() / 1000),
        authorizations: [
          { enterprise_id: null, team_id: APP.team, user_id: APP.botUser, is_bot: true, is_enterprise_install: false },
        ],
        is_ext_shared_channel: false,
        event_context: `4-${state.newId('ctx')}`,
      };
      const again = twice;
      twice = false;
      await attempt(payload, state.timings.eventRetriesMs);
      if (again) await attempt(payload, [], { number: 1, reason: 'http_timeout' });
    },
    duplicateNext: () => {
      twice = true;
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
