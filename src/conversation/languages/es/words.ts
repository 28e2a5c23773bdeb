import type { Words } from '../language.ts';
import { admin } from './admin.ts';
import { booking } from './booking.ts';
import { buttons } from './buttons.ts';
import { chat } from './chat.ts';
import { commands } from './commands.ts';
import { feedback } from './feedback.ts';
import { fields } from './fields.ts';
import { home } from './home.ts';
import { pages } from './pages.ts';
import { person } from './person.ts';
import { platforms } from './platforms.ts';
import { refusals } from './refusals.ts';
import { room } from './room.ts';
import { session } from './session.ts';
import { teaching } from './teaching.ts';

/**
 * The Spanish sentences: "tú", and words that are at home both in Spain and in Latin America. Days and times come in
 * each chat's own form ("hoy 17:00", "martes 1 de diciembre, 17:00"), so they stand after a colon, where any form fits.
 */
export const es: Words = {
  commands,
  refusals,
  ...chat,
  ...buttons,
  ...fields,
  ...booking,
  ...session,
  ...room,
  ...feedback,
  ...teaching,
  ...person,
  ...admin,
  ...platforms,
  ...home,
  ...pages,
};
