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

/** The English sentences. */
export const en = {
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
