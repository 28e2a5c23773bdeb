import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { ConfigProblems } from '../src/config/problems.ts';
import { readConfig } from '../src/config/read-config.ts';
import { envExample, NAMES } from '../src/config/variables.ts';

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc', SLACK_APP_TOKEN: 'xapp-1-A1-2-abc' };
const DISCORD = { DISCORD_TOKEN: 'MTEwMDAw.GabcDE.sig-nature_1', DISCORD_SERVERS: '1100000000000000100' };

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems;
    throw error;
  }
}

describe('what is read', () => {
  test('nothing set is the sandbox with every default', () => {
    expect(readConfig({ PATH: '/bin', HOME: '/root' })).toEqual({
      sandbox: true,
      slack: undefined,
      discord: undefined,
      platforms: ['jitsi', 'zoom', 'google-meet', 'custom', 'discord'],
      jitsi: { baseUrl: 'https://meet.jit.si', roomPrefix: 'tutorline-', app: undefined },
      jaas: undefined,
      zoom: undefined,
      google: undefined,
      custom: undefined,
      databaseUrl: undefined,
      dataDir: './data',
      reminders: [1440, 60, 10],
      openRequests: { most: 5, perTutor: 2 },
      firstTutors: 5,
      digestAt: '08:00',
      defaultTimeZone: 'UTC',
      port: 3000,
      publicUrl: undefined,
      logLevel: 'info',
      notices: [],
    });
  });

  test('Slack alone, Discord alone, or both', () => {
    const slack = readConfig({
      ...SLACK,
      SLACK_ADMINS: 'U012ABCDEF, U034GHIJKL',
      SLACK_MODERATION_CHANNEL: 'C012ABCDEF',
    });
    expect(slack.sandbox).toBe(false);
    expect(slack.discord).toBeUndefined();
    expect(slack.slack).toEqual({
      botToken: 'xoxb-1-2-abc',
      appToken: 'xapp-1-A1-2-abc',
      signingSecret: undefined,
      apiUrl: 'https://slack.com/api/',
      admins: ['U012ABCDEF', 'U034GHIJKL'],
      moderationChannel: 'C012ABCDEF',
    });
    const discord = readConfig({ ...DISCORD, DISCORD_API_URL: 'http://127.0.0.1:3000/sandbox/discord/api/' });
    expect(discord.slack).toBeUndefined();
    expect(discord.discord).toMatchObject({
      servers: ['1100000000000000100'],
      apiUrl: 'http://127.0.0.1:3000/sandbox/discord/api',
    });
    const both = readConfig({ ...SLACK, ...DISCORD });
    expect(both.slack && both.discord).toBeTruthy();
  });

  test('an empty variable is one that is not set, and blanks around a value are not part of it', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', DATABASE_URL: '  ', PORT: ' 4000\n' })).toMatchObject({
      sandbox: true,
      databaseUrl: undefined,
      port: 4000,
    });
  });

  test('reminders are sorted, longest first; "none" turns them off', () => {
    expect(readConfig({ REMINDERS: '10m, 2d,1h' }).reminders).toEqual([2880, 60, 10]);
    expect(readConfig({ REMINDERS: 'none' }).reminders).toEqual([]);
    expect(readConfig({}).digestAt).toBe('08:00');
    expect(readConfig({ DIGEST_AT: '06:45' }).digestAt).toBe('06:45');
    expect(readConfig({ DIGEST_AT: 'none' }).digestAt).toBeUndefined();
  });

  test('the sandbox has every platform, without credentials; elsewhere Jitsi is the default', () => {
    expect(readConfig({ MEETING_PLATFORMS: 'zoom,jitsi' }).platforms).toEqual(['zoom', 'jitsi']);
    expect(readConfig(SLACK).platforms).toEqual(['jitsi']);
  });

  test('every platform with its credentials', () => {
    const config = readConfig({
      ...SLACK,
      MEETING_PLATFORMS: 'zoom, google-meet, custom, jitsi',
      JITSI_BASE_URL: 'https://jitsi.school.example/',
      JITSI_APP_ID: 'tutorline',
      JITSI_APP_SECRET: 'shh',
      JAAS_APP_ID: 'vpaas-1',
      JAAS_KEY_ID: 'vpaas-1/2',
      JAAS_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\\nMII\\n-----END PRIVATE KEY-----',
      ZOOM_ACCOUNT_ID: 'a',
      ZOOM_CLIENT_ID: 'b',
      ZOOM_CLIENT_SECRET: 'c',
      ZOOM_HOSTS: 'one@school.example,KdYKjnimT4KPd8FFgQt9FQ',
      GOOGLE_SERVICE_ACCOUNT: '{"client_email":"bot@x.iam.gserviceaccount.com","private_key":"-----BEGIN"}',
      GOOGLE_SUBJECT: 'tutoring@school.example',
      CUSTOM_MEETING_BASE_URL: 'https://rooms.school.example/{room}?lang=en',
    });
    expect(config.platforms).toEqual(['zoom', 'google-meet', 'custom', 'jitsi']);
    expect(config.notices).toEqual([]);
    expect(config.jitsi).toEqual({
      baseUrl: 'https://jitsi.school.example',
      roomPrefix: 'tutorline-',
      app: { id: 'tutorline', secret: 'shh' },
    });
    expect(config.jaas?.privateKey).toContain('-----\nMII\n-----');
    expect(config.zoom?.hosts).toEqual(['one@school.example', 'KdYKjnimT4KPd8FFgQt9FQ']);
    expect(config.google?.credentials).toMatchObject({ kind: 'service-account', subject: 'tutoring@school.example' });
  });
});

