import type { Text } from '../../message.ts';
import { say } from '../../say.ts';

/** Words that a chat and the reception need around what the features say. */
export const chat = {
  /** Words that a chat itself needs around what the features say. */
  chat: {
    /** Where the bot is in a server or workspace that it was not set up for. */
    notForThisServer:
      'Tutorline isn’t set up for this server, so I keep nothing here. Ask the people who run Tutorline.',
    fileUnreadable: (kilobytes: number) => say`I can’t read this file. I take text (UTF-8) of up to ${kilobytes} kB.`,
    openForm: 'Open the form',
    edit: 'Change',
    yourTime: (zone: string) => `Your time: ${zone}`,
    /** Opens pickers in a menu of times. */
    anotherTime: 'Another time …',
    /** Below a text field for a time, where open ones are offered afterwards. */
    openTimesHint: 'Leave it empty to choose from open times.',
    date: 'Date',
    time: 'Time',
    /** Stands for what does not fit into a message. */
    andMore: (count: number) => `… and ${count} more.`,
    fileLost: (name: string) =>
      `I couldn’t send you the file ${name}, because this workspace lets me send no files. An admin can change that.`,
    unknownWord: (word: string) => `I don’t know “${word}”.`,
    /** How to open DMs again, and where to find everything until then. */
    dmsClosedHint: {
      slack:
        'Open Tutorline under Apps, choose Messages, and allow messages from it. Until then you find everything under Home.',
      discord:
        'Open the server’s menu, choose Privacy Settings, and allow direct messages. Until then you find everything with /sessions.',
    },
  },

  reception: {
    /** When something broke that is not the person's doing. The id is the one in the log. */
    fault: (id: string): Text =>
      say`Something went wrong on my side. Please look at your sessions before you try again. If it keeps happening, tell an admin this number: ${id}.`,
    tookTooLong: say`That took me too long. Press the button and the form opens.`,
    dmsWereClosed: (hint: string): Text =>
      say`I couldn’t send you direct messages lately, so I’m trying again now. If nothing arrives: ${hint}`,
    unknownButton: say`This button is from an older version of me and does nothing any more. Send me a message, and I’ll show you what you can do.`,
  },
};
