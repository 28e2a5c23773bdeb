import type { types } from '@slack/bolt';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string, value: string) => ({ text: plain(text), value });
/** So far ahead that it is never today. */
const LATER = 3_373_543_200; // 25 November 2076, 15:20 UTC

export const manifest = {
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [
      { command: '/show', description: 'Shows everything', usage_hint: '[what]', should_escape: true },
      { command: '/form', description: 'Opens a form with every input', should_escape: true },
    ],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write', 'im:write', 'im:history', 'users:read'] } },
  settings: {
    interactivity: { is_enabled: true },
    event_subscriptions: { bot_events: ['app_home_opened', 'message.im'] },
  },
};

export const blocks: types.KnownBlock[] = [
  { type: 'header', text: plain('Algebra with Lena') },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: `*Bold*, _italic_, ~gone~, \`code\`, <https://example.org/a?b=1&amp;c=2|a link>, <@U0LENA0001>, <#C0GENERAL1>\n&lt;!channel&gt; stays text :tada:\n> a quote\n<!date^${LATER}^{date_long_pretty} at {time}|a date>, {x}\n\`\`\`code block\`\`\``,
    },
    accessory: {
      type: 'overflow',
      action_id: 'more',
      options: [option('First', 'first'), { ...option('Read about it', 'link'), url: 'https://example.org/' }],
    },
  },
  {
    type: 'section',
    fields: [
      { type: 'mrkdwn', text: '*Subject*\nAlgebra' },
      { type: 'mrkdwn', text: `*Starts*\n<!date^${LATER}^{ago}|soon>` },
    ],
  },
  { type: 'divider' },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Rich ', style: { bold: true } },
          { type: 'link', url: 'https://example.org/', text: 'link' },
          { type: 'text', text: '\nsecond line ' },
          { type: 'user', user_id: 'U0THEO0003' },
          { type: 'date', timestamp: LATER, format: '{time}', fallback: 'later' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'an item' }] }],
      },
    ],
  },
  { type: 'image', image_url: 'https://example.org/chart.png', alt_text: 'A chart of hours' },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'Asked *two minutes* ago' }, plain('plain')] },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'confirm', text: plain('Confirm'), style: 'primary', value: '1' },
      {
        type: 'button',
        action_id: 'decline',
        text: plain('Decline'),
        style: 'danger',
        value: '1',
        confirm: {
          title: plain('Decline it?'),
          text: plain('They are told.'),
          confirm: plain('Yes, decline'),
          deny: plain('Wait'),
        },
      },
      { type: 'button', action_id: 'open', text: plain('Open the room'), url: 'https://example.org/room' },
      {
        type: 'static_select',
        action_id: 'platform',
        placeholder: plain('Where to meet'),
        options: [option('Jitsi', 'jitsi'), option('Zoom', 'zoom')],
      },
      { type: 'datepicker', action_id: 'day', placeholder: plain('Another day') },
      {
        type: 'overflow',
        action_id: 'rare',
        options: [option('New link', 'new-link'), { ...option('Move', 'move'), description: plain('To another time') }],
      },
    ],
  },
];

export const home: types.HomeView = {
  type: 'home',
  blocks: [
    { type: 'header', text: plain('Your sessions') },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: 'Nothing is planned.' },
      accessory: { type: 'button', action_id: 'book', text: plain('Book') },
    },
  ],
};

export const form: types.ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: plain('Book a session'),
  submit: plain('Ask'),
  close: plain('Not now'),
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text: 'All of *it*.' } },
    {
      type: 'input',
      block_id: 'topic',
      label: plain('Subject'),
      hint: plain('What you want to learn'),
      element: { type: 'plain_text_input', action_id: 'topic' },
    },
    {
      type: 'input',
      block_id: 'tutor',
      label: plain('Tutor'),
      element: {
        type: 'external_select',
        action_id: 'tutor',
        min_query_length: 0,
        placeholder: plain('Search a name'),
      },
    },
    {
      type: 'input',
      block_id: 'day',
      label: plain('Day'),
      element: { type: 'datepicker', action_id: 'day', initial_date: '2026-12-01' },
    },
    {
      type: 'input',
      block_id: 'time',
      label: plain('Time'),
      element: { type: 'timepicker', action_id: 'time', initial_time: '17:00', timezone: 'Europe/Berlin' },
    },
    {
      type: 'input',
      block_id: 'length',
      label: plain('Length'),
      element: {
        type: 'static_select',
        action_id: 'length',
        initial_option: option('1 hour', '60'),
        option_groups: [
          { label: plain('Short'), options: [option('30 minutes', '30')] },
          { label: plain('Long'), options: [option('1 hour', '60')] },
        ],
      },
    },
    {
      type: 'input',
      block_id: 'level',
      label: plain('Level'),
      element: {
        type: 'radio_buttons',
        action_id: 'level',
        initial_option: option('New to it', 'new'),
        options: [option('New to it', 'new'), option('Know some', 'some')],
      },
    },
    {
      type: 'input',
      block_id: 'bring',
      optional: true,
      label: plain('I bring'),
      element: {
        type: 'checkboxes',
        action_id: 'bring',
        options: [option('A book', 'book'), option('Exercises', 'exercises')],
      },
    },
    {
      type: 'input',
      block_id: 'days',
      optional: true,
      label: plain('Days'),
      element: {
        type: 'multi_static_select',
        action_id: 'days',
        options: [option('Monday', 'mo'), option('Friday', 'fr')],
      },
    },
    {
      type: 'input',
      block_id: 'who',
      optional: true,
      label: plain('Together with'),
      element: { type: 'users_select', action_id: 'who' },
    },
    {
      type: 'input',
      block_id: 'note',
      optional: true,
      label: plain('Note'),
      element: {
        type: 'plain_text_input',
        action_id: 'note',
        multiline: true,
        max_length: 3000,
        placeholder: plain('Anything else'),
      },
    },
  ],
};
