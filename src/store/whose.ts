/**
 * What becomes of it when two become one person: it moves, and its row is known again by `by`; it stands in the middle of
 * data; it goes where its tutor goes; whoever links people sees to it by hand; or it stays whose it was.
 */
type Linking = { readonly by: string } | 'within' | 'with the tutor' | 'by hand' | 'stays';

/**
 * What becomes of it when they are forgotten: the row goes, a former member stands there from then on, they do so in the
 * middle of data, or whoever forgets people sees to it by hand.
 */
type Forgetting = 'goes' | 'former' | 'within' | 'by hand';

/** The part of somebody's data that tells them of it; nothing does where it is known to others alone, or tells nothing. */
export type Part =
  | 'accounts'
  | 'linkedAccounts'
  | 'reportsYouMade'
  | 'blocked'
  | 'tutor'
  | 'templates'
  | 'credits'
  | 'pairs'
  | 'observers'
  | 'sessions'
  | 'written'
  | 'filesNotPassedOn'
  | 'goalsAndSteps'
  | 'askedToTeach'
  | 'busyTimes'
  | 'waitingFor'
  | 'waitingForAPlace'
  | 'helpAskedFor'
  | 'officeHours'
  | 'polls'
  | 'statements'
  | 'calendars'
  | 'drafts'
  | 'messages'
  | 'history';

type Row = readonly [table: string, column: string, link: Linking, forget: Forgetting, mine: Part | 'you' | undefined];

const id = { by: 'id' };

/** Every column in which a person's id is. A test knows those of the database: none is missing, none is too many. */
const ROWS: readonly Row[] = [
  ['account', 'person_id', id, 'goes', 'accounts'],
  ['participant', 'person_id', { by: 'session_id' }, 'former', 'sessions'],
  ['candidate', 'person_id', { by: 'session_id' }, 'former', 'askedToTeach'],
  ['tutor', 'person_id', 'by hand', 'goes', 'tutor'],
  ['tutor', 'standing_by', { by: 'person_id' }, 'former', undefined],
  ['tutor_subject', 'tutor_id', 'with the tutor', 'goes', 'tutor'],
  ['template', 'tutor_id', 'with the tutor', 'goes', 'templates'],
  // They are told of it as one of its people.
  ['session', 'tutor_id', id, 'former', undefined],
  ['session', 'confirmed_by', id, 'former', undefined],
  ['session', 'moved_by', id, 'former', undefined],
  ['session', 'closed_by', id, 'former', 'sessions'],
  ['session', 'proposal', 'within', 'within', undefined],
  ['series', 'created_by', id, 'former', undefined],
  ['series', 'goes_on_by', id, 'former', undefined],
  ['series', 'proposal', 'within', 'within', undefined],
  ['meeting', 'invited', 'stays', 'by hand', undefined],
  ['hold', 'person_id', id, 'goes', 'busyTimes'],
  ['hold', 'for_person_id', id, 'goes', undefined],
  ['waiting', 'person_id', { by: 'session_id' }, 'goes', 'waitingForAPlace'],
  ['watch', 'person_id', id, 'goes', 'waitingFor'],
  ['watch', 'tutor_id', id, 'goes', 'waitingFor'],
  ['watch', 'offered_by', 'stays', 'by hand', undefined],
  ['help_wanted', 'person_id', id, 'goes', 'helpAskedFor'],
  ['draft', 'person_id', id, 'goes', 'drafts'],
  ['poll', 'tutor_id', id, 'former', 'polls'],
  ['poll_answer', 'person_id', { by: 'poll_id' }, 'goes', 'polls'],
  ['office', 'tutor_id', id, 'former', 'officeHours'],
  ['office_place', 'person_id', { by: 'nr' }, 'goes', 'officeHours'],
  ['foreign_calendar', 'person_id', id, 'goes', 'calendars'],
  ['statement', 'tutor_id', id, 'former', 'statements'],
  ['statement', 'made_by', id, 'former', 'statements'],
  ['statement', 'lines', 'within', 'within', undefined],
  ['credit_package', 'person_id', id, 'former', 'credits'],
  ['credit_package', 'granted_by', id, 'former', 'credits'],
  ['credit_entry', 'person_id', { by: 'nr' }, 'former', 'credits'],
  ['relayed', 'from_id', id, 'goes', 'written'],
  ['given_file', 'person_id', id, 'goes', 'filesNotPassedOn'],
  ['aim', 'learner_id', id, 'goes', 'goalsAndSteps'],
  ['aim', 'tutor_id', id, 'goes', 'goalsAndSteps'],
  ['aim', 'by_id', id, 'former', 'goalsAndSteps'],
  ['programme', 'created_by', id, 'former', undefined],
  ['pair', 'learner_id', id, 'goes', 'pairs'],
  ['pair', 'tutor_id', id, 'goes', 'pairs'],
  ['observer', 'learner_id', id, 'goes', 'observers'],
  ['observer', 'observer_id', id, 'goes', 'observers'],
  ['observer', 'asked_by', id, 'former', 'observers'],
  ['observer', 'confirmed_by', id, 'former', undefined],
  ['observer', 'ended_by', id, 'former', undefined],
  ['delivery', 'person_id', id, 'goes', 'messages'],
  ['delivery', 'subject_id', 'stays', 'goes', undefined],
  ['delivery', 'data', 'within', 'within', undefined],
  ['delivery', 'dedupe_key', 'stays', 'by hand', undefined],
  ['complaint', 'complainant_id', id, 'former', 'reportsYouMade'],
  ['complaint', 'person_id', id, 'goes', undefined],
  ['complaint', 'decided_by', 'stays', 'former', undefined],
  ['block', 'by_id', { by: 'of_id' }, 'goes', 'blocked'],
  ['block', 'of_id', { by: 'by_id' }, 'goes', undefined],
  ['audit', 'by', 'stays', 'former', 'history'],
  ['audit', 'subject_id', 'stays', 'goes', 'history'],
  ['audit', 'data', 'stays', 'within', undefined],
  ['link', 'kept_id', 'stays', 'goes', 'linkedAccounts'],
  ['link', 'gone_id', 'stays', 'goes', undefined],
  ['link', 'moved', 'stays', 'goes', undefined],
  ['link', 'undone_by', 'stays', 'former', undefined],
  ['link_code', 'person_id', 'stays', 'goes', undefined],
  ['link_guess', 'person_id', 'stays', 'goes', undefined],
  ['email_code', 'person_id', 'stays', 'goes', 'you'],
  ['person', 'id', 'stays', 'goes', 'you'],
  ['person', 'linked_to', 'by hand', 'goes', undefined],
];

/** Whose something is: read by whoever links people, forgets them, or tells them what is known of them. */
export const WHOSE = ROWS.map(([table, column, link, forget, mine]) => ({ table, column, link, forget, mine }));
