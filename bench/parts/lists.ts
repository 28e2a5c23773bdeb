import { openHouse } from '../house.ts';
import { populate, usual } from '../populate.ts';
import { median, ms, type Part, type Row, timed } from './part.ts';

const TIMES = 15;

/** What people look at, where there have been many sessions. */
export const lists: Part = {
  title: 'Lists (median of fifteen)',
  run: async ({ server, databases, sizes }) => {
    const rows: Row[] = [];
    for (const database of databases) {
      for (const size of sizes) {
        await using house = await openHouse({ database, server });
        const { app, organization, stage } = house;
        const team = stage.slack.credentials.teamId;
        await populate(house.database.sql, team, usual(organization, size), house.now());
        for (const role of ['learner', 'tutor'] as const) {
          const by = await app.reception.recall(
            { chat: 'slack', space: team, userId: `U0${role.toUpperCase()}7` },
            role === 'tutor',
          );
          if (!by) throw new Error(`the ${role} is not known`);
          const run = (handler: string, input: Record<string, string>) => () => app.reception.run(by, handler, input);
          const looks = {
            upcoming: run('sessions', { which: 'upcoming' }),
            past: run('sessions', { which: 'past' }),
            'past, page 10': run('sessions', { which: 'past', page: '10' }),
            Home: () => app.reception.home(by),
            '/tutors': run('tutors', {}),
            ...(role === 'tutor' && { 'all sessions': run('tutoring', { what: 'sessions' }) }),
          };
          const figures: Record<string, string> = {};
          for (const [name, look] of Object.entries(looks)) {
            await look();
            figures[name] = ms(median(await timed(TIMES, look)));
          }
          rows.push({ what: `${database} · ${size.toLocaleString('en')} sessions · ${role}`, figures });
        }
      }
    }
    return rows;
  },
};
