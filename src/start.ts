import type { App } from './app.ts';
import type { Config } from './config/result.ts';
import { createLog } from './create-log.ts';
import { openDatabase } from './store/open.ts';

/** A bot that was started, and can be stopped. */
export type Running = Pick<App, 'stop'>;

/** The bot with the chats, the database and the platforms that the settings name. */
export async function startBot(config: Config): Promise<Running> {
  const log = createLog(config);
  const loading = loadApp();
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, log });
  const app = await (await loading).createApp({ config, database, clock: () => new Date(), log });
  await app.http.listen();
  await app.start();
  log.info({ port: app.http.port, chats: [...app.chats.keys()] }, 'Tutorline is ready');
  return {
    stop: async () => {
      await app.stop();
      await database.close();
    },
  };
}

/** Everything else, with the chats' own libraries: it is loaded while the database opens. */
export function loadApp(): Promise<typeof import('./app.ts')> {
  return import('./app.ts');
}
