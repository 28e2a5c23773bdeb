import type { Action, Field, Message } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { inZoneShort, lengthWords } from '../../conversation/when/clock-words.ts';
import { isPollOpen, type Poll, whomItFits } from '../../core/groups/poll.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';

/** A poll as its reader may see it: its tutor reads whom each time fits and takes one, everybody else says which fit them. */
export async function pollCard(
  poll: Poll,
  reader: Reader,
  deps: Pick<RenderDeps, 'store' | 'clock' | 'defaultZone'>,
): Promise<Message> {
  const { poll: words, somebody } = reader.words;
  const isTutor = poll.tutor === reader.person.id;
  const people = await deps.store.people([poll.tutor, ...poll.answers.map((one) => one.person)]);
  const nameOf = (person: string) => people.get(person)?.name ?? somebody;
  const title = words.title(nameOf(poll.tutor), poll.subject, lengthWords(poll.lengthMinutes, reader.locale));
  const isOpen = isPollOpen(poll, deps.clock());
  if (!isOpen) return { title, ...(await outcome(poll, reader, deps)) };
  const fields = poll.times.map((time, index): Field => {
    const whom = whomItFits(poll, index);
    const list = isTutor && whom.length > 0 ? words.fitsThem(whom.map(nameOf).join(', ')) : words.fits(whom.length);
    return { name: `${index + 1}`, value: say`${moment(time, reader.zone)}: ${list}` };
  });
  const silent = poll.answers.filter(({ fits }) => fits === undefined).map(({ person }) => nameOf(person));
  const more = isTutor && silent.length > 0 ? [{ name: words.silent, value: say`${silent.join(', ')}` }] : [];
  return {
    title,
    text: isTutor ? words.askTutor : words.ask,
    fields: [...fields, ...more],
    actions: isTutor ? choices(poll, reader, deps) : ticks(poll, reader, deps),
  };
}

type Zoned = Pick<RenderDeps, 'clock' | 'defaultZone'>;

/** The times that are still ahead, each with its number. */
function ahead(poll: Poll, reader: Reader, { clock, defaultZone }: Zoned) {
  // Where nobody has said a zone, or many read, the times stand in the text, each in its reader's own.
  const isNumbered = reader.zone === undefined || reader.person.id === '';
  const zone = reader.zone ?? defaultZone;
  return poll.times.flatMap((time, index) =>
    time > clock() ? [{ index, label: isNumbered ? `${index + 1}` : inZoneShort(time, zone, reader.locale) }] : [],
  );
}

function ticks(poll: Poll, reader: Reader, deps: Zoned): readonly Action[] {
  const mine = poll.answers.find(({ person }) => person === reader.person.id)?.fits ?? [];
  return ahead(poll, reader, deps).map(({ index, label }) => ({
    kind: 'button',
    label: reader.person.id === '' ? label : `${mine.includes(index) ? '☑' : '☐'} ${label}`,
    style: 'plain',
    target: { handler: 'poll-answer', input: { poll: poll.id, time: String(index) } },
  }));
}

function choices(poll: Poll, reader: Reader, deps: Zoned): readonly Action[] {
  const { buttons } = reader.words;
  return [
    ...ahead(poll, reader, deps).map(
      ({ index, label }): Action => ({
        kind: 'button',
        label: buttons.takeTimeFor(label, whomItFits(poll, index).length),
        style: 'plain',
        target: { handler: 'poll-choose', input: { poll: poll.id, time: String(index) } },
      }),
    ),
    {
      kind: 'button',
      label: buttons.closePoll,
      style: 'danger',
      target: { handler: 'poll-close', input: { poll: poll.id } },
    },
  ];
}

/** What became of it: a session, which whoever is not in it can still join, or nothing. */
async function outcome(
  poll: Poll,
  reader: Reader,
  { store }: Pick<RenderDeps, 'store'>,
): Promise<Pick<Message, 'text' | 'actions'>> {
  const { poll: words, buttons } = reader.words;
  const session = poll.session === undefined ? undefined : await store.session(poll.session);
  if (!session) return { text: words.over };
  const text = words.becomes(moment(session.startsAt, reader.zone));
  const isIn = session.participants.some((one) => one.person === reader.person.id);
  if (isIn || session.state !== 'confirmed') return { text };
  const target = { handler: 'enrol', input: { session: session.id } };
  return {
    text: join([text, words.signUp], ' '),
    actions: [{ kind: 'button', label: buttons.signUp, style: 'primary', target }],
  };
}