describe('mail', () => {
  test('a server and a sender, with or without a name', () => {
    const mail = {
      ...SLACK,
      SMTP_URL: 'smtps://user:p%40ss@mail.school.example',
      MAIL_FROM: 'Math Lab <lab@school.example>',
    };
    expect(readConfig(mail).mail).toEqual({
      smtpUrl: 'smtps://user:p%40ss@mail.school.example',
      from: { name: 'Math Lab', address: 'lab@school.example' },
    });
    expect(readConfig({ ...mail, MAIL_FROM: 'lab@school.example' }).mail?.from.name).toBe('Tutorline');
    expect(readConfig(SLACK).mail).toBeUndefined();
  });

  test('one without the other, or what is neither, is said in a sentence', () => {
    const problems = (env: Record<string, string>) => {
      try {
        readConfig({ ...SLACK, ...env });
        return [];
      } catch (error) {
        return (error as { problems: readonly string[] }).problems;
      }
    };
    expect(problems({ SMTP_URL: 'smtp://mail.school.example' })).toEqual([
      'MAIL_FROM is not set: sending mail needs SMTP_URL and MAIL_FROM together.',
    ]);
    const wrong = problems({ SMTP_URL: 'mail.school.example', MAIL_FROM: 'the school' });
    expect(wrong).toEqual([expect.stringMatching(/^SMTP_URL must be/), expect.stringMatching(/^MAIL_FROM must be/)]);
    expect(wrong.join()).not.toContain('the school');
  });
});

