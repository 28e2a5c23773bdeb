import type { DiscordPerson } from '../../discord/place.ts';
import type { ScreenChannel, ScreenMessage } from '../../discord/screen.ts';
import type { Shown } from '../../page-server.ts';
import type { Act } from '../sandbox.ts';
import type { Words } from '../words/index.ts';

/** Everything that drawing a part of the server may need to know. */
export interface Server {
  readonly you: Shown<DiscordPerson>;
  readonly people: readonly Shown<DiscordPerson>[];
  readonly channels: readonly ScreenChannel[];
  readonly act: Act;
  readonly goTo: (channel: string) => void;
  /** In the language of this person's Discord. */
  readonly words: Words;
}

/** A component as it travels: https://docs.discord.com/developers/components/reference */
export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
  readonly [key: string]: unknown;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly default?: boolean;
  readonly emoji?: { readonly name?: string };
}

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
export const TYPE = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

/** What a select offers: its own options, or people or channels. */
export function optionsOf(component: Component, { people, channels }: Server): readonly Option[] {
  switch (component.type) {
    case TYPE.userSelect:
    case TYPE.mentionableSelect:
      return people.map(({ id, globalName }) => ({ value: id, label: globalName }));
    case TYPE.channelSelect:
      return channels.map(({ id, name }) => ({ value: id, label: `#${name}` }));
    default:
      return Array.isArray(component['options']) ? (component['options'] as Option[]) : [];
  }
}

export type { ScreenChannel, ScreenMessage };
