import { html } from 'htm/preact';
import type { Shown } from '../../page-server.ts';
import { inWords, sandboxNow, useTicking } from '../clock.ts';
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

const languageOf = (locale: string): string => (locale.startsWith('es') ? 'Spanish' : 'English');

export const messages = (count: number): string => `${count} new ${count === 1 ? 'message' : 'messages'}`;

/** Who you are in this chat, and everybody you can be instead. */
export function People({ chat, people, chosen, onChoose }: PeopleProps) {
  useTicking(5000);
  const you = people.find(({ id }) => id === chosen);
  const alerted = people.filter(({ id, unread }) => unread > 0 && id !== chosen);
  const time = you && inWords(sandboxNow(), 'en-GB', you.zone, { hour: '2-digit', minute: '2-digit' });
  return html`
    <div class="people">
      <div class="faces" role="group" aria-label="Who you are in ${chat}">
        ${people.map(
          (person) => html`
            <button type="button" key=${person.id} class="face" aria-pressed=${person.id === chosen}
              title="${person.name}: ${person.role}, ${cityOf(person.zone)}, ${languageOf(person.locale)}"
              aria-label="Become ${person.name}, ${person.role}${person.unread ? `, ${messages(person.unread)}` : ''}"
              onClick=${() => onChoose(person.id)}>
              <${Avatar} id=${person.id} name=${person.name} />
              ${person.unread > 0 && html`<span class="badge" aria-hidden="true">${person.unread}</span>`}
            </button>`,
        )}
      </div>
      <p class="you">
        ${
          you &&
          html`You are <b>${you.name}</b><span class="chip role-${you.role}">${you.role}</span>
            <span class="where">${cityOf(you.zone)} ${time} · ${languageOf(you.locale)}</span>`
        }
      </p>
      <p class="alerted" aria-live="polite">
        ${alerted.map(
          ({ id, name, unread }) => html`
            <button type="button" key=${id} class="alert-chip" onClick=${() => onChoose(id)}>
              <b>${firstName(name)}</b> has ${messages(unread)}
            </button>`,
        )}
      </p>
    </div>`;
}
