import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';
import type { PageState } from '../../page-server.ts';
import { dayInWords, dayOf } from '../clock.ts';
import type { Attached } from '../parts/attach.ts';
import { ADMINS, Beginning } from '../parts/beginning.ts';
import { Composer, type Suggestion } from '../parts/composer.ts';
import { useDeed } from '../parts/deed.ts';
import { Icon } from '../parts/icon.ts';
import { Log } from '../parts/log.ts';
import { People } from '../parts/people.ts';
import { Sidebar } from '../parts/sidebar.ts';
import { type Act, isOnScreen } from '../sandbox.ts';
import { visitorWords, WordsHere, wordsFor } from '../words/index.ts';
import { Blocks } from './blocks.ts';
import { Message, writtenAt } from './message.ts';
import { Modal } from './modal.ts';
import type { Workspace } from './workspace.ts';

interface SlackPaneProps {
  slack: PageState['slack'];
  /** A conversation's id, `home`, or nothing for the messages with the app. */
  place: string | undefined;
  goTo: (place: string) => void;
  become: (id: string) => void;
  act: Act;
  /** Of the two chats this one, where there is room for one. */
  isInFront: boolean;
}

const TOGETHER_MS = 5 * 60_000;

/** A workspace with one app, as the chosen person sees it. */
export function SlackPane({ slack, place, goTo, become, act, isInFront }: SlackPaneProps) {
  const { screen, people } = slack;
  const you = people.find(({ id }) => id === screen.person.id);
  const dm = screen.conversations.find(({ kind }) => kind === 'im');
  const isHome = place === 'home';
  const conversation = screen.conversations.find(({ id }) => id === place) ?? dm;
  if (!you || !conversation) return null;
  const words = wordsFor(you.locale);
  const workspace: Workspace = {
    you,
    words,
    people,
    conversations: screen.conversations,
    appUserId: slack.appUserId,
    act,
    goTo,
  };
  const isDm = conversation === dm;
  const name = (kind: string, text: string) => (kind === 'im' ? text : `#${text}`);
  const view = screen.modals.at(-1);
  return html`
    <${WordsHere.Provider} value=${words}><section class="pane slack" aria-label=${visitorWords.slack.pane} lang=${you.locale === 'es-LA' ? 'es-419' : you.locale}>
      <header class="pane-header">
        <h2>Sandbox School <span>${words.slack.workspace}</span></h2>
        <${People} chat="Slack" chosen=${you.id} onChoose=${become} people=${people.map((one) => ({ ...one, name: one.realName }))} />
      </header>
      <${Sidebar} label=${words.slack.conversations} goTo=${goTo} current=${conversation.id}
        sections=${[
          {
            title: words.slack.channels,
            places: screen.conversations
              .filter(({ kind }) => kind !== 'im')
              .map(({ id, kind, name: text, unread }) => ({
                id,
                name: text,
                unread,
                icon: kind === 'private' ? 'lock' : 'hash',
              })),
          },
          { title: words.slack.apps, places: dm ? [{ id: dm.id, name: dm.name, unread: dm.unread, icon: 'app' }] : [] },
        ]} />
      <div class="conversation">
        <header class="conversation-header">
          <h3>${name(conversation.kind, conversation.name)}</h3>
          ${
            isDm &&
            html`<div class="tabs" role="group" aria-label=${words.slack.tabsOf(conversation.name)}>
              <button type="button" aria-pressed=${isHome} onClick=${() => goTo('home')}><${Icon} name="home" />${words.slack.home}</button>
              <button type="button" aria-pressed=${!isHome} onClick=${() => goTo(conversation.id)}><${Icon} name="mail" />${words.slack.messages}</button>
            </div>`
          }
        </header>
        ${
          isHome
            ? html`<${Home} key="${you.id}-home" view=${screen.home} workspace=${workspace} />`
            : html`<${Messages} key="${you.id}-${conversation.id}" conversation=${conversation} workspace=${workspace} isDm=${isDm} isInFront=${isInFront} />
              <${Composer} key="${you.id}-${conversation.id}-composer" id="slack-composer"
                label=${words.chat.message(name(conversation.kind, conversation.name))} draft="slack ${you.id} ${conversation.id}"
                send=${(text: string, files: readonly Attached[]) => act('types', { conversation: conversation.id, text, files })}
                suggest=${(before: string) => suggest(before, slack)} />`
        }
      </div>
      ${view && html`<${Modal} key=${view.id} view=${view} workspace=${workspace} />`}
    </section><//>`;
}

