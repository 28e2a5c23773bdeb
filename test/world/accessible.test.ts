import { expect, test } from 'vitest';
import { render } from '../../src/chat/slack/render.ts';
import type { Message } from '../../src/conversation/message.ts';
import { moment, say } from '../../src/conversation/say.ts';
import { unheard } from './accessible.ts';

const NOW = new Date('2026-11-30T09:00Z');

function sent(service: 'slack' | 'discord', body: unknown) {
  return unheard([{ service, method: 'POST', path: '/', query: {}, body, contentType: '' }]);
}

test('what cannot be heard is found: pictures without words, labels of signs, labels of two things', () => {
  const button = (label: string, value: string) => ({
    type: 'button',
    text: { type: 'plain_text', text: label },
    value,
    action_id: 'press',
  });
  const blocks = [
    { type: 'image', alt_text: ' ' },
    { type: 'actions', elements: [button('✅', 'a'), button('Open', 'b'), button('Open', 'c')] },
  ];
  expect(sent('slack', { blocks })).toHaveLength(3);
  const row = [
    { type: 2, style: 1, label: '👍', custom_id: 'a' },
    { type: 2, style: 1, label: 'Open', custom_id: 'b' },
    { type: 2, style: 1, label: 'Open', custom_id: 'c' },
  ];
  const components = [
    { type: 12, items: [{ media: {} }] },
    { type: 1, components: row },
  ];
  expect(sent('discord', { components })).toHaveLength(3);
});

test('in Slack each of several buttons that look the same sounds different, also where even the titles are the same', () => {
  const section = (at: string | undefined, id: string) => ({
    title: say`Algebra with Theo`,
    ...(at !== undefined && { text: say`${moment(new Date(at), 'UTC')}` }),
    actions: [
      { kind: 'button', label: 'Open', style: 'plain', target: { handler: 'open', input: { session: id } } } as const,
    ],
  });
  const message: Message = {
    title: say`Your sessions`,
    sections: [section('2026-12-01T17:00Z', '1'), section('2026-12-08T17:00Z', '2'), section(undefined, '3')],
  };
  const { blocks } = render(message, { locale: 'en-GB', zone: 'UTC', now: NOW });
  expect(sent('slack', { blocks })).toEqual([]);
  expect(JSON.stringify(blocks)).toContain('"accessibility_label":"Open: Tuesday, 1 December');
});
