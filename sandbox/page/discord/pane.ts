import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageState } from '../../page-server.ts';
import { dayInWords, dayOf } from '../clock.ts';
import type { Attached } from '../parts/attach.ts';
import { ADMINS, Beginning } from '../parts/beginning.ts';
import { Composer, type Suggestion } from '../parts/composer.ts';
import { forgetDrafts, useDraft } from '../parts/draft.ts';
import { Log } from '../parts/log.ts';
import { People } from '../parts/people.ts';
import { Sidebar } from '../parts/sidebar.ts';
import { type Act, isOnScreen } from '../sandbox.ts';
import { visitorWords, WordsHere, wordsFor } from '../words/index.ts';
import { CommandEntry, type Runnable, runnable } from './command-entry.ts';
import { Message } from './message.ts';
import { Modal } from './modal.ts';
import type { ScreenChannel, Server } from './server.ts';

interface DiscordPaneProps {
  discord: PageState['discord'];
  /** A channel's id, or nothing for the direct messages with the bot. */
  place: string | undefined;
  goTo: (place: string) => void;
  become: (id: string) => void;
  act: Act;
  /** Of the two chats this one, where there is room for one. */
  isInFront: boolean;
}

const TOGETHER_MS = 5 * 60_000;

/** A server with the bot in it, as the chosen person sees it. */
export function DiscordPane({ discord, place, goTo, become, act, isInFront }: DiscordPaneProps) {
  const { screen, people } = discord;
  const you = people.find(({ id }) => id === screen.person.id);
  if (!you) return null;
  const { dm, modal } = screen;
  const channels = screen.servers.flatMap((server) => server.channels);
  const channel = channels.find(({ id }) => id === place) ?? dm;
  const isDm = channel === dm;
  const words = wordsFor(you.locale);
  const server: Server = { words, you, people, channels, act, goTo };
  // A voice channel is no place to go to: one press enters it, and the next one leaves it.
  const voice = screen.servers.flatMap((one) => one.voice);
  const goOrSpeak = (id: string) => {
    const room = voice.find((one) => one.id === id);
    if (!room) return goTo(id);
    void act(room.youAreIn ? 'leavesVoice' : 'entersVoice', { channel: id }).catch(() => undefined);
  };
  const here = screen.servers.find((one) => one.channels.includes(channel));
  const commands = screen.commands
    .filter(({ inDm, inServers }) => (here ? inServers.includes(here.id) : inDm))
    .flatMap((command) => runnable(command));
  return html`
    <${WordsHere.Provider} value=${words}><section class="pane discord" aria-label=${visitorWords.discord.pane} lang=${you.locale}>
      <header class="pane-header">
        <h2>${screen.servers[0]?.name ?? words.discord.noServer} <span>${words.discord.server}</span></h2>
        <${People} chat="Discord" chosen=${you.id} onChoose=${become} people=${people.map((one) => ({ ...one, name: one.globalName }))} />
      </header>
      <${Sidebar} label=${words.discord.channels} goTo=${goOrSpeak} current=${channel.id}
        sections=${[
          {
            title: words.discord.directMessages,
            places: [{ id: dm.id, name: dm.name, unread: dm.unread, icon: 'app' }],
          },
          ...screen.servers.map(({ name, channels: inside, voice: rooms }) => ({
            title: name,
            places: [
              ...inside.map((one) => ({ id: one.id, name: one.name, unread: one.unread, icon: 'hash' as const })),
              ...rooms.map((one) => ({
                id: one.id,
                name: words.discord.voice(one),
                unread: 0,
                icon: 'voice' as const,
              })),
            ],
          })),
        ]} />
      <div class="conversation">
        <header class="conversation-header">
          <h3>${isDm ? `@${channel.name}` : `#${channel.name}`}</h3>
          ${channel.topic && html`<span class="topic">${channel.topic}</span>`}
        </header>
        <${Messages} key="${you.id}-${channel.id}" channel=${channel} server=${server} isDm=${isDm} isInFront=${isInFront} />
        <${Entry} key="${you.id}-${channel.id}-entry" channel=${channel} server=${server} commands=${commands} isDm=${isDm} />
      </div>
      ${modal && html`<${Modal} key=${modal.customId} modal=${modal} server=${server} />`}
    </section><//>`;
}

interface MessagesProps {
  channel: ScreenChannel;
  server: Server;
  isDm: boolean;
  isInFront: boolean;
}

function Messages({ channel, server, isDm, isInFront }: MessagesProps) {
  const { id, name, unread, messages } = channel;
  const { you, act, words } = server;
  useEffect(() => {
    if (unread > 0 && isOnScreen('discord')) void act('reads', { channel: id }).catch(() => undefined);
  }, [unread, id, messages.at(-1)?.id, isInFront]);
  return html`
    <${Log} label=${words.chat.messagesIn(name)} last=${messages.at(-1)?.id}>
      ${!messages.length && html`<${Beginning} title=${isDm ? words.chat.dmBegins(name) : words.discord.channelBegins(name)} adminCommand=${name === ADMINS ? '/tutoring' : undefined} />`}
      ${messages.map((message, at) => {
        const before = messages[at - 1];
        const when = new Date(message.writtenAt);
        const isNewDay = !before || dayOf(new Date(before.writtenAt), you.zone) !== dayOf(when, you.zone);
        const isMore =
          !isNewDay &&
          !message.answers?.command &&
          before.author.id === message.author.id &&
          before.ephemeral === message.ephemeral &&
          when.getTime() - Date.parse(before.writtenAt) < TOGETHER_MS;
        return html`
          ${isNewDay && html`<p class="day" key="day-${message.id}"><span>${dayInWords(when, you.locale, you.zone)}</span></p>`}
          <${Message} key=${message.id} message=${message} channel=${id} server=${server} isMore=${isMore} />`;
      })}
    <//>`;
}

interface EntryProps {
  channel: ScreenChannel;
  server: Server;
  commands: readonly Runnable[];
  isDm: boolean;
}

/** Where the person writes: plain text, or a command once one was chosen. */
function Entry({ channel, server, commands, isDm }: EntryProps) {
  const draft = `command ${server.you.id} ${channel.id}`;
  const [chosen, setChosen] = useDraft<string | undefined>(draft, undefined);
  const command = commands.find(({ words }) => words === chosen);
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    if (isBack && !command) document.getElementById('discord-composer')?.focus();
  }, [isBack, command]);
  const done = () => {
    setChosen(undefined);
    forgetDrafts(draft);
    setBack(true);
  };
  if (command)
    return html`<${CommandEntry} command=${command} channel=${channel.id} server=${server} draft="${draft} ${command.words}" onDone=${done} />`;

  const suggest = (before: string): Suggestion[] => {
    if (!before.startsWith('/')) return [];
    const typed = before.slice(1).toLowerCase();
    return commands
      .filter(({ label, words }) => label.startsWith(typed) || words.startsWith(typed))
      .map((one) => ({ label: `/${one.label}`, description: one.description, choose: () => setChosen(one.words) }));
  };
  const send = async (text: string, files: readonly Attached[]) => {
    const typed =
      text.startsWith('/') && commands.find(({ label, words }) => [label, words].includes(text.slice(1).trim()));
    if (typed) setChosen(typed.words);
    else await server.act('types', { channel: channel.id, text, files });
  };
  const name = isDm ? `@${channel.name}` : `#${channel.name}`;
  return html`<${Composer} id="discord-composer" label=${server.words.chat.message(name)} draft="discord ${server.you.id} ${channel.id}" send=${send} suggest=${suggest} />`;
}