describe('what is refused', () => {
  test('everything at once, each by its name, in the order of .env.example', () => {
    const problems = problemsOf({
      SLACK_BOT_TOKEN: 'xoxp-1',
      DISCORD_TOKEN: 'Bot a.b.c',
      MEETING_PLATFORMS: 'jitsi,skype',
      REMINDERS: '1h,60m',
      DEFAULT_TIME_ZONE: 'Middle/Earth',
      PORT: 'http',
      LOG_LEVEL: 'loud',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'SLACK_BOT_TOKEN',
      'DISCORD_TOKEN',
      'MEETING_PLATFORMS',
      'REMINDERS',
      'DEFAULT_TIME_ZONE',
      'PORT',
      'LOG_LEVEL',
      'SLACK_APP_TOKEN',
      'DISCORD_SERVERS',
    ]);
    for (const problem of problems) expect(problem).toMatch(/^[A-Z_]+ .{20,}\.$/s);
  });

  test.each([
    ['SLACK_APP_TOKEN', 'xoxb-1'],
    ['SLACK_SIGNING_SECRET', 'too short'],
    ['SLACK_ADMINS', 'lena'],
    ['SLACK_MODERATION_CHANNEL', '#tutoring-admins'],
    ['SLACK_API_URL', 'slack.com/api'],
    ['DISCORD_APPLICATION_ID', 'tutorline'],
    ['DISCORD_SERVERS', 'Study Hall'],
    ['DISCORD_ADMIN_ROLE', '@admin'],
    ['DISCORD_MODERATION_CHANNEL', '#admins'],
    ['DISCORD_API_URL', 'https://me:secret@discord.com/api'],
    ['MEETING_PLATFORMS', 'jitsi,jitsi'],
    ['JITSI_BASE_URL', 'https://meet.example/?room=1'],
    ['JITSI_ROOM_PREFIX', 'a/b'],
    ['JAAS_PRIVATE_KEY', 'MIIE'],
    ['ZOOM_HOSTS', 'a b@c'],
    ['GOOGLE_SERVICE_ACCOUNT', '{"type":"service_account"}'],
    ['GOOGLE_SERVICE_ACCOUNT', '{oops'],
    ['GOOGLE_SUBJECT', 'tutoring'],
    ['CUSTOM_MEETING_BASE_URL', 'http://rooms.example/'],
    ['CUSTOM_MEETING_BASE_URL', 'https://{room}.rooms.example/'],
    ['CUSTOM_MEETING_BASE_URL', 'https://rooms.example/?lang=en'],
    ['CUSTOM_MEETING_BASE_URL', 'https://me:secret@rooms.example/'],
    ['DATABASE_URL', 'mysql://localhost/tutorline'],
    ['REMINDERS', '31d'],
    ['REMINDERS', '0m'],
    ['REMINDERS', 'an hour'],
    ['OPEN_REQUESTS', '5'],
    ['OPEN_REQUESTS', '2,5'],
    ['OPEN_REQUESTS', '0,0'],
    ['FIRST_TUTORS', '-1'],
    ['FIRST_TUTORS', 'all'],
    ['WHITEBOARD_URL', 'https://board.example/'],
    ['WHITEBOARD_URL', 'https://{room}.board.example/'],
    ['WHITEBOARD_URL', 'http://board.example/{room}'],
    ['RETENTION_DAYS', '7'],
    ['RETENTION_DAYS', 'a year'],
    ['DIGEST_AT', '8 o’clock'],
    ['DIGEST_AT', '24:00'],
    ['DEFAULT_TIME_ZONE', '+02:00'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'https://tutoring.example/?from=slack'],
    ['PUBLIC_URL', 'ftp://tutoring.example'],
    ['SANDBOX', 'yes'],
  ])('%s = %s', (name, value) => {
    const problems = problemsOf({ ...SLACK, ...DISCORD, [name]: value });
    expect(problems.filter((problem) => problem.startsWith(`${name} m`))).toHaveLength(1);
  });

  test.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN is not set'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is not set, but SLACK_APP_TOKEN is'],
    [{ SLACK_ADMINS: 'U012ABCDEF' }, 'SLACK_BOT_TOKEN is not set, but SLACK_ADMINS is'],
    [{ DISCORD_TOKEN: 'a.b.c' }, 'DISCORD_SERVERS is not set'],
    [{ DISCORD_SERVERS: '1100000000000000100' }, 'DISCORD_TOKEN is not set, but DISCORD_SERVERS is'],
    [{ ...SLACK, MEETING_PLATFORMS: 'custom' }, 'CUSTOM_MEETING_BASE_URL is not set'],
    [
      { ...SLACK, MEETING_PLATFORMS: 'jitsi,zoom' },
      'ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET are not set',
    ],
    [{ ...SLACK, ZOOM_ACCOUNT_ID: 'a', ZOOM_CLIENT_ID: 'b' }, 'ZOOM_CLIENT_SECRET is not set'],
    [{ ...SLACK, GOOGLE_SERVICE_ACCOUNT: '/key.json' }, 'GOOGLE_SUBJECT is not set'],
    [{ ...SLACK, GOOGLE_CLIENT_ID: 'a' }, 'GOOGLE_CLIENT_SECRET and GOOGLE_REFRESH_TOKEN are not set'],
    [{ ...SLACK, MEETING_PLATFORMS: 'google-meet,jitsi' }, 'GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET and'],
    [{ ...SLACK, JITSI_APP_ID: 'a' }, 'JITSI_APP_SECRET is not set'],
    [{ ...SLACK, JITSI_APP_ID: 'a', JITSI_APP_SECRET: 'b' }, 'JITSI_BASE_URL is not set'],
    [{ ...SLACK, JAAS_APP_ID: 'a' }, 'JAAS_KEY_ID and JAAS_PRIVATE_KEY are not set'],
  ])('%o', (env, begins) => {
    expect(problemsOf(env).filter((problem) => problem.startsWith(begins))).toHaveLength(1);
  });
});

