import { say, strong } from '../../say.ts';
import type { polls as English } from '../en/polls.ts';

export const polls: typeof English = {
  poll: {
    formTitle: 'Achar um horário',
    times: 'Horários',
    timesHint: 'De dois a dez, um por linha.',
    timesPlaceholder: 'terça 17h\nquarta 18h30\n2026-12-04 17:00',
    whom: 'A quem perguntar',
    whomHint: 'Nomes separados por vírgula. Em um canal, pergunto também a todo mundo de lá.',
    everybodyHere: say`todo mundo neste canal`,
    preview: (subject, length) =>
      say`${strong(subject)}, ${length}. Não pergunto a ninguém até você apertar “Perguntar”.`,
    asked: say`Perguntei. Você lê as respostas em uma mensagem direta, e escolhe um horário lá.`,
    askedHere: say`Perguntei, e estou perguntando neste canal, do qual preciso fazer parte. Você lê as respostas em uma mensagem direta, e escolhe um horário lá.`,
    title: (tutor, subject, length) => say`Quando fica bom para você? ${subject} com ${tutor}, ${length}`,
    ask: say`Aperte todos os horários que servem para você. Depois o tutor escolhe um.`,
    askTutor: say`Quem pode no horário que você escolher fica na aula.`,
    fits: (count) => say`serve para ${count}`,
    fitsThem: (names) => say`serve para ${names}`,
    silent: 'Sem resposta ainda',
    becomes: (at) => say`Está decidido: a aula vai ser nesse horário (${at}).`,
    signUp: say`Se você ainda não está nela, aperte “Quero uma vaga”.`,
    over: say`Esta enquete acabou, e nenhum horário foi escolhido.`,
    chosen: (at, count) =>
      say`A aula está marcada (${at}), com ${count === 1 ? 'uma pessoa inscrita' : `${String(count)} pessoas inscritas`}. Todas ficam sabendo.`,
  },
};
