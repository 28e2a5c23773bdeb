import { spawn } from 'node:child_process';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startFlags } from '../contestants.ts';
import type { Crowd, Reminded } from '../crowd.ts';
import { borrow, chatsOf } from '../house.ts';
import { inSlack } from '../populate.ts';
import { raiseStage } from '../stage.ts';
import { ms, type Part, type Row } from './part.ts';

const SESSIONS = 5_000;

/** Ten thousand reminders that fall due at once: decided, and sent to chats without limits, by the bot in a process of its own. */
export const reminders: Part = {
  title: 'Ten thousand reminders at once (the chats are played in another process)',
  run: async ({ server, databases }) => {
    const rows: Row[] = [];
    for (const name of databases) {
      const population = { sessions: SESSIONS, learners: SESSIONS, tutors: SESSIONS, upcoming: SESSIONS };
      const stage = await raiseStage(1, { others: inSlack({ ...population, organization: '' }) });
      const { where, drop } = await borrow(name, server);
      const { decidedMs, sentMs, sent, cpuMs, restMb, mostMb } = await remind({
        database: where,
        chats: chatsOf(stage),
        population,
      });
      await drop();
      await stage.close();
      rows.push({
        what: name,
        figures: {
          decided: ms(decidedMs),
          sent: String(sent),
          'a second': ((sent / (decidedMs + sentMs)) * 1000).toFixed(0),
          'processor for each': ms(cpuMs / sent),
          memory: `+${(mostMb - restMb).toFixed(0)} MB`,
        },
      });
    }
    return rows;
  },
};

async function remind(crowd: Crowd): Promise<Reminded> {
  const path = fileURLToPath(new URL('../crowd.ts', import.meta.url));
  const child = spawn(process.execPath, [...startFlags(), path], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(crowd));
  return (await json(child.stdout)) as Reminded;
}
