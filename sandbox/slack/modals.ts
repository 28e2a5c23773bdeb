import type { Interactivity } from './commands.ts';
import { clientProblems } from './form.ts';
import { viewAsSent, whoDidIt } from './payloads.ts';
import { blocksOf, type Pressing } from './presses.ts';
import { isRefusal } from './refusal.ts';
import { isObject } from './shape.ts';
import type { Answer, Json, SlackPerson, View } from './types.ts';
import type { Views } from './views.ts';

// What Slack shows at the foot of a modal when the app did not answer, or answered nonsense.
const TROUBLE = 'We had some trouble connecting. Try again?';

/** People submit and close modals: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function createModals(
  { state, delivery, triggers, recordAck }: Interactivity,
  { views, pressing }: { views: Views; pressing: Pressing },
) {
  const topView = (person: SlackPerson, viewId: string): View => {
    const view = state.modals.get(person.id)?.at(-1);
    if (view?.id !== viewId) throw new Error('That view is not in front.');
    return view;
  };
  const refuse = (view: View, errors: Record<string, string>) => {
    view.errors = errors;
    state.changed();
    return { errors };
  };

  const obey = (person: SlackPerson, view: View, answer: Json) => {
    switch (answer.response_action) {
      case undefined:
        views.close(view, false);
        return {};
      case 'clear':
        views.close(view, true);
        return {};
      case 'update':
        views.update(view, answer.view);
        return {};
      case 'push':
        views.push(person.id, answer.view);
        return {};
      case 'errors': {
        const inputs = new Set(
          blocksOf(view.content)
            .filter(({ type }) => type === 'input')
            .map(({ block_id }) => block_id),
        );
        const errors = isObject(answer.errors) ? Object.entries(answer.errors) : [];
        const fits = errors.every(([blockId, text]) => inputs.has(blockId) && typeof text === 'string' && text);
        if (errors.length === 0 || !fits) throw new Error(TROUBLE);
        return refuse(view, Object.fromEntries(errors.map(([blockId, text]) => [blockId, String(text)])));
      }
      default:
        throw new Error(TROUBLE);
    }
  };

  return {
    /** Resolves with the messages below the inputs, if the modal stayed open because of them. */
    async submit(person: SlackPerson, viewId: string, answers: Readonly<Record<string, Answer>> = {}) {
      const view = topView(person, viewId);
      if (!view.content.submit) throw new Error('This view has no submit button.');
      pressing.fill(person, view, answers);
      const problems = clientProblems(blocksOf(view.content), view.values);
      if (Object.keys(problems).length) return refuse(view, problems);
      view.errors = {};
      const outcome = await delivery.send('interactive', {
        type: 'view_submission',
        ...whoDidIt(person),
        trigger_id: triggers.issue(person.id),
        view: viewAsSent(view),
        response_urls: [],
      });
      if (!outcome.ok) throw new Error(TROUBLE);
      recordAck('view_submission', outcome.body);
      try {
        return obey(person, view, outcome.body);
      } catch (error) {
        throw isRefusal(error) ? new Error(TROUBLE, { cause: error }) : error;
      }
    },

    /** Cancel closes the view in front, the cross at the top the whole modal. */
    async close(person: SlackPerson, viewId: string, whole = false): Promise<void> {
      const view = topView(person, viewId);
      const isCleared = whole || view.content.clear_on_close === true;
      for (const closed of views.close(view, isCleared)) {
        if (closed.content.notify_on_close !== true) continue;
        const outcome = await delivery.send('interactive', {
          type: 'view_closed',
          ...whoDidIt(person),
          view: viewAsSent(closed),
          is_cleared: isCleared,
        });
        if (outcome.ok) recordAck('view_closed', outcome.body);
      }
    },
  };
}
