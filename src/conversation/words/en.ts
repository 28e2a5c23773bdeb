import { commands } from './en-commands.ts';

export const en = {
  commands,
  /** Words that a chat itself needs around what the features say. */
  chat: {
    /** Where the bot is in a server or workspace that it was not set up for. */
    notForThisServer: 'Tutorline is not set up for this server, so I keep nothing here. Ask the people who run it.',
    openForm: 'Open the form',
    edit: 'Edit',
    more: 'More',
    required: 'Please fill this in.',
    yourTime: (zone: string) => `Your time: ${zone}`,
    date: 'Date',
    time: 'Time',
    unknownWord: (word: string) => `I do not know “${word}”.`,
    dmsClosedHint: {
      slack: 'Open Tutorline under Apps, choose Messages, and allow messages from it.',
      discord: 'Open the server’s menu, choose Privacy Settings, and allow direct messages.',
    },
  },
};

export type Words = typeof en;
