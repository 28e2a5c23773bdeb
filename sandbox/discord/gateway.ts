import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { deflateSync } from 'node:zlib';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  CLOSE,
  gatewayUrl,
  Identify,
  INTENT,
  KNOWN_INTENTS,
  OP,
  PRIVILEGED_INTENTS,
  Resume,
  readFrame,
} from './gateway-protocol.ts';
import { APPLICATION_ID } from './place.ts';
import { botOnWire, guildCreateOnWire } from './wire.ts';
import type { World } from './world.ts';

/** Events that a client may have missed and can still ask for. */
const REPLAYABLE_EVENTS = 1000;
/** How long a session waits for its client; Discord does not say. */
const RESUMABLE_MS = 3 * 60_000;
/** https://docs.discord.com/developers/events/gateway#rate-limiting */
const SENDS_PER_MINUTE = 120;

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly compress: boolean;
  sequence: number;
  readonly sent: { readonly s: number; readonly text: string }[];
  socket: WebSocket | undefined;
  /** Real milliseconds since which nobody is connected. */
  goneSince: number;
}

/** Makes the data of an event for one session, by its intents; undefined: not for this session. */
type EventFor = (intents: number) => unknown;

/** Discord's WebSocket side. */
export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  dispatch(event: string, dataFor: EventFor): void;
  /** How often the bot may still identify today. */
  identifiesLeft(): number;
  isConnected(): boolean;
  disconnect(options: { resumable: boolean }): void;
  /** Closes every connection for good. */
  shut(code: number): void;
  askToReconnect(): void;
  invalidateSession(options?: { resumable: boolean }): void;
  askForHeartbeat(): void;
  missHeartbeatAcks(missing?: boolean): void;
  close(): void;
}

