import type { CommandsInWords } from '../command-words.ts';

const states = {
  requested: 'Waiting',
  confirmed: 'Confirmed',
  started: 'Under way',
  ended: 'Over',
  declined: 'Declined',
  expired: 'Expired',
  cancelled: 'Cancelled',
};

/** What commands are called and what stands with them: Slack takes what is in `usage` in that order, Discord each option by its name. */
export const commands: CommandsInWords = {
  book: {
    name: 'book',
    description: 'Ask for a session with a tutor',
    usage: '[@tutor] [subject] [when] [every week, 10 times]',
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
      repeat: { name: 'repeat', description: 'For example: every week, 10 times · every two weeks until 15 February' },
    },
  },
  sessions: {
    name: 'sessions',
    description: 'Your sessions: upcoming and past, with what you can do now',
    usage: '[upcoming|week|past] [@person]',
    options: {
      which: {
        name: 'which',
        description: 'Upcoming, the next seven days, or past?',
        choices: { upcoming: 'Upcoming', week: 'Week', past: 'Past' },
      },
      person: { name: 'person', description: 'Only those with this person' },
    },
  },
  tutors: {
    name: 'tutors',
    description: 'Who teaches what, when they are free next, and sessions for many',
    usage: '[subject]',
    options: { subject: { name: 'subject', description: 'Only tutors of this subject' } },
  },
  teach: {
    name: 'teach',
    description: 'Become a tutor, change what you offer, pause, or open a group session',
    usage: '[pause|resume|group|office|poll|templates|statement]',
    options: {
      what: {
        name: 'what',
        description: 'Change, pause, resume, a session for many, kinds of sessions, or a statement of hours',
        choices: {
          change: 'Change',
          pause: 'Pause',
          resume: 'Resume',
          group: 'Group',
          office: 'Office hours',
          poll: 'Poll',
          templates: 'Templates',
          statement: 'Statement',
        },
      },
    },
  },
  availability: {
    name: 'availability',
    description: 'For tutors: your weekly hours, days off and rules',
    usage: '[Mon-Fri 16-19 | off 24 Dec - 2 Jan | extra Sat 10-12]',
    options: {
      change: { name: 'change', description: 'For example: Mon-Fri 16-19, off 24 Dec - 2 Jan, extra Sat 10-12' },
    },
  },
  free: {
    name: 'free',
    description: 'For tutors: say that you’re there for whoever needs help now',
    usage: '[until]',
    options: {
      until: { name: 'until', description: 'Until when? For example: 6pm, for 2 hours. An hour if you leave it out' },
    },
  },
  now: {
    name: 'now',
    description: 'Get help now from a tutor who is there',
    usage: '[subject]',
    options: { subject: { name: 'subject', description: 'What do you need help with?' } },
  },
  settings: {
    name: 'settings',
    description: 'Your reminders, language, time zone and quiet hours; your data, and how to delete it',
    usage: '[quiet|blocked|data|delete]',
    options: {
      what: {
        name: 'what',
        description: 'Change, quiet hours, whom you blocked, all that is stored about you, or delete it',
        choices: {
          change: 'Change',
          quiet: 'Quiet hours',
          blocked: 'Blocked people',
          data: 'My data',
          delete: 'Delete me',
        },
      },
    },
  },
  link: {
    name: 'link',
    description: 'Be one person in Slack and Discord: get a code, or type the one you got',
    usage: '[code]',
    options: { code: { name: 'code', description: 'The code from your other chat. Leave it out to get one' } },
  },
  timezone: {
    name: 'timezone',
    description: 'Say where you are, so that times are right for you',
    usage: '[city or zone]',
    options: { zone: { name: 'zone', description: 'A city or a time zone, such as Berlin or America/New_York' } },
  },
  calendar: {
    name: 'calendar',
    description: 'Your sessions in your own calendar',
    usage: '',
    options: {},
  },
  credits: {
    name: 'credits',
    description: 'How many sessions you have left, and until when',
    usage: '',
    options: {},
  },
  observer: {
    name: 'observer',
    description: 'Somebody, such as a parent, who sees your sessions; and whose you see',
    usage: '[@person]',
    options: { person: { name: 'person', description: 'Who is to see them? Leave it out to see who does' } },
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
    usage:
      '[status|sessions|report|export|import|tutors|people|subjects|book|audit|holidays|setup|credits|observers|blocks|statement|programme]',
    options: {},
    words: {
      status: {
        name: 'status',
        description: 'How the meeting platforms are, and the rules',
        usage: '',
        options: {},
      },
      sessions: {
        name: 'sessions',
        description: 'Find sessions, ahead and past, and act on them',
        usage: '[@person] [state] [day]',
        options: {
          person: { name: 'person', description: 'Only those of this person' },
          state: { name: 'state', description: 'Only those that stand like this', choices: states },
          day: { name: 'day', description: 'For example: today, 3 Dec, 2026-11-24, 1-15 Dec' },
        },
      },
      setup: {
        name: 'setup',
        description: 'The moderation channel of this server or workspace, and its language',
        usage: '[#channel] [language]',
        options: {
          channel: { name: 'channel', description: 'Where admins read what needs them; let me write there first' },
          language: { name: 'language', description: 'What the cards there are written in' },
        },
      },
      report: {
        name: 'report',
        description: 'Sessions, hours, answers, absences and ratings in numbers',
        usage: '[week|month|term]',
        options: {
          period: {
            name: 'period',
            description: 'Of which time?',
            choices: { week: 'Week', month: 'Month', term: 'Term' },
          },
        },
      },
      export: {
        name: 'export',
        description: 'Sessions as a file for your spreadsheets',
        usage: '[days]',
        options: {
          days: { name: 'days', description: 'For example: 1-30 Nov. Left out: the last year, and all ahead' },
        },
      },
      import: {
        name: 'import',
        description: 'People, tutors, subjects and hours out of a table',
        usage: '',
        options: { file: { name: 'file', description: 'A CSV file. Left out: paste the table' } },
      },
      tutors: {
        name: 'tutors',
        description: 'All tutors: approve, pause, limit or remove them',
        usage: '[@tutor]',
        options: { tutor: { name: 'tutor', description: 'Only this one' } },
      },
      people: {
        name: 'people',
        description: 'Somebody, their sessions, and whether they may ask for any',
        usage: '[@person]',
        options: { person: { name: 'person', description: 'Whom?' } },
      },
      subjects: {
        name: 'subjects',
        description: 'What is taught here: names, other names, and two made one',
        usage: '',
        options: {},
      },
      book: {
        name: 'book',
        description: 'Ask for a session for a learner',
        usage: '[@learner] [@tutor]',
        options: {
          learner: { name: 'learner', description: 'For whom?' },
          tutor: { name: 'tutor', description: 'With whom? Left out: whoever is free' },
          subject: { name: 'subject', description: 'What will they work on?' },
          when: { name: 'when', description: 'For example: tomorrow 5pm, 2026-12-01 17:00' },
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
          note: { name: 'note', description: 'What do they want to achieve?' },
        },
      },
      audit: {
        name: 'audit',
        description: 'What was done here, by whom and when',
        usage: '[@person] [day]',
        options: {
          person: { name: 'person', description: 'Only what this person did' },
          day: { name: 'day', description: 'For example: today, 3 Dec, 1-15 Dec' },
        },
      },
      holidays: { name: 'holidays', description: 'Holidays and terms', usage: '', options: {} },
      credits: {
        name: 'credits',
        description: 'Who has how many sessions left; give some, and the rules',
        usage: '[@person]',
        options: { person: { name: 'person', description: 'Whose? Leave it out to see all' } },
      },
      observers: {
        name: 'observers',
        description: 'Who sees whose sessions; confirm, set and end it',
        usage: '',
        options: {},
      },
      blocks: {
        name: 'blocks',
        description: 'Whom admins keep out, with the way back in, and who keeps apart from whom',
        usage: '',
        options: {},
      },
      statement: {
        name: 'statement',
        description: 'A statement of what a tutor has taught, as a file',
        usage: '[@tutor] [period]',
        options: {
          person: { name: 'tutor', description: 'Whose?' },
          period: { name: 'period', description: 'For example: September, 2026-09, 1 Sep - 15 Oct' },
        },
      },
      programme: {
        name: 'programme',
        description: 'Pair learners with tutors for a term, and see who stops meeting',
        usage: '[name]',
        options: { name: { name: 'name', description: 'Which one? Leave it out to see all' } },
      },
      help: { name: 'help', description: 'What admins can do here', usage: '', options: {} },
    },
  },
  help: {
    name: 'help',
    description: 'What I can do, and how it is typed',
    usage: '',
    options: {},
  },
};
