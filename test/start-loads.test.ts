import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

/** What another Node says at the end of a script of its own. */
async function said(script: string): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT });
  return JSON.parse(stdout);
}

test('what the start does not need is loaded when somebody asks for it first', async () => {
  const loaded = await said(`
    import { registerHooks } from 'node:module';
    const urls = [];
    registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) });
    await import('./src/start.ts');
    await import('./src/app.ts');
    process.stdout.write(JSON.stringify(urls));
  `);
  const packages = (loaded as readonly string[]).map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]);
  expect(packages).toContain('pg-boss');
  for (const late of [
    ...['@slack/bolt', 'discord.js', '@electric-sql/pglite', '@googleapis/calendar', 'jose'],
    ...['pdfkit', 'fontkit', '@resvg/resvg-js', 'node-ical', 'nodemailer'],
  ])
    expect(packages, late).not.toContain(late);
});

test('the text of Prisma’s compiler does not stay, in any module', async () => {
  const loaded = await said(`
    import { registerHooks } from 'node:module';
    import { createPrisma } from './src/store/prisma.ts';
    const urls = [];
    registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) });
    const nobody = { provider: 'postgres', adapterName: 'nobody' };
    const queryRaw = async () => ({ columnNames: ['_count$_all'], columnTypes: [0], rows: [[7]] });
    const prisma = createPrisma({ ...nobody, connect: async () => ({ ...nobody, queryRaw, dispose: async () => {} }) });
    if ((await prisma.person.count()) !== 7) throw new Error('it did not ask');
    process.stdout.write(JSON.stringify(urls));
  `);
  expect((loaded as readonly string[]).filter((url) => url.includes('query_compiler'))).toEqual([
    expect.not.stringContaining('base64'),
  ]);
});

test('a start after the first compiles nothing again, so that the compiler of TypeScript is not loaded', async () => {
  const hear = `data:text/javascript,${encodeURIComponent(
    `process.on('exit', () => process.stdout.write(JSON.stringify(process.moduleLoadList)));`,
  )}`;
  const start = async () => {
    const env = { SLACK_BOT_TOKEN: 'none' };
    const refused: unknown = await run(process.execPath, ['--import', hear, 'src/main.js'], { cwd: ROOT, env }).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('SLACK_BOT_TOKEN') });
    return (refused as { stdout: string }).stdout;
  };
  await start();
  expect(await start()).not.toContain('amaro');
});
