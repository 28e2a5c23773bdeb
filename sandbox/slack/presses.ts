import { elementsOf } from './blocks.ts';
import type { Interactivity } from './commands.ts';
import { optionGroups, selectOptions } from './elements.ts';
import { answered, optionsOf, valuesOf } from './form.ts';
import { MIN_QUERY_LENGTH, SELECT_OPTIONS } from './limits.ts';
import { channelName, messageAsSent, viewAsSent, whoDidIt } from './payloads.ts';
import { isObject, list, shape } from './shape.ts';
import type { Answer, Conversation, FormValues, Json, Message, SlackPerson, View } from './types.ts';

/** Where an element is: in a message, in an open modal, or in the App Home (by its view's id). */
export type Place = { readonly conversation: string; readonly ts: string } | { readonly view: string };

export interface Press {
  readonly actionId: string;
  /** Needed only when the same action_id is in several blocks. */
  readonly blockId?: string;
  /** For menus, pickers and inputs; a button needs none. */
  readonly answer?: Answer;
}

interface Found {
  readonly blocks: readonly Json[];
  readonly view?: View;
  readonly message?: Message;
  readonly conversation?: Conversation;
}

// What Slack shows beside an element when the app did not acknowledge.
const SHOWN = {
  operation_timeout: 'Operation timed out. Apps need to respond within 3 seconds.',
  dispatch_failed: 'This app responded with an error, or could not be reached.',
};

