import { blockProblems, missingPictures, withIds } from './blocks.ts';
import { plainText } from './elements.ts';
import { valuesOf } from './form.ts';
import * as limits from './limits.ts';
import { explained, refusal } from './refusal.ts';
import { anything, boolean, isObject, oneOf, shape, string } from './shape.ts';
import type { State } from './state.ts';
import type { Json, View } from './types.ts';

const shared = {
  private_metadata: string(limits.PRIVATE_METADATA),
  callback_id: string(limits.CALLBACK_ID),
  external_id: string(limits.CALLBACK_ID),
};

/** https://docs.slack.dev/reference/views */
const surfaces = {
  modal: shape(
    { type: oneOf('modal'), title: plainText(limits.VIEW_TITLE), blocks: anything },
    {
      ...shared,
      submit: plainText(limits.VIEW_BUTTON),
      close: plainText(limits.VIEW_BUTTON),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
  ),
  home: shape({ type: oneOf('home'), blocks: anything }, shared),
};

/** Throws `invalid_arguments` with every problem, or gives the view back. */
export function checkedView(value: unknown, surface: 'modal' | 'home'): Json & { blocks: Json[] } {
  const problems: string[] = [];
  surfaces[surface](value, '/view', (problem, at) => problems.push(`${problem} [json-pointer:${at}]`));
  if (!isObject(value)) throw explained('invalid_arguments', problems);
  problems.push(...blockProblems(value.blocks ?? [], 'view', '/view/blocks'));
  const blocks = Array.isArray(value.blocks) ? value.blocks.filter(isObject) : [];
  if (surface === 'modal' && !value.submit && blocks.some(({ type }) => type === 'input')) {
    problems.push('missing required field: submit [json-pointer:/view]');
  }
  if (problems.length) throw explained('invalid_arguments', problems);
  if (Buffer.byteLength(JSON.stringify(value)) > limits.VIEW_BYTES) throw refusal('view_too_large');
  return { ...value, blocks };
}

/** Opens, stacks, replaces and closes views: https://docs.slack.dev/surfaces/modals */
export interface Views {
  open(userId: string, content: unknown): View;
  push(userId: string, content: unknown): View;
  update(view: View, content: unknown, hash?: string): View;
  publish(userId: string, content: unknown, hash?: string): View;
  /** Takes the top view away; the whole modal when told. Gives what was closed, top first. */
  close(view: View, whole: boolean): View[];
  byExternalId(externalId: string): View | undefined;
}

export function createViews(state: State): Views {
  const { modals, homes } = state;
  const newHash = () => `${state.newTs().split('.')[0]}.${state.newId('').slice(-8).toLowerCase()}`;
  const all = () => [...homes.values(), ...[...modals.values()].flat()];

  const build = (userId: string, value: unknown, surface: 'modal' | 'home', under?: View, old?: View): View => {
    const content = checkedView(value, surface);
    const missing = missingPictures(content.blocks, state.pictures, '/view/blocks');
    if (missing.length) throw explained('invalid_arguments', missing);
    const external = content.external_id;
    if (external && all().some((view) => view !== old && view.content.external_id === external)) {
      throw refusal('duplicate_external_id');
    }
    const id = old?.id ?? state.newId('V');
    const blocks = withIds(content.blocks, () => state.newId(''));
    return {
      id,
      user: userId,
      content: { ...content, blocks },
      hash: newHash(),
      values: valuesOf(blocks, old?.values),
      errors: {},
      rootId: old?.rootId ?? under?.rootId ?? id,
      previousId: old ? old.previousId : (under?.id ?? null),
    };
  };
  const unchangedSince = (view: View | undefined, hash: string | undefined) => {
    if (hash !== undefined && hash !== view?.hash) throw refusal('hash_conflict');
  };

  return {
    open(userId, content) {
      const view = build(userId, content, 'modal');
      modals.set(userId, [view]);
      state.changed();
      return view;
    },
    push(userId, content) {
      const stack = modals.get(userId) ?? [];
      if (stack.length >= limits.VIEWS_PER_MODAL) throw refusal('push_limit_reached');
      const view = build(userId, content, 'modal', stack.at(-1));
      modals.set(userId, [...stack, view]);
      state.changed();
      return view;
    },
    update(view, content, hash) {
      unchangedSince(view, hash);
      const surface = view.content.type === 'home' ? 'home' : 'modal';
      Object.assign(view, build(view.user, content, surface, undefined, view));
      state.changed();
      return view;
    },
    publish(userId, content, hash) {
      const old = homes.get(userId);
      unchangedSince(old, hash);
      const view = build(userId, content, 'home', undefined, old);
      homes.set(userId, view);
      state.changed();
      return view;
    },
    close(view, whole) {
      const stack = modals.get(view.user) ?? [];
      const from = whole ? 0 : stack.indexOf(view);
      if (from < 0) return [];
      const left = stack.slice(0, from);
      if (left.length) modals.set(view.user, left);
      else modals.delete(view.user);
      state.changed();
      return stack.slice(from).reverse();
    },
    byExternalId: (externalId) => all().find(({ content }) => content.external_id === externalId),
  };
}
