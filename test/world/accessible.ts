import type { Traffic } from '../../sandbox/stand-in.ts';
import { findAll } from './human.ts';

/**
 * What somebody who hears the screen instead of seeing it could not tell, in what the bot sent: pictures without words,
 * labels of signs alone, and buttons that sound the same and do something else. Empty where there is nothing.
 */
export function unheard(traffic: readonly Traffic[]): readonly string[] {
  return traffic.flatMap(({ service, method, path, body }) => {
    const found = service === 'slack' ? inSlack(body) : service === 'discord' ? inDiscord(body) : [];
    return found.map((what) => `${method} ${path}: ${what}`);
  });
}

/** Nobody hears a colour or a sign: letters or digits say what it is. */
const SAYS = /[\p{L}\p{N}]/u;

interface Pressed {
  readonly text?: { readonly text: string };
  readonly accessibility_label?: string;
  readonly action_id?: string;
  readonly value?: string;
  readonly url?: string;
}

function inSlack(body: unknown): readonly string[] {
  const pictures = findAll<{ alt_text?: string }>(body, ({ type }) => type === 'image');
  const buttons = findAll<Pressed>(body, ({ type, text }) => type === 'button' && typeof text === 'object');
  const heard = buttons.map((one) => ({
    label: one.accessibility_label ?? one.text?.text ?? '',
    does: one.url ?? `${one.action_id?.replace(/~\d+$/, '')} ${one.value}`,
  }));
  const shown = buttons.map(({ text }) => text?.text ?? '');
  return [...withoutWords(pictures.map((one) => one.alt_text)), ...mute(shown), ...alike(heard)];
}

interface Component {
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly components?: readonly Component[];
}

/** Discord has no words for those who hear alone: whatever stands in one row, or beside nothing, is told apart by its label. */
function inDiscord(body: unknown): readonly string[] {
  const galleries = findAll<{ items?: readonly { description?: string }[] }>(body, ({ type }) => type === 12);
  const pictures = galleries.flatMap(({ items = [] }) => items.map(({ description }) => description));
  const buttons = findAll<Component>(body, ({ type, style }) => type === 2 && style !== undefined);
  const rows = findAll<Component>(body, ({ type }) => type === 1).map(({ components = [] }) => components);
  const inRows = rows.flatMap((row) =>
    alike(row.map(({ label = '', custom_id, url }) => ({ label, does: custom_id ?? url ?? '' }))),
  );
  return [...withoutWords(pictures), ...mute(buttons.map(({ label = '' }) => label)), ...inRows];
}

const withoutWords = (alts: readonly (string | undefined)[]) =>
  alts.filter((alt) => !SAYS.test(alt ?? '')).map(() => 'a picture has no words');

const mute = (labels: readonly string[]) =>
  labels.filter((one) => !SAYS.test(one)).map((one) => `“${one}” says nothing`);

function alike(buttons: readonly { readonly label: string; readonly does: string }[]): readonly string[] {
  const byLabel = Map.groupBy(buttons, ({ label }) => label);
  return [...byLabel]
    .filter(([label, all]) => label !== '' && new Set(all.map(({ does }) => does)).size > 1)
    .map(([label]) => `“${label}” means more than one thing`);
}
