import { html } from 'htm/preact';
import type { Shown } from '../../page-server.ts';
import { inWords, sandboxNow, useTicking } from '../clock.ts';
import { languageOf } from '../words/buttons.ts';
import { visitorLocale, visitorWords } from '../words/index.ts';
import { Avatar } from './avatar.ts';

/** What the switcher needs of somebody, whichever chat. */
export interface SwitchPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Shown<object>['role'];
  readonly zone: string;
  readonly locale: string;
  readonly unread: number;
}

interface PeopleProps {
  chat: string;
  people: readonly SwitchPerson[];
  chosen: string;
  onChoose: (id: string) => void;
}

export const firstName = (name: string): string => name.split(' ')[0] ?? name;

const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

const words = visitorWords.people;

const languageIn = (locale: string): string => words.languages[languageOf(locale)];

/** Who you are in this chat, and everybody you can be instead. */
export function People({ chat, people, chosen, onChoose }: PeopleProps) {
  useTicking(5000);
  const you = people.find(({ id }) => id === chosen);
  const alerted = people.filter(({ id, unread }) => unread > 0 && id !== chosen);
  const time = you && inWords(sandboxNow(), visitorLocale, you.zone, { timeStyle: 'short' });
  return html`
    <div class="people">
      <div class="faces" role="group" aria-label=${words.who(chat)}>
        ${people.map(
          (person) => html`
            <button type="button" key=${person.id} class="face" aria-pressed=${person.id === chosen}
              title="${person.name}: ${words.roles[person.role]}, ${cityOf(person.zone)}, ${languageIn(person.locale)}"
              aria-label="${words.become(person.name)}, ${words.roles[person.role]}${person.unread ? `, ${words.messages(person.unread)}` : ''}"
              onClick=${() => onChoose(person.id)}>
              <${Avatar} id=${person.id} name=${person.name} />
              <span class="face-name" aria-hidden="true">${firstName(person.name)}</span>
              ${person.unread > 0 && html`<span class="badge" data-count=${person.unread}></span>`}
            </button>`,
        )}
      </div>
      <p class="you">
        ${
          you &&
          html`${words.youAre} <b>${you.name}</b><span class="chip role-${you.role}">${words.roles[you.role]}</span>
            <span class="where">${cityOf(you.zone)} ${time} · ${languageIn(you.locale)}</span>`
        }
      </p>
      <p class="alerted" aria-live="polite">
        ${alerted.map(
          ({ id, name, unread }) => html`
            <button type="button" key=${id} class="alert-chip" onClick=${() => onChoose(id)}>
              <b>${firstName(name)}</b> ${words.has(words.messages(unread))}
            </button>`,
        )}
      </p>
    </div>`;
}
