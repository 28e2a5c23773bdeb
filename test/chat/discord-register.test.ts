import { REST } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { COMMAND_NAME } from '../../src/chat/discord/limits.ts';
import { describeCommands, register } from '../../src/chat/discord/register.ts';
import type { Command } from '../../src/conversation/handler.ts';
import { commands as ours } from '../../src/features/shared/commands.ts';
import { type DiscordStage, discordStage } from '../sandbox/discord-stage.ts';

const commands: readonly Command[] = [
  {
    name: 'book',
    forAdminsOnly: false,
    options: [
      { name: 'tutor', kind: 'suggested' },
      { name: 'subject', kind: 'suggested', most: 60 },
      { name: 'when', kind: 'suggested' },
      { name: 'length', kind: 'choice', choices: ['30', '60'] },
      { name: 'note', kind: 'text', most: 2000 },
    ],
  },
  { name: 'settings', forAdminsOnly: true, options: [] },
];

let stage: DiscordStage;
afterEach(() => stage?.close());

test('describes commands in all languages', () => {
  const [book, settings] = describeCommands(commands);
  expect(book).toMatchObject({
    name: 'book',
    name_localizations: { 'es-ES': 'reservar', 'es-419': 'reservar', 'pt-BR': 'marcar' },
    description: 'Ask for a session with a tutor',
    description_localizations: {
      'en-US': 'Ask for a session with a tutor',
      'en-GB': 'Ask for a session with a tutor',
      'es-419': 'Pide una sesión con un tutor',
      'pt-BR': 'Peça uma aula a um tutor',
    },
    contexts: [0, 1],
    integration_types: [0],
    default_member_permissions: null,
  });
  expect(book?.options).toMatchObject([
    { name: 'tutor', autocomplete: true },
    { name: 'subject', autocomplete: true, max_length: 60, name_localizations: { 'es-ES': 'materia' } },
    { name: 'when' },
    {
      name: 'length',
      choices: [{ name: '30 minutes', value: '30', name_localizations: { 'es-ES': '30 minutos' } }, { value: '60' }],
    },
    { name: 'note', max_length: 2000 },
  ]);
  expect(settings?.default_member_permissions).toBe('32');
});

test('in Spanish the bot’s own commands and options are written as Spanish is', () => {
  const spanish = describeCommands(ours).map(({ name_localizations: names, options }) => [
    names?.['es-ES'],
    ...(options ?? []).map((option) => option.name_localizations?.['es-ES']),
  ]);
  expect(spanish).toEqual([
    ['reservar', 'tutor', 'materia', 'cuándo', 'duración', 'nota', 'repetir'],
    ['sesiones', 'cuáles', 'persona'],
    ['tutores', 'materia'],
    ['enseñar', 'qué'],
    ['disponibilidad', 'cambio'],
    ['libre', 'hasta'],
    ['ahora', 'materia'],
    ['ajustes', 'qué'],
    ['enlazar', 'código'],
    ['zona', 'zona'],
    ['calendario'],
    ['créditos'],
    ['observador', 'persona'],
    ['reunirse', 'persona', 'plataforma'],
    [
      'tutorías',
      'estado',
      'sesiones',
      'informe',
      'exportar',
      'importar',
      'tutores',
      'personas',
      'materias',
      'reservar',
      'registro',
      'festivos',
      'configurar',
      'créditos',
      'observadores',
      'bloqueos',
      'certificado',
      'programa',
      'ayuda',
    ],
    ['ayuda'],
  ]);
});

test('in Portuguese they are written as people write in Brazil', () => {
  const portuguese = describeCommands(ours.filter(({ words }) => !words)).map(
    ({ name_localizations: names, options = [] }) =>
      [names?.['pt-BR'], ...options.map((option) => option.name_localizations?.['pt-BR'])].join(' '),
  );
  expect(portuguese).toEqual([
    'marcar tutor matéria quando duração nota repetir',
    'aulas quais pessoa',
    'tutores matéria',
    'ensinar opção',
    'disponibilidade mudança',
    'livre até',
    'agora matéria',
    'ajustes opção',
    'vincular código',
    'fuso fuso',
    'calendário',
    'créditos',
    'acompanhante pessoa',
    'reunir pessoa plataforma',
    'ajuda',
  ]);
});

test('names may have accents, and neither capitals nor blanks', () => {
  expect(COMMAND_NAME.test('sesión')).toBe(true);
  expect(COMMAND_NAME.test('my sessions')).toBe(false);
});

test('a command without words is a mistake that shows at once', () => {
  expect(() => describeCommands([{ name: 'nonsense', options: [], forAdminsOnly: false }])).toThrow(
    'nonsense: there are no words',
  );
  expect(() =>
    describeCommands([{ name: 'book', options: [{ name: 'colour', kind: 'text' }], forAdminsOnly: false }]),
  ).toThrow('book colour');
  expect(() => describeCommands([...commands, ...commands])).toThrow('twice');
});

test('registers once: a restart costs nothing until something changes', async () => {
  stage = await discordStage();
  const { discord, origin, traffic } = stage;
  const rest = new REST({ api: origin + discord.credentials.apiPath }).setToken(discord.credentials.token);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const puts = () => traffic.filter(({ method }) => method === 'PUT').length;

  await register(rest, discord.credentials.applicationId, commands, log);
  expect(puts()).toBe(1);
  await register(rest, discord.credentials.applicationId, [...commands].reverse(), log);
  expect(puts()).toBe(1);
  await register(rest, discord.credentials.applicationId, commands.slice(0, 1), log);
  expect(puts()).toBe(2);

  const lucia = discord.screen(stage.person('lucia'));
  expect(lucia.commands.map(({ localName }) => localName)).toEqual(['reservar']);
});

test('goes on with the old commands when Discord takes no new ones', async () => {
  stage = await discordStage();
  const { discord, origin } = stage;
  const rest = new REST({ api: origin + discord.credentials.apiPath, retries: 0 }).setToken(discord.credentials.token);
  const errors: object[] = [];
  discord.fail('PUT /applications/*/commands', { status: 503, message: 'no' }, 9);
  await register(rest, discord.credentials.applicationId, commands, {
    info: () => {},
    warn: () => {},
    error: (data) => void errors.push(data),
  });
  expect(errors).toHaveLength(1);
});
