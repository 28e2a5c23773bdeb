import { messageOnWire } from './message-wire.ts';
import { done, ok, type Rooms, type Route, route } from './route.ts';
import type { Message } from './state.ts';

/** First answers, and what may be written with an interaction's token afterwards. */
export function aboutInteractions({ world, interactions, messages }: Rooms): Route[] {
  const wire = (message: Message) => ok(messageOnWire(world, message));
  return [
    route(
      'POST',
      '/interactions/*/*/callback',
      ({ params: [id = '', token = ''], query, form, uploads }) => {
        const body = interactions.answer(id, token, form, uploads, query.get('with_response') === 'true');
        return body === undefined ? done : ok(body);
      },
      false,
    ),
    route(
      'POST',
      '/webhooks/*/*',
      ({ params: [id = '', token = ''], form, uploads }) => wire(interactions.followUp(id, token, form, uploads)),
      false,
    ),
    route(
      'GET',
      '/webhooks/*/*/messages/*',
      ({ params: [id = '', token = '', messageId = ''] }) => wire(interactions.messageOf(id, token, messageId)),
      false,
    ),
    route(
      'PATCH',
      '/webhooks/*/*/messages/*',
      ({ params: [id = '', token = '', messageId = ''], form, uploads }) =>
        wire(interactions.editMessage(interactions.messageOf(id, token, messageId), form, uploads)),
      false,
    ),
    route(
      'DELETE',
      '/webhooks/*/*/messages/*',
      ({ params: [id = '', token = '', messageId = ''] }) => {
        messages.remove(interactions.messageOf(id, token, messageId));
        return done;
      },
      false,
    ),
  ];
}
