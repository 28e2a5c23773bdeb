import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler } from '../../conversation/handler.ts';
import type { Section, Text } from '../../conversation/message.ts';
import { join } from '../../conversation/say.ts';
import { MESSAGE_RULES, type OrganizationRules } from '../../core/community/rules.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { type Reader, readerOf } from '../shared/reader.ts';

const NUMBER_LONGEST = 4;

/** What admins decide for the sessions of their organization. */
export const rules = handler({
  task: 'decide what holds for all',
  input: z.object({ coming: z.enum(['yes', 'no']).catch('no'), late: Short, open: Short, weekly: Short, ahead: Short }),
  form: async (by, input, deps: Deps) => {
    const { rules: words } = readerOf(by).words;
    const now = await deps.store.rules(by.person.organization);
    const number = (name: string, label: string, value: number | undefined, hint?: string): FormField => ({
      kind: 'text',
      name,
      label,
      isLong: false,
      isOptional: name !== 'late' && name !== 'ahead',
      most: NUMBER_LONGEST,
      value: input[name] ?? (value === undefined ? '' : String(value)),
      ...(hint === undefined ? {} : { hint }),
    });
    return {
      title: words.title,
      submit: words.submit,
      carry: {},
      fields: [
        {
          kind: 'radio',
          name: 'coming',
          label: words.asksComing,
          isOptional: false,
          value: input['coming'] ?? (now.asksComing ? 'yes' : 'no'),
          options: (['yes', 'no'] as const).map((value) => ({ value, label: words.asks[value] })),
        },
        number('late', words.late, now.lateCancelHours),
        number('open', words.open, now.mostOpen, words.openHint),
        number('weekly', words.weekly, now.mostWeekly, words.weeklyHint),
        number('ahead', words.ahead, now.horizonDays, words.aheadHint),
      ],
    };
  },
  run: async (by, { coming, late, open, weekly, ahead }, deps: Deps) => {
    const number = (typed: string | undefined) => (typed === undefined ? undefined : Number(typed));
    await deps.rules.change(by, {
      asksComing: coming === 'yes',
      mostOpen: number(open),
      mostWeekly: number(weekly),
      ...(late !== undefined && { lateCancelHours: Number(late) }),
      ...(ahead !== undefined && { horizonDays: Number(ahead) }),
    });
    return { kind: 'private', message: { text: readerOf(by).words.rules.saved } };
  },
});

/** Whether the people of a session write to each other through the bot, and who reads it. */
export const messageRule = handler({
  task: 'decide what holds for all',
  input: z.object({ messages: z.enum(MESSAGE_RULES) }),
  form: async (by, input, deps: Deps) => {
    const { talk: words, rules: said } = readerOf(by).words;
    const now = await deps.store.rules(by.person.organization);
    return {
      title: words.rules,
      submit: said.submit,
      carry: {},
      fields: [
        {
          kind: 'radio',
          name: 'messages',
          label: words.rulesLabel,
          isOptional: false,
          value: input['messages'] ?? now.messages,
          options: MESSAGE_RULES.map((value) => ({ value, label: words.rule[value] })),
        },
      ],
    };
  },
  run: async (by, { messages }, deps: Deps) => {
    await deps.rules.change(by, { messages });
    return { kind: 'private', message: { text: readerOf(by).words.rules.saved } };
  },
});

/** So many of those who cancel late are named, and for so long. */
const NAMED = 10;
const NINETY_DAYS = 90 * 86_400_000;

/** Who has cancelled late, the most often first: for admins to read. */
export async function lateSoFar({ words, language }: Reader, deps: Deps): Promise<Text | undefined> {
  const late = (await deps.store.lateCancels(new Date(deps.clock().getTime() - NINETY_DAYS))).slice(0, NAMED);
  if (late.length === 0) return undefined;
  const people = await deps.store.people(late.map(({ person }) => person));
  const named = late.map(({ person, count }) => `${people.get(person)?.name ?? words.formerMember} (${String(count)})`);
  return words.rules.lateSoFar(new Intl.ListFormat(language.id).format(named));
}

/** What is decided now, for the card of `/tutoring`. */
export function rulesSection(
  { asksComing, lateCancelHours, mostOpen, mostWeekly, horizonDays, messages }: OrganizationRules,
  late: Text | undefined,
  { words }: Reader,
): Section {
  const { rules: said, buttons, talk } = words;
  const lines = [
    asksComing ? said.asksNow : said.asksNotNow,
    said.lateNow(lateCancelHours),
    ...(late ? [late] : []),
    ...(mostOpen === undefined ? [] : [said.openNow(mostOpen)]),
    ...(mostWeekly === undefined ? [] : [said.weeklyNow(mostWeekly)]),
    said.aheadNow(horizonDays),
    talk.ruleNow[messages],
  ];
  return {
    title: said.head,
    text: join(lines, '\n'),
    actions: [
      { kind: 'button', label: buttons.changeRules, style: 'plain', target: { handler: 'rules', input: {} } },
      { kind: 'button', label: talk.rules, style: 'plain', target: { handler: 'message-rule', input: {} } },
      { kind: 'button', label: buttons.whoAsks, style: 'plain', target: { handler: 'who-asks', input: {} } },
    ],
  };
}
