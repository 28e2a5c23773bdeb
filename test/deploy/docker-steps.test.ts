import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config/read-config.ts';
import { slackStage } from '../sandbox/slack-stage.ts';
import { createFilter, readDockerfile, type Stage } from './dockerfile.ts';

const run = promisify(execFile);
const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
/** Nothing of this machine's own settings gets into what runs. */
const BARE = { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, HOME: homedir() };

let root: string;
let stages: readonly Stage[];

/** The Dockerfile's steps, done in a folder for each stage instead of in an image. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tutorline-image-'));
  stages = readDockerfile(await readFile(join(REPOSITORY, 'Dockerfile'), 'utf8'));
  const context = await makeContext();
  for (const stage of stages) await build(stage, context);
}, 240_000);

afterAll(() => rm(root, { recursive: true, force: true }));

/** What `docker build` would be sent: the files that git knows, without those that .dockerignore keeps out. */
async function makeContext(): Promise<string> {
  const context = join(root, 'context');
  const isIn = createFilter(await readFile(join(REPOSITORY, '.dockerignore'), 'utf8'));
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: REPOSITORY });
  for (const path of stdout.split('\n').filter((one) => one !== '' && isIn(one))) {
    await mkdir(dirname(join(context, path)), { recursive: true });
    await cp(join(REPOSITORY, path), join(context, path));
  }
  return context;
}

const inStage = (stage: string, path: string) => join(root, stage, path);

async function build(stage: Stage, context: string): Promise<void> {
  let workdir = '/';
  for (const { instruction, rest } of stage.steps) {
    if (instruction === 'WORKDIR') {
      workdir = rest;
      await mkdir(inStage(stage.name, workdir), { recursive: true });
    } else if (instruction === 'COPY') {
      const words = rest.split(/\s+/);
      const from = /^--from=(.+)$/.exec(words[0] ?? '')?.[1];
      const [target = '', ...sources] = (from ? words.slice(1) : words).toReversed();
      for (const source of sources) {
        const path = from ? inStage(from, source) : join(context, source);
        const into = join(inStage(stage.name, workdir), target, target.endsWith('/') ? source : '');
        await mkdir(dirname(into), { recursive: true });
        await run('cp', [from ? '-al' : '-a', (await stat(path)).isDirectory() ? `${path}/.` : path, into]);
      }
    } else if (instruction === 'RUN') {
      await run('sh', ['-ec', here(rest, stage)], { cwd: inStage(stage.name, workdir) });
    }
  }
}

/**
 * A command of the image as it is done here: absolute paths are below the stage's folder, there is no other user to
 * give them to, and npm takes what it has fetched before, like a build cache.
 */
function here(command: string, stage: Stage): string {
  return command
    .replaceAll(/(?<=\s)\/(?=\w)/g, `${inStage(stage.name, '')}/`)
    .replace(/chown \S+ /, 'test -d ')
    .replace(/^npm \w+/, '$& --prefer-offline --no-audit');
}

function last(instruction: string): string {
  const step = stages.at(-1)?.steps.findLast((one) => one.instruction === instruction);
  if (!step) throw new Error(`the Dockerfile has no ${instruction}`);
  return step.rest;
}
const imageEnvironment = () =>
  Object.fromEntries(
    last('ENV')
      .split(' ')
      .map((pair) => pair.split('=')),
  );
const argumentsOf = (json: string): [string, ...string[]] => JSON.parse(json);

/** The container's command with its environment; `/data` is the volume. */
function start(env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const [command, ...rest] = argumentsOf(last('CMD'));
  const stage = stages.at(-1)?.name ?? '';
  const child = spawn(command, rest, {
    cwd: inStage(stage, last('WORKDIR')),
    env: { ...BARE, ...imageEnvironment(), DATA_DIR: inStage(stage, 'data'), ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  return { child, output: () => output };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}

test('the image starts, becomes healthy, and ends when it is told to', async () => {
  const { slack, origin, close } = await slackStage();
  const { botToken, appToken, apiPath } = slack.credentials;
  const PORT = await freePort();
  const { child, output } = start({
    PORT,
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: `${origin}${apiPath}`,
  });
  const exited = once(child, 'exit');
  const [probe, ...rest] = argumentsOf(last('HEALTHCHECK').replace(/^.*CMD /, ''));
  const isHealthy = () =>
    run(probe, rest, { env: { ...BARE, PORT } }).then(
      () => true,
      () => false,
    );
  try {
    const deadline = Date.now() + 60_000;
    while (!(await isHealthy())) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`it did not become healthy:\n${output()}`);
      await wait(500);
    }
    child.kill('SIGTERM');
    const [code] = await exited;
    expect(code, output()).toBe(0);
    expect(await isHealthy()).toBe(false);
    expect(await readdir(inStage(stages.at(-1)?.name ?? '', 'data'))).toContain('postgres');
  } finally {
    child.kill('SIGKILL');
    await close();
  }
}, 90_000);

test('without tokens the image starts no sandbox but says what is missing', async () => {
  const { child, output } = start({});
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(output()).toContain('Neither SLACK_BOT_TOKEN nor DISCORD_TOKEN is set, but NODE_ENV=production is');
});

test('the image holds what runs and nothing else, as nobody special', async () => {
  const app = inStage(stages.at(-1)?.name ?? '', last('WORKDIR'));
  expect((await readdir(app)).sort()).toEqual([
    'LICENSE',
    'manifest.yml',
    'node_modules',
    'package.json',
    'prisma',
    'sandbox',
    'src',
  ]);
  const modules = await readdir(join(app, 'node_modules'));
  for (const tool of ['vitest', 'typescript', 'knip', 'playwright-core', 'prisma', 'node'])
    expect(modules).not.toContain(tool);
  expect(last('USER')).toBe('node');
  expect(last('VOLUME')).toBe(imageEnvironment()['DATA_DIR']);
  for (const { image } of stages) expect(image).toBe('node:26-slim');
  const { engines } = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8'));
  expect(engines.node).toBe('>=26');
});

test('compose.yaml gives the bot settings that it takes, and a database that is waited for', async () => {
  const { services } = parse(await readFile(join(REPOSITORY, 'compose.yaml'), 'utf8'));
  const { environment, depends_on, ports, stop_grace_period } = services.tutorline;
  const env = Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, String(value).replace(/\$\{.*?\}/, 'secret')]),
  );
  const config = readConfig({ ...env, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
  expect(config.databaseUrl).toBe('postgresql://tutorline:secret@postgres:5432/tutorline');
  expect(ports).toEqual([`127.0.0.1:${config.port}:${config.port}`]);
  expect(last('EXPOSE')).toBe(String(config.port));
  expect(depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  expect(services.postgres.healthcheck.test).toContain('pg_isready');
  expect(Number.parseInt(stop_grace_period, 10)).toBeGreaterThan(10);
});
