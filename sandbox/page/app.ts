import { html } from 'htm/preact';
import { render } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageState } from '../page-server.ts';
import { DiscordPane } from './discord/pane.ts';
import { exampleRequest, Guide, STEPS, type Step, stepDoneBy, stepsDoneIn } from './guide.ts';
import { MISSIONS, type Mission } from './missions.ts';
import { forgetDrafts } from './parts/draft.ts';
import { type Act, type Chat, type Chosen, send, useSandbox } from './sandbox.ts';
import { SlackPane } from './slack/pane.ts';
import { TopBar } from './top-bar.ts';
import { visitorLocale, visitorWords as words } from './words/index.ts';

/** What the page finds again after a reload or a restart. */
interface Kept {
  readonly slack?: string;
  readonly discord?: string;
  readonly guide: {
    readonly isClosed?: boolean | undefined;
    readonly done: readonly Step[];
    readonly tried: readonly Mission[];
  };
}

const NOTHING_KEPT: Kept = { guide: { done: [], tried: [] } };

/** On a phone the guide waits behind its button until it is opened: there the chats need the room. */
const isNarrow = () => matchMedia('(max-width: 640px)').matches;

function keptIn({ choices }: PageState): Kept {
  const guide = (choices['guide'] ?? {}) as Partial<Kept['guide']>;
  const done = STEPS.filter((step) => guide.done?.includes(step));
  const tried = (guide.tried ?? []).filter((mission) => MISSIONS.includes(mission));
  return { guide: { isClosed: guide.isClosed, done, tried } };
}

function App() {
  const [chosen, setChosen] = useState<Chosen>({});
  const [places, setPlaces] = useState<Chosen>({});
  const [shown, setShown] = useState<Chat>('slack');
  const [kept, setKept] = useState<Kept>();
  const pressed = useRef<Record<Chat, string>>({ slack: '', discord: '' });
  const { state, moments, isLost } = useSandbox(chosen);

  useEffect(() => {
    if (state && !kept) setKept(keptIn(state));
  }, [state, kept]);
  const keep = useCallback((change: Partial<Kept>) => {
    setKept((before) => ({ ...(before ?? NOTHING_KEPT), ...change }));
    void send('choices', change).catch(() => undefined);
  }, []);
  const tick = useCallback(
    (steps: readonly Step[]) => {
      if (!kept || steps.every((step) => kept.guide.done.includes(step))) return;
      keep({ guide: { ...kept.guide, done: [...new Set([...kept.guide.done, ...steps])] } });
    },
    [kept, keep],
  );
  useEffect(() => {
    if (state) tick(stepsDoneIn(state));
  }, [state, tick]);

  const become = (chat: Chat, id: string) => {
    setChosen((before) => ({ ...before, [chat]: id }));
    setPlaces((before) => ({ ...before, [chat]: '' }));
    setShown(chat);
    keep({ [chat]: id });
  };
  const goTo = (chat: Chat, place: string) => setPlaces((before) => ({ ...before, [chat]: place }));
  const acts = useMemo(() => {
    const actIn =
      (chat: Chat): Act =>
      async (deed, given, label) => {
        if (!state) return undefined;
        const by = state[chat].screen.person.id;
        const result = await send('act', { chat, by, deed, with: given });
        const isRefused = typeof result === 'object' && result !== null && 'errors' in result;
        const role = state[chat].people.find(({ id }) => id === by)?.role ?? '';
        if (deed === 'presses') pressed.current[chat] = label ?? '';
        const step = stepDoneBy({ deed, role, label: pressed.current[chat] }, state.aheadMs > 0);
        if (step && !isRefused) tick([step]);
        return result;
      };
    return { slack: actIn('slack'), discord: actIn('discord') };
  }, [state, tick]);

  if (!state || !kept) return html`<p class="opening">${isLost ? words.page.lost : words.page.opening}</p>`;
  // Nothing of before may live on in the page either: no dialog, no half-written message, no step that is done.
  const startedOver = () => {
    forgetDrafts();
    location.reload();
  };
  const tried = (mission: Mission) => keep({ guide: { ...kept.guide, tried: [...kept.guide.tried, mission] } });
  const typeBook = async () => {
    const dm = state.slack.screen.conversations.find(({ kind }) => kind === 'im');
    setShown('slack');
    goTo('slack', '');
    await acts.slack('types', { conversation: dm?.id, text: exampleRequest() });
  };
  const isGuideOpen = !(kept.guide.isClosed ?? isNarrow());
  const unread = (chat: Chat) => state[chat].people.reduce((sum, person) => sum + person.unread, 0);
  const pane = (chat: Chat) => ({
    place: places[chat],
    goTo: (place: string) => goTo(chat, place),
    become: (id: string) => become(chat, id),
    act: acts[chat],
    isInFront: shown === chat,
  });
  return html`
    <${TopBar} faults=${state.faults} mail=${state.mail} moments=${moments} isGuideOpen=${isGuideOpen} onStartedOver=${startedOver}
      openGuide=${() => keep({ guide: { ...kept.guide, isClosed: false } })} />
    <main data-shown=${shown}>
      ${isLost && html`<p class="notice banner" role="alert">${words.page.lostLater}</p>`}
      ${!isLost && !state.isReady && html`<p class="notice banner" role="status">${words.page.starting}</p>`}
      ${
        isGuideOpen &&
        html`<${Guide} state=${state} moments=${moments} done=${new Set(kept.guide.done)} tried=${kept.guide.tried}
          become=${become} typeBook=${typeBook} onTried=${tried}
          close=${() => keep({ guide: { ...kept.guide, isClosed: true } })} />`
      }
      <div class="chat-tabs" role="group" aria-label=${words.page.chats}>
        ${(['slack', 'discord'] as const).map(
          (chat) => html`
            <button type="button" key=${chat} aria-pressed=${shown === chat} onClick=${() => setShown(chat)}>
              ${chat === 'slack' ? 'Slack' : 'Discord'}
              ${unread(chat) > 0 && html`<span class="badge">${unread(chat)}<span class="visually-hidden"> ${words.chat.unread}</span></span>`}
            </button>`,
        )}
      </div>
      <div class="panes">
        <${SlackPane} slack=${state.slack} ...${pane('slack')} />
        <${DiscordPane} discord=${state.discord} ...${pane('discord')} />
      </div>
    </main>`;
}

const root = document.getElementById('app');
if (root) {
  document.documentElement.lang = visitorLocale;
  root.replaceChildren();
  render(html`<${App} />`, root);
}
