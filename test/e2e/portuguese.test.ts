import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.stop());

const ENGLISH = /\b(the|you|your|with|and|session|please)\b/i;

test.each([
  ['slack', 'discord'],
  ['discord', 'slack'],
] as const)('the whole way in Portuguese: learner in %s, tutor in %s', async (chat, _) => {
  world = await createWorld({ locale: 'pt-BR' });
  const { lena, noor, jonas, theo } = world;
  const [learner, tutor] = chat === 'slack' ? [lena, jonas] : [noor, theo];

  await saysWhereTheyAre(learner);
  await tutor.types('/disponibilidade', { mudança: 'seg-sex das 9h às 19h' });
  await tutor.waitsFor('seg.–sex. 09:00–19:00');
  await tutor.types('/disponibilidade', { mudança: 'folga 24 dez - 2 jan' });
  await tutor.waitsFor('de folga');
  await tutor.types('/aulas');
  await tutor.waitsFor('Hoje você não dá nenhuma aula.');

  await learner.says('oi');
  await learner.waitsFor('O que eu faço');
  await learner.says('xyzzy');
  await learner.waitsFor('Não consegui fazer nada com');
  await learner.says(`queria álgebra com ${tutor.name} amanhã às 16h30`);
  await learner.waitsFor(`Algebra com ${tutor.name}. Nada é enviado até você apertar`);
  expect(learner.sees(/terça-feira, 1 de dezembro, 16:30/)).toBe(true);
  await learner.presses('Enviar o pedido');
  await learner.waitsFor('Seu pedido foi enviado');
  await tutor.waitsFor('quer uma aula com você');
  await world.settled();
  await tutor.presses('Confirmar');
  await learner.waitsFor(/\/j\//);
  await tutor.waitsFor(/\/j\//);
  await learner.presses('Entrar');
  await learner.waitsFor('Ainda é cedo');

  await learner.says('minhas aulas');
  await learner.waitsFor('Suas próximas aulas');

  await learner.says(`álgebra com ${tutor.name} toda quinta às 17h, 3 vezes`);
  await learner.waitsFor('3 aulas. Nada é enviado');
  await learner.presses('Enviar o pedido');
  await tutor.waitsFor('quer 3 aulas com você');
  expect(tutor.sees(/toda quinta-feira, 17:00/)).toBe(true);

  await asksAgain(learner, tutor);
  await learner.waitsFor('Você já tem uma aula nesse horário');

  await world.settled();
  for (const person of [learner, tutor])
    expect(
      person
        .reads()
        .split('\n')
        .filter((line) => ENGLISH.test(line)),
      person.name,
    ).toEqual([]);
  expect(world.faults).toEqual([]);
});

/** In Slack it is known; Discord tells only the language, with the first command. */
async function saysWhereTheyAre(learner: Human): Promise<void> {
  if (learner.chat === 'slack') return;
  await learner.types('/fuso', { fuso: 'São Paulo' });
  await learner.waitsFor('America/Sao_Paulo');
}

async function asksAgain(learner: Human, tutor: Human): Promise<void> {
  const wish = { matéria: 'álgebra', quando: 'amanhã às 16h45' };
  await learner.types('/marcar', learner.chat === 'slack' ? wish : { ...wish, tutor: tutor.name });
  if (learner.chat !== 'slack') return;
  await learner.waitsFor('dialog: Marcar uma aula');
  await learner.fills({ tutor: tutor.name });
}

test('a name behind the command is the tutor’s, as in words to the bot', async () => {
  world = await createWorld({ locale: 'pt-BR' });
  const { lena, slack } = world;
  await slack.types(lena.userId, 'C0LEARNING', '/book uma aula de álgebra com Theo amanhã às 17:00');
  await lena.waitsFor('dialog: ');
  expect(lena.dialog()).toMatchObject({ tutor: 'Theo Park', subject: 'Algebra' });
  expect(Object.values(lena.dialog() ?? {}).join(' ')).toMatch(/1 dez 17:00/);
});
