import { createRooms } from '../../sandbox/rooms/index.ts';
import { listen } from '../../sandbox/server.ts';
import { createCustom } from '../../src/meetings/custom/custom.ts';
import { createJitsi } from '../../src/meetings/jitsi/jitsi.ts';
import type { Platform } from '../../src/meetings/platform.ts';
import { platformContract } from './contract.ts';

const quiet = { now: () => new Date(), origin: () => '', changed: () => undefined, record: () => undefined };

const rooms = (name: string, house: 'jitsi' | 'own', create: (baseUrl: string) => Platform) =>
  platformContract(
    name,
    async () => {
      const standIn = createRooms(quiet);
      const { origin, close } = await listen({ port: 0, standIns: [standIn] });
      return { platform: create(`${origin}${standIn.paths[house]}`), close };
    },
    true,
  );

rooms('Jitsi', 'jitsi', (baseUrl) => createJitsi({ baseUrl, roomPrefix: 't-', app: undefined }));
rooms('custom rooms', 'own', (baseUrl) => createCustom({ baseUrl: `${baseUrl}/{room}?lang=en` }));
