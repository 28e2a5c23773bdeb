import type { CommandsInWords } from '../command-words.ts';

export const commands: CommandsInWords = {
  book: {
    name: 'book',
    description: 'Ask for a session with a tutor',
    usage: '[@tutor] [subject] [when]',
    options: {
      tutor: { name: 'tutor', description: 'Who should teach you? Leave it out to ask every tutor of the subject' },
      subject: { name: 'subject', description: 'What do you want to work on?' },
      when: { name: 'when', description: 'For example: tomorrow 5pm, Tue 9:30am, 2026-12-01 17:00' },
      length: {
        name: 'length',
        description: 'How long?',
        choices: {
          '30': '30 minutes',
          '45': '45 minutes',
          '60': '1 hour',
          '90': '1 hour 30 minutes',
          '120': '2 hours',
        },
      },
      note: { name: 'note', description: 'What do you want to achieve?' },
    },
  },
  sessions: {
    name: 'sessions',
    description: 'Your sessions: upcoming and past, with what you can do now',
    usage: '[upcoming|past]',
    options: {
      which: { name: 'which', description: 'Upcoming or past?', choices: { upcoming: 'Upcoming', past: 'Past' } },
    },
  },
  tutors: {
    name: 'tutors',
    description: 'Who teaches what, and when they are free next',
    usage: '[subject]',
    options: { subject: { name: 'subject', description: 'Only tutors of this subject' } },
  },
  teach: {
    name: 'teach',
    description: 'Become a tutor, change what you offer, or pause',
    usage: '[pause|resume]',
    options: {
      what: {
        name: 'what',
        description: 'Change, pause or resume',
        choices: { change: 'Change', pause: 'Pause', resume: 'Resume' },
      },
    },
  },
  settings: {
    name: 'settings',
    description: 'Your reminders and your time zone',
    usage: '',
    options: {},
  },
  timezone: {
    name: 'timezone',
    description: 'Say where you are, so that times are right for you',
    usage: '[city or zone]',
    options: { zone: { name: 'zone', description: 'A city or a time zone, such as Berlin or America/New_York' } },
  },
  meet: {
    name: 'meet',
    description: 'For tutors: a session with somebody that starts now',
    usage: '[@person] [platform]',
    options: {
      person: { name: 'person', description: 'Whom do you want to meet?' },
      platform: { name: 'platform', description: 'Where? Leave it out for your usual place' },
    },
  },
  tutoring: {
    name: 'tutoring',
    description: 'For admins: how the meeting platforms are, and everybody’s sessions',
    usage: '[status|sessions]',
    options: {
      what: {
        name: 'what',
        description: 'What do you want to see?',
        choices: { status: 'Status', sessions: 'Sessions' },
      },
    },
  },
};
