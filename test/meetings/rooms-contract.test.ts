import { createCustom } from '../../src/meetings/custom/custom.ts';
import { createJitsi } from '../../src/meetings/jitsi/jitsi.ts';
import type { Platform } from '../../src/meetings/platform.ts';
import { platformContract } from './contract.ts';

const rooms = (name: string, create: () => Platform) =>
  platformContract(name, async () => ({ platform: create(), close: async () => undefined }), true);

rooms('Jitsi', () => createJitsi({ baseUrl: 'https://jitsi.school.example', roomPrefix: 't-', app: undefined }));
rooms('custom rooms', () => createCustom({ baseUrl: 'https://rooms.school.example/{room}?lang=en' }));
