import { once } from 'node:events';
import { createServer as overHttp, type Server } from 'node:http';
import { createServer as overHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createCustom } from '../../src/meetings/custom/custom.ts';
import { createJaas } from '../../src/meetings/jitsi/jaas.ts';
import { createJitsi } from '../../src/meetings/jitsi/jitsi.ts';
import { type Platform, PlatformFailed } from '../../src/meetings/platform.ts';
import { CERTIFICATE, KEY } from './untrusted-certificate.ts';

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
const answering = (status: number) => portOf(overHttp((_request, response) => response.writeHead(status).end('…')));

const jitsiAt = (baseUrl: string) => createJitsi({ baseUrl, roomPrefix: 't-', app: undefined });
const health = (platform: Platform) =>
  platform.check().catch((error: unknown) => (error instanceof PlatformFailed ? error.why : error));

test('a Jitsi server is asked whether it is there', async () => {
  expect(await health(jitsiAt(`http://127.0.0.1:${await answering(200)}`))).toEqual({ name: '127.0.0.1' });
  expect(await health(jitsiAt(`http://127.0.0.1:${await answering(502)}`))).toBe('broken');
  expect(await health(jitsiAt(`http://127.0.0.1:${await answering(404)}`))).toBe('wrong-address');
  expect(await health(jitsiAt('http://127.0.0.1:4'))).toBe('unreachable');
});

test('of rooms of one’s own the server is asked, and no room is opened by that', async () => {
  const asked: (string | undefined)[] = [];
  const port = await portOf(
    overHttp((request, response) => {
      asked.push(request.url);
      response.writeHead(404).end();
    }),
  );
  const custom = createCustom({ baseUrl: `http://127.0.0.1:${port}/school/{room}?lang=en` });
  expect(await health(custom)).toEqual({ name: `127.0.0.1:${port}` });
  expect(asked).toEqual(['/']);
});

test('a certificate that is not trusted is said to be the fault', async () => {
  const port = await portOf(overHttps({ key: KEY, cert: CERTIFICATE }, (_request, response) => response.end()));
  expect(await health(jitsiAt(`https://127.0.0.1:${port}`))).toBe('bad-certificate');
});

test('what cannot be asked safely, or at all, is said not to be checked', async () => {
  expect(await health(jitsiAt('http://jitsi.school.example'))).toEqual({
    name: 'jitsi.school.example',
    isChecked: false,
  });
  expect(await health(createCustom({}))).toEqual({ name: 'own rooms', isChecked: false });
  const jaas = createJaas({ appId: 'app', keyId: 'key', privateKey: KEY, webhookSecret: undefined }, 't-');
  expect(await health(jaas)).toEqual({ name: 'app', isChecked: false });
});