describe('names that look like ours', () => {
  test.each([
    ['SLACK_BOT_TOKN', 'SLACK_BOT_TOKEN'],
    ['slack_bot_token', 'SLACK_BOT_TOKEN'],
    ['DISCORD_TOEKN', 'DISCORD_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['SLACK_TOKEN', 'SLACK_BOT_TOKEN'],
    ['DATABASE_URI', 'DATABASE_URL'],
  ])('%s: a token under the wrong name opens no sandbox', (name, meant) => {
    expect(problemsOf({ [name]: 'xoxb-planted' })).toEqual([
      expect.stringContaining(`${name} is not a setting of Tutorline: did you mean ${meant}?`),
    ]);
  });

  test('DISCORD_SERVER', () => {
    expect(problemsOf({ DISCORD_TOKEN: 'a.b.c', DISCORD_SERVER: '1' })).toEqual([
      expect.stringMatching(/^DISCORD_SERVERS is not set/),
      expect.stringMatching(/^DISCORD_SERVER is not a setting.*DISCORD_SERVERS\?/),
    ]);
  });

  test('is only said when the right name is set too, or the sandbox was asked for', () => {
    expect(readConfig({ ...SLACK, SLACK_TOKEN: 'x', SLACK_BOT_TOKENS: 'x' }).notices).toHaveLength(2);
    expect(readConfig({ SANDBOX: '1', SLACK_BOT_TOKN: 'x' }).notices).toHaveLength(1);
  });

  test("other programs' names are nobody's business", () => {
    const env = Object.fromEntries(
      `PATH HOST HOME SPORT PORTS EDITOR TZ CI LOGNAME DATABASE DATA_HOME SLACK_WEBHOOK_URL GOOGLE_APPLICATION_CREDENTIALS
       GOOGLE_CLOUD_PROJECT DISCORD_WEBHOOK npm_config_cache NODE_OPTIONS BASE_URL PUBLIC_URLS_OF_OTHERS`
        .split(/\s+/)
        .map((name) => [name, 'x']),
    );
    expect(readConfig(env)).toMatchObject({ sandbox: true, notices: [] });
  });
});

describe('the sandbox', () => {
  const playing = { SANDBOX: '1' };

  test.each([
    [{ NODE_ENV: 'production' }, 'NODE_ENV=production is'],
    [{ DATABASE_URL: 'postgresql://localhost/x' }, 'DATABASE_URL is'],
    [{ ZOOM_ACCOUNT_ID: 'a', ZOOM_CLIENT_ID: 'b', ZOOM_CLIENT_SECRET: 'c' }, 'ZOOM_CLIENT_SECRET is'],
  ])('does not open by accident: %o', (env, sign) => {
    expect(problemsOf(env)).toEqual([expect.stringContaining(`but ${sign}: this looks like`)]);
    expect(problemsOf(env)[0]).toContain('SANDBOX=1');
    expect(readConfig({ ...env, ...playing }).sandbox).toBe(true);
  });

  test('SANDBOX=1 leaves real tokens alone and says so', () => {
    const config = readConfig({ ...SLACK, ...playing });
    expect(config).toMatchObject({ sandbox: true, slack: undefined });
    expect(config.notices).toEqual([expect.stringContaining('are not used')]);
  });

  test('SANDBOX=0 is never the sandbox', () => {
    expect(problemsOf({ SANDBOX: '0' })).toEqual([expect.stringContaining('no chat is configured')]);
    expect(readConfig({ ...SLACK, SANDBOX: '0' }).sandbox).toBe(false);
  });
});

test('no sentence repeats a value, whichever variable a secret was put into', () => {
  const secret = 'xoxb-PLANTED-planted.SECRET';
  for (const name of NAMES) {
    for (const value of [secret, `{"${secret}`, `https://me:${secret}@host.example/?q#f`, `${secret}, ${secret}`]) {
      const env = { SLACK_BOT_TOKN: secret, NODE_ENV: 'production', [name]: value };
      try {
        expect(readConfig(env).notices.join()).not.toMatch(/planted/i);
      } catch (error) {
        if (!(error instanceof ConfigProblems)) throw error;
        expect(String(error.stack)).not.toMatch(/planted/i);
      }
    }
  }
});

test('.env.example explains every variable', async () => {
  expect(await readFile(new URL('../.env.example', import.meta.url), 'utf8')).toBe(envExample());
});

describe('where it runs', () => {
  test.each(['prod', 'Production', 'staging', 'live'])(
    'NODE_ENV=%s opens no sandbox, and is said in a sentence',
    (name) => {
      expect(problemsOf({ NODE_ENV: name })).toEqual([
        expect.stringMatching(/^NODE_ENV is none of development, test and production, .*SANDBOX=1\.$/),
      ]);
      expect(readConfig({ NODE_ENV: name, SANDBOX: '1' }).sandbox).toBe(true);
      expect(readConfig({ NODE_ENV: name, ...SLACK }).sandbox).toBe(false);
    },
  );

  test('NODE_ENV=development and test are at home in the sandbox, production is not', () => {
    for (const name of ['development', 'test']) expect(readConfig({ NODE_ENV: name }).sandbox).toBe(true);
    expect(problemsOf({ NODE_ENV: 'production' })).toHaveLength(1);
  });

  test('addresses of rooms with letters of other scripts are kept as a browser writes them', () => {
    expect(
      readConfig({ CUSTOM_MEETING_BASE_URL: 'https://Rooms.example.org/Δωμάτιο/{room}?a={room}#{room}' }).custom,
    ).toEqual({
      baseUrl: 'https://rooms.example.org/%CE%94%CF%89%CE%BC%CE%AC%CF%84%CE%B9%CE%BF/{room}?a={room}#{room}',
    });
    expect(readConfig({ JITSI_BASE_URL: 'https://meet.example.org/Física/' }).jitsi.baseUrl).toBe(
      'https://meet.example.org/F%C3%ADsica',
    );
    expect(readConfig({ PUBLIC_URL: 'https://bücher.example:443/x y' }).publicUrl).toBe(
      'https://xn--bcher-kva.example/x%20y',
    );
  });
});
