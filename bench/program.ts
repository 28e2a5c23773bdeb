import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const READY_WITHIN_MS = 60_000;
const KILL_AFTER_MS = 12_000;
const TICK_MS = 10; // of the processor times in /proc

/** A bot in a process of its own. */
export interface Program {
  /** From spawning it to its "ready". */
  readonly startMs: number;
  /** In MB; undefined where the system does not say. */
  memory(): Promise<{ readonly nowMb: number; readonly mostMb: number } | undefined>;
  /** Processor time that it has used so far. */
  cpuMs(): Promise<number | undefined>;
  /** What it complained about. */
  complaints(): readonly string[];
  stop(): Promise<void>;
}

/** Starts a program of this project; `input` is given to it as JSON. Resolves when it says that it is ready. */
export async function launch(
  path: string,
  {
    env = {},
    input,
    flags = [],
  }: { env?: Readonly<Record<string, string>>; input?: unknown; flags?: readonly string[] } = {},
): Promise<Program> {
  const start = performance.now();
  const child = spawn(process.execPath, [...flags, fileURLToPath(new URL(path, import.meta.url))], {
    env: { ...inherited(), ...env },
    stdio: 'pipe',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => void complaints.push(text.trim()));
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('ready')) resolve();
      else if (!/"level":(10|20|30)\b/.test(line)) complaints.push(line);
    });
  });
  child.stdin.end(JSON.stringify(input ?? null));
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    await ended;
    clearTimeout(late);
  };
  const early = ended.then(() => 'ended');
  const outcome = await Promise.race([ready, early, sleep(READY_WITHIN_MS, 'late', { ref: false })]);
  if (outcome !== undefined) {
    await stop();
    throw new Error(`${path} did not get ready (${outcome}):\n${complaints.join('\n')}`);
  }
  const proc = async (file: string) => readFile(`/proc/${child.pid}/${file}`, 'utf8').catch(() => undefined);
  return {
    startMs: performance.now() - start,
    memory: async () => {
      const status = await proc('status');
      const mb = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status ?? '')?.[1]) / 1024;
      return status === undefined ? undefined : { nowMb: mb('VmRSS'), mostMb: mb('VmHWM') };
    },
    cpuMs: async () => {
      // The name in parentheses may contain spaces: the numbers come after it.
      const fields = (await proc('stat'))?.split(') ').at(-1)?.split(' ');
      return fields && (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    },
    complaints: () => complaints,
    stop,
  };
}

/** Nothing that would configure the bot. */
function inherited(): NodeJS.ProcessEnv {
  // biome-ignore lint/style/noProcessEnv: a process starts with an environment
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG, NODE_NO_WARNINGS: '1' };
}
