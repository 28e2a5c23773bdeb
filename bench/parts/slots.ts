import { searchSlots } from '../../src/core/calendar/slots.ts';
import type { Tutor } from '../../src/core/people/person.ts';
import type { OrganizationStore } from '../../src/core/store.ts';
import { hearStatements, openHouse } from '../house.ts';
import { populate, usual } from '../populate.ts';
import { median, ms, type Part, type Row, timed } from './part.ts';

const TIMES = 15;
const DAY = 86_400_000;
const DAYS = 14;
/** As many as one subject has at a large school. */
const OF_A_SUBJECT = 200;

/** What can be booked in two weeks: with one question for all of it, and with one for each day. */
export const slots: Part = {
  title: `Open times of ${DAYS} days (median of fifteen)`,
  run: async ({ server, databases, sizes }) => {
    const rows: Row[] = [];
    for (const database of databases) {
      for (const size of sizes) {
        await using house = await openHouse({ database, server });
        const { app, organization, stage } = house;
        const population = usual(organization, size);
        await populate(house.database.sql, stage.slack.credentials.teamId, population, house.now());
        const store = app.store.of(organization);
        const one = async () => [await store.tutor('tutor7')].filter((tutor) => tutor !== undefined);
        const subject = () => store.tutors({ subject: 'Algebra', isPaused: false, limit: OF_A_SUBJECT });
        for (const [name, read] of Object.entries({ 'one tutor': one, 'a subject': subject })) {
          const now = house.now();
          const tutors = await read();
          const heard = hearStatements();
          heard();
          const found = await atOnce(store, tutors, now);
          const statements = heard().length;
          const whole = await timed(TIMES, async () => atOnce(store, await read(), now));
          const daily = await timed(TIMES, async () => byDay(store, await read(), now));
          rows.push({
            what: `${database} · ${size.toLocaleString('en')} sessions · ${name} of ${population.tutors.toLocaleString('en')}`,
            figures: {
              tutors: String(tutors.length),
              times: String(found),
              statements: String(statements),
              'at once': ms(median(whole)),
              'one query per day': ms(median(daily)),
            },
          });
        }
      }
    }
    return rows;
  },
};

const usualSearch = { lengthMinutes: 60, most: Number.POSITIVE_INFINITY, zone: 'UTC' };

async function atOnce(store: OrganizationStore, tutors: readonly Tutor[], now: Date): Promise<number> {
  const to = new Date(now.getTime() + DAYS * DAY);
  return (await searchSlots(store, { ...usualSearch, tutors, now, to })).length;
}

async function byDay(store: OrganizationStore, tutors: readonly Tutor[], now: Date): Promise<number> {
  let found = 0;
  for (let day = 0; day < DAYS; day++) {
    const from = new Date(now.getTime() + day * DAY);
    const to = new Date(from.getTime() + DAY - 1);
    found += (await searchSlots(store, { ...usualSearch, tutors, now, from, to })).length;
  }
  return found;
}