/** People press, choose and look things up: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function createPressing({ state, delivery, triggers, responseUrls, channels, recordAck }: Interactivity) {
  /** What somebody chose in a message; it lives in their client and goes with a reload. */
  const inMessages = new Map<string, FormValues>();
  /** Options that the app offered, by person, block and action. */
  const offered = new Map<string, Json[]>();
  const keyOf = (person: SlackPerson, blockId: unknown, actionId: unknown) =>
    JSON.stringify([person.id, blockId, actionId]);

  const find = (person: SlackPerson, place: Place): Found => {
    if ('view' in place) {
      const view = state.viewOf(place.view);
      if (view?.user !== person.id) throw new Error('That view is not open.');
      return { blocks: blocksOf(view.content), view };
    }
    const conversation = state.conversation(place.conversation);
    const message = conversation?.members.has(person.id) ? channels.find(conversation, place.ts) : undefined;
    if (!conversation || !message || (message.ephemeralFor && message.ephemeralFor !== person.id)) {
      throw new Error('That message is not on the screen.');
    }
    return { blocks: message.blocks ?? [], message, conversation };
  };

  const container = ({ view, message, conversation }: Found): Json =>
    view
      ? { type: 'view', view_id: view.id }
      : {
          type: 'message',
          message_ts: message?.ts,
          channel_id: conversation?.id,
          is_ephemeral: message?.ephemeralFor !== undefined,
        };

  const payloadOf = (type: string, person: SlackPerson, found: Found): Json => {
    const { view, message, conversation } = found;
    return {
      type,
      ...whoDidIt(person),
      container: container(found),
      ...(view && { view: viewAsSent(view) }),
      ...(conversation && { channel: { id: conversation.id, name: channelName(conversation) } }),
      // Of an ephemeral message the app is told only where it was.
      ...(message && !message.ephemeralFor && { message: messageAsSent(message) }),
    };
  };

  const remembered = (person: SlackPerson, { view, message, blocks }: Found): FormValues => {
    if (view) return view.values;
    const key = keyOf(person, 'message', message?.ts);
    const values = valuesOf(blocks, inMessages.get(key));
    inMessages.set(key, values);
    return values;
  };

  return {
    /** Resolves with the address that a link button opens, if it is one. */
    async press(person: SlackPerson, place: Place, press: Press): Promise<{ url?: string }> {
      const found = find(person, place);
      const { blockId, element } = elementIn(found.blocks, press);
      const { type, action_id } = element;
      const base = { type, block_id: blockId, action_id, action_ts: state.newTs() };
      let chosen: Json;
      if (type === 'button') {
        const { text, value, url, style } = element;
        chosen = {
          text,
          ...(value !== undefined && { value }),
          ...(url !== undefined && { url }),
          ...(style !== undefined && { style }),
        };
      } else if (type === 'overflow') {
        const option = optionsOf(element).find(({ value }) => value === press.answer);
        if (!option) throw new Error(`There is no option "${String(press.answer)}" to choose.`);
        chosen = { selected_option: option };
      } else {
        const value = answered(element, press.answer ?? null, offered.get(keyOf(person, blockId, action_id)));
        const values = remembered(person, found);
        values[blockId] = { ...values[blockId], [String(action_id)]: value };
        state.changed();
        chosen = value;
      }
      if (!state.manifest.interactive) throw new Error('This app is not configured to handle interactive responses.');
      const outcome = await delivery.send('interactive', {
        ...payloadOf('block_actions', person, found),
        trigger_id: triggers.issue(person.id),
        ...(found.conversation && {
          response_url: responseUrls.issue(person.id, found.conversation.id, found.message?.ts),
          state: { values: remembered(person, found) },
        }),
        actions: [{ ...chosen, ...base, ...(isObject(element.confirm) && { confirm: element.confirm }) }],
      });
      if (!outcome.ok) throw new Error(SHOWN[outcome.error]);
      recordAck('block_actions', outcome.body);
      return typeof element.url === 'string' ? { url: element.url } : {};
    },

    /** Types into an external select and gives the options that the app offers. */
    async lookUp(person: SlackPerson, place: Place, press: Press & { query: string }): Promise<Json[]> {
      const found = find(person, place);
      const { blockId, element } = elementIn(found.blocks, press);
      if (!String(element.type).endsWith('external_select')) throw new Error('That menu is not filled by the app.');
      const shortest = element.min_query_length ?? MIN_QUERY_LENGTH;
      if (press.query.length < Number(shortest)) return [];
      const outcome = await delivery.send('interactive', {
        ...payloadOf('block_suggestion', person, found),
        block_id: blockId,
        action_id: element.action_id,
        value: press.query,
      });
      if (!outcome.ok) throw new Error(SHOWN[outcome.error]);
      recordAck('block_suggestion', outcome.body);
      const problems: string[] = [];
      const check = outcome.body.option_groups
        ? shape({ option_groups: optionGroups })
        : shape({ options: outcome.body.options ? selectOptions : list(() => undefined, SELECT_OPTIONS) });
      check(outcome.body, '', (problem, at) => problems.push(`${problem} [json-pointer:${at}]`));
      if (problems.length) throw new Error(`Result not valid: ${problems.join('; ')}`);
      const options = optionsOf(outcome.body);
      const key = keyOf(person, blockId, element.action_id);
      offered.set(key, [...(offered.get(key) ?? []).slice(-SELECT_OPTIONS), ...options]);
      return options;
    },

    /** Puts answers into a view as somebody types, without telling the app. Keys are block ids. */
    fill(person: SlackPerson, view: View, answers: Readonly<Record<string, Answer>>): void {
      for (const [blockId, answer] of Object.entries(answers)) {
        const block = blocksOf(view.content).find((candidate) => candidate.block_id === blockId);
        const element = block && elementsOf(block)[0]?.element;
        if (!element) throw new Error(`There is no input "${blockId}" in this view.`);
        const value = answered(element, answer, offered.get(keyOf(person, blockId, element.action_id)));
        view.values[blockId] = { ...view.values[blockId], [String(element.action_id)]: value };
      }
    },

    forget(person: SlackPerson): void {
      for (const key of inMessages.keys()) if (key.startsWith(`["${person.id}"`)) inMessages.delete(key);
      for (const key of offered.keys()) if (key.startsWith(`["${person.id}"`)) offered.delete(key);
    },
  };
}

export type Pressing = ReturnType<typeof createPressing>;

export function blocksOf(content: Json): Json[] {
  return Array.isArray(content.blocks) ? content.blocks.filter(isObject) : [];
}

function elementIn(blocks: readonly Json[], { blockId, actionId }: Press): { blockId: string; element: Json } {
  for (const block of blocks) {
    if (blockId !== undefined && block.block_id !== blockId) continue;
    const element = elementsOf(block).find((candidate) => candidate.element.action_id === actionId)?.element;
    if (element) return { blockId: String(block.block_id), element };
  }
  throw new Error(`There is nothing called "${actionId}" to press here.`);
}