function Home({ view, workspace }: { view: PageState['slack']['screen']['home']; workspace: Workspace }) {
  const opening = useDeed();
  useEffect(() => void opening.run(() => workspace.act('opensHome')), [opening.run]);
  return html`
    <div class="home" tabindex="0" role="region" aria-label=${workspace.words.slack.homeOf}>
      ${opening.error && html`<p class="notice" role="alert">${opening.error}</p>`}
      ${
        view
          ? html`<${Blocks} blocks=${view.blocks} surface=${{ place: { view: view.id }, workspace, values: view.values }} />`
          : html`<p class="nothing">${opening.isBusy ? workspace.words.slack.openingHome : workspace.words.slack.emptyHome}</p>`
      }
    </div>`;
}

interface MessagesProps {
  conversation: Workspace['conversations'][number];
  workspace: Workspace;
  isDm: boolean;
  isInFront: boolean;
}

function Messages({ conversation, workspace, isDm, isInFront }: MessagesProps) {
  const { id, unread, messages } = conversation;
  const { you, act, words } = workspace;
  useEffect(() => {
    if (isDm) void act('opensDm').catch(() => undefined);
  }, [isDm]);
  useEffect(() => {
    if (unread > 0 && isOnScreen('slack')) void act('reads', { conversation: id }).catch(() => undefined);
  }, [unread, id, messages.at(-1)?.ts, isInFront]);

  return html`
    <${Log} label=${words.chat.messagesIn(conversation.name)} last=${messages.at(-1)?.ts}>
      ${!messages.length && html`<${Beginning} title=${isDm ? words.chat.dmBegins(conversation.name) : words.slack.channelBegins(conversation.name)} adminCommand=${conversation.name === ADMINS ? '/tutorline tutoring' : undefined} />`}
      ${messages.map((message, at) => {
        const before = messages[at - 1];
        const when = writtenAt(message);
        const isNewDay = !before || dayOf(writtenAt(before), you.tz) !== dayOf(when, you.tz);
        const isMore =
          !isNewDay &&
          before.user === message.user &&
          before.ephemeral === message.ephemeral &&
          when.getTime() - writtenAt(before).getTime() < TOGETHER_MS;
        return html`
          ${isNewDay && html`<p class="day" key="day-${message.ts}"><span>${dayInWords(when, you.locale, you.tz)}</span></p>`}
          <${Message} key=${message.ts} message=${message} conversation=${id} workspace=${workspace} isMore=${isMore} />`;
      })}
    <//>`;
}

/** Commands after a slash, people after an @. */
function suggest(before: string, { screen, people }: PageState['slack']): Suggestion[] {
  if (/^\/\S*$/.test(before)) {
    return screen.commands
      .filter(({ command }) => command.startsWith(before.toLowerCase()))
      .map(({ command, usageHint, description }) => ({
        label: command,
        hint: usageHint,
        description,
        text: `${command} `,
      }));
  }
  const mention = /(^|\s)@([\w.-]*)$/.exec(before);
  if (!mention) return [];
  const typed = (mention[2] ?? '').toLowerCase();
  return people
    .filter(({ name, realName }) => name.startsWith(typed) || realName.toLowerCase().startsWith(typed))
    .map(({ name, realName }) => ({
      label: `@${name}`,
      description: realName,
      text: `${before.slice(0, before.length - typed.length)}${name} `,
    }));
}
