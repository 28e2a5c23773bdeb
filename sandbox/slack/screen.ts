import { APP } from './defaults.ts';
import { blocksOf } from './presses.ts';
import { authorName, type State } from './state.ts';
import type { Conversation, FormValues, Json, Message, SharedFile, SlackCommand, SlackPerson, View } from './types.ts';

// Enough to scroll through; a screen stays cheap however long a conversation grows.
const MESSAGES_ON_SCREEN = 200;

/** What one person sees. Plain JSON: texts are raw mrkdwn, times and mentions not yet put in words. */
export interface SlackScreen {
  readonly person: SlackPerson;
  readonly conversations: readonly ScreenConversation[];
  /** The open modal, lowest view first. */
  readonly modals: readonly ScreenView[];
  readonly home: ScreenView | null;
  /** For completion while typing `/`. */
  readonly commands: readonly SlackCommand[];
}

export interface ScreenConversation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'private' | 'im';
  readonly unread: number;
  readonly messages: readonly ScreenMessage[];
}

export interface ScreenMessage {
  readonly ts: string;
  readonly user: string;
  readonly author: string;
  readonly isApp: boolean;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly Json[];
  readonly files?: readonly SharedFile[];
  readonly edited: boolean;
  readonly ephemeral: boolean;
  readonly threadTs?: string;
  readonly unfurlLinks?: boolean;
  readonly unfurlMedia?: boolean;
}

export interface ScreenView {
  readonly id: string;
  /** Another one with every change. */
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly callbackId: string;
  readonly title?: string;
  readonly submit?: string;
  readonly close?: string;
  readonly blocks: readonly Json[];
  /** What is filled in at the moment. */
  readonly values: FormValues;
  /** Messages below inputs, by block id. */
  readonly errors: Readonly<Record<string, string>>;
}

export function screenOf(state: State, person: SlackPerson): SlackScreen {
  const home = state.homes.get(person.id);
  return {
    person,
    conversations: [...state.conversations.values()]
      .filter(({ members, isArchived }) => members.has(person.id) && !isArchived)
      .map((conversation) => conversationOnScreen(state, conversation, person)),
    modals: (state.modals.get(person.id) ?? []).map(viewOnScreen),
    home: home && state.manifest.homeTab ? viewOnScreen(home) : null,
    commands: state.manifest.scopes.has('commands') ? state.manifest.commands : [],
  };
}

function conversationOnScreen(state: State, conversation: Conversation, person: SlackPerson): ScreenConversation {
  const { id, name, kind, unread, messages } = conversation;
  return {
    id,
    name,
    kind,
    unread: unread.get(person.id) ?? 0,
    messages: messages
      .slice(-MESSAGES_ON_SCREEN)
      .filter(({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === person.id)
      .map((message) => messageOnScreen(state, message)),
  };
}

function messageOnScreen(state: State, message: Message): ScreenMessage {
  const { ephemeralFor, edited, ...rest } = message;
  return {
    ...rest,
    author: authorName(state, message.user),
    isApp: message.user === APP.botUser,
    edited: edited !== undefined,
    ephemeral: ephemeralFor !== undefined,
  };
}

function viewOnScreen({ id, hash, content, values, errors }: View): ScreenView {
  const label = (field: 'title' | 'submit' | 'close') => {
    const text = (content[field] as { text?: string } | undefined)?.text;
    return text === undefined ? {} : { [field]: text };
  };
  return {
    id,
    hash,
    type: content.type === 'home' ? 'home' : 'modal',
    callbackId: String(content.callback_id ?? ''),
    ...label('title'),
    ...label('submit'),
    ...label('close'),
    blocks: blocksOf(content),
    values,
    errors,
  };
}
