import { say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** Tables that admins get and give. */
export const tables = {
  export: {
    comes: say`The file comes as a direct message in a moment.`,
    title: 'The sessions',
    text: (count: number) =>
      say`${times(count, 'session', 'sessions')}, times as they are for you. Open it with any spreadsheet program.`,
    cut: (most: number) => say`There are more than ${most}: these are the first. Ask for fewer days to get the rest.`,
    heads: {
      starts: 'Start',
      ends: 'End',
      state: 'State',
      subject: 'Subject',
      tutor: 'Tutor',
      learners: 'Learners',
      platform: 'Platform',
      requested: 'Asked for',
      confirmed: 'Confirmed',
      ratings: 'Ratings',
      reason: 'Reason',
    },
  },

  import: {
    title: 'Import a table',
    submit: 'Check it',
    pasted: 'The table, as CSV (or send me the file)',
    pastedHint: 'Columns: name, id, subjects, hours, lengths, bio, zone. Only the name must be there.',
    placeholder: 'name,subjects,hours',
    columns: 'name, id, subjects, hours, lengths, bio, zone',
    heads: {
      name: 'name',
      id: 'id',
      subjects: 'subjects',
      hours: 'hours',
      lengths: 'lengths',
      bio: 'bio',
      zone: 'zone',
    },
    /** An admin has sent a table. */
    offer: (name: string) =>
      say`Shall I import ${strong(name)}: people, tutors, subjects and hours? First I only check it, and say what I found.`,
    unknownColumn: (names: string, known: string) => say`I don’t know the column ${names}. I know: ${known}.`,
    noName: (known: string) => say`There is no column “name”. The first line names the columns: ${known}.`,
    noRows: say`There is no row below the first line.`,
    tooManyRows: (most: number) => say`I take ${most} rows at once. Please cut the table in two.`,
    notATable: say`I can’t read it as a table from here on. Is a quotation mark missing?`,
    twice: (line: number) => say`The same person is on line ${line} already.`,
    problems: say`Nothing is imported yet, because of this:`,
    line: (line: number) => say`Line ${line}:`,
    others: (count: number) => say`… and ${count} more`,
    ready: (people: number, tutors: number, added: number) =>
      say`That can be imported: ${times(people, 'person', 'people')}, of them ${times(tutors, 'tutor', 'tutors')} and ${added} whom I don’t know yet. Nothing is imported until you press “Import it”.`,
    done: (people: number) => say`Imported: ${times(people, 'person', 'people')}.`,
  },
};
