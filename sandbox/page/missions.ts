import { html } from 'htm/preact';
import { inWords, sandboxNow } from './clock.ts';
import { Icon } from './parts/icon.ts';
import { type Chat, fetchState, send } from './sandbox.ts';
import { visitorWords } from './words/index.ts';

export const MISSIONS = ['across', 'outage', 'spanish', 'noShow'] as const;
export type Mission = (typeof MISSIONS)[number];

interface MissionsProps {
  tried: readonly Mission[];
  become: (chat: Chat, id: string) => void;
  run: (work: () => Promise<unknown>) => Promise<unknown>;
  isBusy: boolean;
  onTried: (mission: Mission) => void;
}

/** What to try after the first two minutes. Each button makes the first move, and leaves the rest to the visitor. */
export function Missions({ tried, become, run, isBusy, onTried }: MissionsProps) {
  const { guide: words } = visitorWords;
  const begin = (mission: Mission) =>
    run(async () => {
      const by = await FIRST_MOVES[mission](workingDay(2 + tried.length));
      become(by.chat, by.id);
      onTried(mission);
    });
  return html`
    <p role="status"><b>${words.whole}</b> ${words.next}</p>
    <ul class="missions">
      ${MISSIONS.map(
        (mission) => html`
          <li key=${mission} class=${tried.includes(mission) ? 'done' : ''}>
            <p class="title">${tried.includes(mission) && html`<${Icon} name="check" />`}<b>${words.missions[mission]}</b>
              ${tried.includes(mission) && html`<span class="visually-hidden"> ${words.isDone}</span>`}</p>
            <p class="text">${words.missions[`${mission}How`]}</p>
            <p><button type="button" class="button small" aria-label="${words.tryIt}: ${words.missions[mission]}" aria-busy=${isBusy}
              onClick=${() => begin(mission)}>${words.tryIt}</button></p>
          </li>`,
      )}
    </ul>`;
}

interface Player {
  readonly chat: Chat;
  readonly id: string;
}

/** On that day, so that one mission after another finds the tutor free. */
const FIRST_MOVES: Record<Mission, (day: string) => Promise<Player>> = {
  across: (day) => runsBook('Noor', { tutor: 'Ada Obi', subject: 'Python', when: `${day} 10:00` }),
  outage: async (day) => {
    await send('faults', { zoom: 'down' });
    return typesInSlack('Lena', `/book @theo Physics ${day} 16:00`);
  },
  spanish: (day) => typesInSlack('Mateo', `/book @ada Algebra ${day} 10:00`),
  noShow: (day) => typesInSlack('Lena', `/book @theo Algebra ${day} 18:30`),
};

async function typesInSlack(first: string, text: string): Promise<Player> {
  const id = idOf((await fetchState({})).slack.people, first);
  const { slack } = await fetchState({ slack: id });
  const conversation = slack.screen.conversations.find(({ kind }) => kind === 'im')?.id;
  await send('act', { chat: 'slack', by: id, deed: 'types', with: { conversation, text } });
  return { chat: 'slack', id };
}

async function runsBook(first: string, options: Readonly<Record<string, string>>): Promise<Player> {
  const id = idOf((await fetchState({})).discord.people, first);
  const { discord } = await fetchState({ discord: id });
  const given = { channel: discord.screen.dm.id, command: 'book', options };
  await send('act', { chat: 'discord', by: id, deed: 'runs', with: given });
  return { chat: 'discord', id };
}

function idOf(
  people: readonly { readonly id: string; realName?: string; globalName?: string }[],
  first: string,
): string {
  return people.find(({ realName, globalName }) => (realName ?? globalName)?.startsWith(first))?.id ?? '';
}

const DAY_MS = 86_400_000;

/** So many days from now, or the Monday after: `2026-12-01`. */
function workingDay(days: number): string {
  const at = new Date(sandboxNow().getTime() + days * DAY_MS);
  while (inWords(at, 'en', 'Europe/Berlin', { weekday: 'short' }).startsWith('S')) at.setTime(at.getTime() + DAY_MS);
  return at.toISOString().slice(0, 10);
}
