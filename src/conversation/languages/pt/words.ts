import type { Words } from '../language.ts';
import { admin } from './admin.ts';
import { availability } from './availability.ts';
import { booking } from './booking.ts';
import { buttons } from './buttons.ts';
import { calendar } from './calendar.ts';
import { caring } from './caring.ts';
import { chat } from './chat.ts';
import { chatTroubles } from './chat-troubles.ts';
import { clear } from './clear.ts';
import { coming } from './coming.ts';
import { commands } from './commands.ts';
import { credits } from './credits.ts';
import { feedback } from './feedback.ts';
import { fields } from './fields.ts';
import { groups } from './groups.ts';
import { history } from './history.ts';
import { holidays } from './holidays.ts';
import { home } from './home.ts';
import { learning } from './learning.ts';
import { now } from './now.ts';
import { observers } from './observers.ts';
import { offices } from './offices.ts';
import { pages } from './pages.ts';
import { person } from './person.ts';
import { platforms } from './platforms.ts';
import { polls } from './polls.ts';
import { programmes } from './programmes.ts';
import { propose } from './propose.ts';
import { refusals } from './refusals.ts';
import { report } from './report.ts';
import { room } from './room.ts';
import { series } from './series.ts';
import { session } from './session.ts';
import { statements } from './statements.ts';
import { tables } from './tables.ts';
import { talk } from './talk.ts';
import { teaching } from './teaching.ts';
import { templates } from './templates.ts';
import { waitlist } from './waitlist.ts';
import { week } from './week.ts';

/**
 * The sentences in the Portuguese of Brazil: "você", and a session is an "aula". Days and times come in each chat's own
 * form ("hoje 17:00", "terça-feira, 1 de dezembro, 17:00"), so they stand after a colon or in brackets, where any form fits.
 */
export const pt: Words = {
  commands,
  refusals,
  ...caring,
  ...chat,
  ...chatTroubles,
  ...buttons,
  ...fields,
  ...availability,
  ...booking,
  ...session,
  ...week,
  ...propose,
  ...coming,
  ...series,
  ...clear,
  ...report,
  ...room,
  ...credits,
  ...programmes,
  ...observers,
  ...feedback,
  ...history,
  ...holidays,
  ...waitlist,
  ...now,
  ...learning,
  ...talk,
  ...tables,
  ...teaching,
  ...statements,
  ...groups,
  ...templates,
  ...polls,
  ...offices,
  ...person,
  ...calendar,
  ...admin,
  ...platforms,
  ...home,
  ...pages,
};