/** Speaks the gateway protocol to any number of bot processes: https://docs.discord.com/developers/events/gateway */
export function createGateway(world: World): Gateway {
  const { settings, stage } = world;
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  let identified = 0;
  let acknowledging = true;

  const write = (session: Session, text: string) => {
    if (session.socket?.readyState !== 1) return;
    session.socket.send(session.compress ? deflateSync(text) : text);
  };
  const emit = (session: Session, event: string, d: unknown) => {
    session.sequence += 1;
    const text = JSON.stringify({ op: OP.dispatch, s: session.sequence, t: event, d });
    session.sent.push({ s: session.sequence, text });
    if (session.sent.length > REPLAYABLE_EVENTS) session.sent.shift();
    write(session, text);
  };
  const connected = () => [...sessions.values()].filter(({ socket }) => socket !== undefined);

  const serve = (socket: WebSocket) => {
    let session: Session | undefined;
    let lastBeat = Date.now();
    let framesThisMinute = 0;
    let minute = Date.now();
    const control = (op: number, d: unknown = null) => {
      const text = JSON.stringify({ op, d, s: null, t: null });
      socket.send(session?.compress ? deflateSync(text) : text);
    };
    // A client that stopped beating is cut off after one beat and a half.
    const pulse = setInterval(() => {
      if (Date.now() - lastBeat > settings.heartbeatMs * 1.5) socket.close(CLOSE.sessionTimedOut, 'Session timed out.');
    }, settings.heartbeatMs / 2);
    pulse.unref();
    control(OP.hello, { heartbeat_interval: settings.heartbeatMs, _trace: ['sandbox'] });

    const identify = (data: unknown) => {
      const parsed = Identify.safeParse(data);
      if (!parsed.success) return socket.close(CLOSE.decodeError, 'Error while decoding payload.');
      const { token, intents, compress, shard } = parsed.data;
      if (token !== settings.token || world.refused.has('token') || identified >= settings.identifiesPerDay)
        return socket.close(CLOSE.authenticationFailed, 'Authentication failed.');
      if (intents < 0 || intents & ~KNOWN_INTENTS) return socket.close(CLOSE.invalidIntents, 'Invalid intent(s).');
      if (world.refused.has('intents') || intents & PRIVILEGED_INTENTS & ~settings.approvedIntents)
        return socket.close(CLOSE.disallowedIntents, 'Disallowed intent(s).');
      if (shard && shard[0] >= shard[1]) return socket.close(CLOSE.invalidShard, 'Invalid shard.');
      identified += 1;
      for (const { id, socket: used, goneSince } of sessions.values())
        if (!used && Date.now() - goneSince > RESUMABLE_MS) sessions.delete(id);
      session = {
        id: randomBytes(16).toString('hex'),
        intents,
        compress: compress ?? false,
        sequence: 0,
        sent: [],
        socket,
        goneSince: 0,
      };
      sessions.set(session.id, session);
      const guilds = world.servers.filter(({ id }) => world.state.botServers.has(id));
      emit(session, 'READY', {
        v: 10,
        user: { ...botOnWire(), verified: true, mfa_enabled: false, email: null, flags: 0 },
        guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
        session_id: session.id,
        resume_gateway_url: gatewayUrl(stage.origin()),
        session_type: 'normal',
        shard: shard ?? [0, 1],
        application: { id: APPLICATION_ID, flags: 0 },
        private_channels: [],
        relationships: [],
        presences: [],
        user_settings: {},
        geo_ordered_rtc_regions: [],
        _trace: ['sandbox'],
      });
      if (intents & INTENT.guilds)
        for (const guild of guilds) emit(session, 'GUILD_CREATE', guildCreateOnWire(world, guild, intents));
    };

    const resume = (data: unknown) => {
      const parsed = Resume.safeParse(data);
      if (!parsed.success) return socket.close(CLOSE.decodeError, 'Error while decoding payload.');
      if (parsed.data.token !== settings.token || world.refused.has('token'))
        return socket.close(CLOSE.authenticationFailed, 'Authentication failed.');
      const known = sessions.get(parsed.data.session_id);
      if (!known) return control(OP.invalidSession, false);
      if (parsed.data.seq > known.sequence) return socket.close(CLOSE.invalidSequence, 'Invalid seq.');
      const missed = known.sent.filter(({ s }) => s > parsed.data.seq);
      const oldest = known.sent[0]?.s ?? 0;
      if (oldest > parsed.data.seq + 1) return control(OP.invalidSession, false);
      known.socket?.close(CLOSE.unknownError);
      session = known;
      known.socket = socket;
      for (const { text } of missed) write(known, text);
      emit(known, 'RESUMED', { _trace: ['sandbox'] });
    };

    socket.on('message', (raw) => {
      if (Date.now() - minute > 60_000) [minute, framesThisMinute] = [Date.now(), 0];
      framesThisMinute += 1;
      if (framesThisMinute > SENDS_PER_MINUTE) return socket.close(CLOSE.rateLimited, 'You are being rate limited.');
      const frame = readFrame(String(raw));
      if (!frame) return socket.close(CLOSE.decodeError, 'Error while decoding payload.');
      switch (frame.op) {
        case OP.heartbeat:
          lastBeat = Date.now();
          if (acknowledging) control(OP.ack);
          return;
        case OP.identify:
          return session ? socket.close(CLOSE.alreadyAuthenticated, 'Already authenticated.') : identify(frame.d);
        case OP.resume:
          return session ? socket.close(CLOSE.alreadyAuthenticated, 'Already authenticated.') : resume(frame.d);
        case OP.presence:
        case OP.voice:
        case OP.members:
          return session ? undefined : socket.close(CLOSE.notAuthenticated, 'Not authenticated.');
        default:
          return socket.close(CLOSE.unknownOpcode, 'Unknown opcode.');
      }
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      clearInterval(pulse);
      if (session?.socket !== socket) return;
      session.socket = undefined;
      session.goneSince = Date.now();
      stage.changed();
      // A client that says goodbye has no session to come back to.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    });
  };

  return {
    upgrade: (request, socket, head) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      server.handleUpgrade(request, socket, head, (accepted) => {
        const compress = url.searchParams.get('compress');
        if (url.searchParams.get('v') !== '10') return accepted.close(CLOSE.invalidVersion, 'Invalid API version.');
        // Only what discord.js speaks without optional packages.
        if ((url.searchParams.get('encoding') ?? 'json') !== 'json' || compress)
          return accepted.close(CLOSE.decodeError);
        serve(accepted);
      });
    },
    dispatch: (event, dataFor) => {
      for (const session of sessions.values()) {
        const data = dataFor(session.intents);
        if (data !== undefined) emit(session, event, data);
      }
    },
    identifiesLeft: () => Math.max(0, settings.identifiesPerDay - identified),
    isConnected: () => connected().length > 0,
    disconnect: ({ resumable }) => {
      for (const { id, socket } of connected()) {
        if (!resumable) sessions.delete(id);
        socket?.close(resumable ? CLOSE.unknownError : CLOSE.sessionTimedOut, 'The sandbox was asked to hang up.');
      }
    },
    shut: (code) => {
      for (const { id, socket } of connected()) {
        sessions.delete(id);
        socket?.close(code);
      }
    },
    askToReconnect: () => {
      for (const session of connected()) write(session, JSON.stringify({ op: OP.reconnect, d: null }));
    },
    invalidateSession: ({ resumable } = { resumable: false }) => {
      for (const session of connected()) {
        write(session, JSON.stringify({ op: OP.invalidSession, d: resumable }));
        if (!resumable) sessions.delete(session.id);
      }
    },
    askForHeartbeat: () => {
      for (const session of connected()) write(session, JSON.stringify({ op: OP.heartbeat, d: null }));
    },
    missHeartbeatAcks: (missing = true) => {
      acknowledging = !missing;
    },
    close: () => {
      for (const client of server.clients) client.close(1001);
      sessions.clear();
      server.close();
    },
  };
}
