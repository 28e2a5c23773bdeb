import { html } from 'htm/preact';
import type { PageMoments, PageState } from '../page-server.ts';
import { inWords, sandboxNow } from './clock.ts';
import { type Mission, Missions } from './missions.ts';
import { useDeed } from './parts/deed.ts';
import { Icon } from './parts/icon.ts';
import { firstName } from './parts/people.ts';
import type { Chat } from './sandbox.ts';
import { moveClock } from './top-bar.ts';
import { BUTTONS, languageOf } from './words/buttons.ts';
import { visitorWords } from './words/index.ts';

export const STEPS = ['ask', 'answer', 'clock', 'rate'] as const;
export type Step = (typeof STEPS)[number];

/** What somebody did, as far as the guide cares. */
export interface Done {
  readonly deed: string;
  readonly role: string;
  /** What stood on the last button that was pressed in this chat. */
  readonly label: string;
}

/** The step that is done by this, if it is one. */
export function stepDoneBy({ deed, role, label }: Done, isMoved: boolean): Step | undefined {
  if (role === 'tutor' && deed === 'presses' && /confirm/i.test(label)) return 'answer';
  if (isMoved && deed === 'submits' && /rat(e|ing)|valor|avali/i.test(label)) return 'rate';
  return undefined;
}

/** The steps that the state itself shows to be done. */
export function stepsDoneIn({ aheadMs, slack, discord }: PageState): Step[] {
  const isAsked = [...slack.people, ...discord.people].some(({ role, unread }) => role === 'tutor' && unread > 0);
  return [...(isAsked ? (['ask'] as const) : []), ...(aheadMs > 60_000 ? (['clock'] as const) : [])];
}

interface GuideProps {
  state: PageState;
  moments: PageMoments;
  done: ReadonlySet<Step>;
  tried: readonly Mission[];
  become: (chat: Chat, id: string) => void;
  typeBook: () => Promise<unknown>;
  onTried: (mission: Mission) => void;
  close: () => void;
}

interface Helper {
  readonly label: string;
  readonly help: () => unknown;
}

/** The first minute: four steps, each with a button that brings one to where it happens. */
export function Guide({ state, moments, done, tried, become, typeBook, onTried, close }: GuideProps) {
  const { guide: words, people, clock } = visitorWords;
  const deed = useDeed();
  const current = STEPS.find((step) => !done.has(step));
  const named = (chat: Chat, first: string) => {
    const people = chat === 'slack' ? state.slack.people : state.discord.people;
    return people.find((person) => ('realName' in person ? person.realName : person.globalName).startsWith(first));
  };
  const you = state.slack.screen.person;
  const lena = named('slack', 'Lena');
  const tutor = tutorAsked(state) ?? {
    chat: 'slack' as const,
    id: named('slack', 'Theo')?.id ?? '',
    name: 'Theo',
    locale: 'en',
  };
  const lenas = BUTTONS[languageOf(lena?.locale ?? 'en')];
  const tutors = BUTTONS[languageOf(tutor.locale)];
  const isTutor = [state.slack.screen.person.id, state.discord.screen.person.id].includes(tutor.id);
  const { nextReminder, nextStart } = moments;
  const move = (label: string, to: string | undefined): Helper[] =>
    to ? [{ label, help: () => deed.run(() => moveClock({ to })) }] : [];
  const asLena: Helper[] =
    lena && you.id !== lena.id ? [{ label: people.become('Lena'), help: () => become('slack', lena.id) }] : [];

  const steps: Record<Step, { title: string; text: string; helpers: readonly Helper[] }> = {
    ask: {
      title: words.ask,
      text: words.askHow(lenas),
      helpers: asLena.length ? asLena : [{ label: words.typeBook, help: () => deed.run(typeBook) }],
    },
    answer: {
      title: words.answer,
      // Once it is answered, whoever has something to read now was not the one who was asked.
      text: isTutor || done.has('answer') ? words.answerHow(tutors) : words.answerAs(firstName(tutor.name), tutors),
      helpers: isTutor
        ? []
        : [{ label: people.become(firstName(tutor.name)), help: () => become(tutor.chat, tutor.id) }],
    },
    clock: {
      title: words.clock,
      text: words.clockHow,
      helpers: move(clock.toNextReminder, nextReminder ?? nextStart),
    },
    rate: {
      title: words.rate,
      text: words.rateHow(lenas),
      // One after the other: before the start there is nothing to end.
      helpers: nextStart ? move(clock.toStart, nextStart) : asLena,
    },
  };
  return html`
    <section class="guide ${current ? '' : 'finished'}" aria-label=${words.name}>
      <ol>
        ${STEPS.map((step, at) => {
          const { title, text, helpers } = steps[step];
          const status = done.has(step) ? 'done' : step === current ? 'current' : 'later';
          return html`
            <li key=${step} class=${status} aria-current=${status === 'current' ? 'step' : undefined}>
              <span class="number" aria-hidden="true">${status === 'done' ? html`<${Icon} name="check" />` : at + 1}</span>
              <div>
                <p class="title"><b>${title}</b>${status === 'done' && html`<span class="visually-hidden"> ${words.isDone}</span>`}</p>
                <p class="text">${text}</p>
                <p class="helpers">
                  ${
                    status === 'current' &&
                    helpers.map(
                      ({ label, help }) =>
                        html`<button type="button" key=${label} class="button primary small" aria-busy=${deed.isBusy} onClick=${help}>${label}</button>`,
                    )
                  }
                </p>
              </div>
            </li>`;
        })}
      </ol>
      ${!current && html`<${Missions} tried=${tried} become=${become} run=${deed.run} isBusy=${deed.isBusy} onTried=${onTried} />`}
      ${deed.error && html`<p class="notice" role="alert">${deed.error}</p>`}
      <button type="button" class="icon-button" aria-label=${words.close} onClick=${close}><${Icon} name="close" /></button>
    </section>`;
}

const DAY_MS = 86_400_000;

/** What is typed for a newcomer: so much that the form has only to be sent. On a working day far enough away for every reminder. */
export function exampleRequest(): string {
  const weekday = [2, 3, 4]
    .map((days) =>
      inWords(new Date(sandboxNow().getTime() + days * DAY_MS), 'en', 'Europe/Berlin', { weekday: 'long' }),
    )
    .find((name) => !name.startsWith('S'));
  return `/book @theo Algebra ${weekday} 17:00`;
}

/** A tutor with something to read; Theo before others, because the guide speaks of him. */
function tutorAsked({
  slack,
  discord,
}: PageState): { chat: Chat; id: string; name: string; locale: string } | undefined {
  const asked = [
    ...slack.people.map((person) => ({ ...person, chat: 'slack' as const, name: person.realName })),
    ...discord.people.map((person) => ({ ...person, chat: 'discord' as const, name: person.globalName })),
  ].filter(({ role, unread }) => role === 'tutor' && unread > 0);
  return asked.find(({ name }) => name.startsWith('Theo')) ?? asked[0];
}
