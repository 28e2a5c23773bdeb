import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { CONTESTANTS } from './contestants.ts';
import type { Result } from './figures.ts';
import { DATABASES } from './house.ts';
import { PARTS, type PartName, QUICK_PARTS } from './parts/index.ts';
import type { Row } from './parts/part.ts';
import type { Schedule } from './schedule.ts';
import { partTable, tables } from './table.ts';
import { measureWay } from './way.ts';

const HELP = `npm run bench -- [options]

People go from /book to the link in Slack and in Discord, at a fixed rate, whatever the bot does. The bot is a process
of its own and shares the processor with this one, which plays Slack and Discord: read the ratios, not the absolutes.
Then its parts are measured one by one, in this process.

  --only a,b        of floor, pglite, postgresql: the way with each of them; and of the parts:
                      statements   SQL statements for a press, with all its jobs
                      tick         the minute's work with nothing due, and with a thousand sessions due
                      lists        lists and Home of people with a long past
                      slots        open times of two weeks: of one tutor, and of all of a subject
                      throughput   requests and confirmations a second, beside the same by hand in SQL
                      reminders    ten thousand at once, the bot alone in its process (left out unless it is named here)
                      limits       two thousand at once, as fast as the vendors allow (left out, too)
  --seconds 25      measured, for each of the contestants; 600 shows whether the memory grows
  --warm-up 3       seconds before that
  --rate 20         interactions a second, both chats together
  --sessions 10000  how many an organization has had, for tick, lists and slots; 10000,1000000 takes minutes
  --on postgresql   what statements, tick, lists and reminders are measured on: postgresql,pglite
  --postgres url    a server on which a database of its own may be made, and is dropped afterwards
  --json            figures instead of tables
  --verbose         what the programs complained about and which statements there were, on stderr
`;

const NAMES = [...CONTESTANTS, ...QUICK_PARTS];

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '25' },
    'warm-up': { type: 'string', default: '3' },
    rate: { type: 'string', default: '20' },
    only: { type: 'string', default: NAMES.join(',') },
    sessions: { type: 'string', default: '10000' },
    on: { type: 'string', default: 'postgresql' },
    postgres: { type: 'string', default: 'postgresql://postgres@127.0.0.1:5432/postgres' },
    json: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  if (values.help) return void process.stdout.write(HELP);
  const wanted = values.only.split(',');
  const schedule: Schedule = {
    perSecond: Number(values.rate),
    seconds: Number(values.seconds),
    warmUpSeconds: Number(values['warm-up']),
  };
  const complained = (name: string, complaints: readonly string[]) => {
    if (values.verbose) process.stderr.write(`${name}:\n${complaints.join('\n')}\n`);
  };
  const results: Result[] = [];
  for (const contestant of CONTESTANTS.filter((one) => wanted.includes(one))) {
    const result = await unlessImpossible(contestant, () =>
      measureWay(contestant, { schedule, server: values.postgres, complained }),
    );
    if (result) results.push(result);
  }
  const parts: { name: PartName; rows: readonly Row[] }[] = [];
  const on = values.on.split(',');
  const options = {
    server: values.postgres,
    databases: DATABASES.filter((one) => on.includes(one)),
    sizes: values.sessions.split(',').map(Number),
    isVerbose: values.verbose,
  };
  for (const [name, part] of Object.entries(PARTS).filter(([one]) => wanted.includes(one))) {
    const rows = await unlessImpossible(name, () => part.run(options));
    if (rows) parts.push({ name: name as PartName, rows });
  }
  const machine = `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`;
  const said = [
    ...(results.length > 0 ? [tables(results)] : []),
    ...parts.map(({ name, rows }) => partTable(PARTS[name].title, rows)),
    machine,
  ];
  process.stdout.write(
    `${values.json ? JSON.stringify({ schedule, results, parts, machine }, undefined, 2) : said.join('\n\n')}\n`,
  );
}

async function unlessImpossible<Measured>(name: string, work: () => Promise<Measured>): Promise<Measured | undefined> {
  try {
    return await work();
  } catch (error) {
    process.stderr.write(`${name} was left out: ${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

await main();
process.exit(0);
