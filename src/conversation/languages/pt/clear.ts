import { say } from '../../say.ts';
import type { clear as English } from '../en/clear.ts';
import { times } from './times.ts';

export const clear: typeof English = {
  clear: {
    title: 'Liberar um dia',
    submit: 'Mostrar antes',
    tutor: 'O dia de quem',
    day: 'Que dia',
    until: 'Até (se forem vários dias)',
    untilHint: 'O último dia. Deixe vazio para um dia só.',
    dayPlaceholder: 'Por exemplo: amanhã, sexta, 24 dez - 2 jan',
    way: 'O que acontece com as aulas',
    ways: {
      move: 'Sugerir outros horários',
      'hand-over': 'Perguntar a outros tutores',
      cancel: 'Cancelar',
    },
    adminMoves: 'Mudar para o horário livre mais próximo',
    why: 'Por quê? Todos leem se for cancelado',
    whyHint: 'Necessário para cancelar.',
    nothing: (days) => say`Nada marcado nesses dias (${days}).`,
    count: (sessions, people, days) =>
      say`${times(sessions, 'aula', 'aulas')} com ${times(people, 'pessoa', 'pessoas')}: ${days}`,
    will: {
      move: say`Para cada uma, sugeriria até três dos seus horários livres mais próximos. Até alguém aceitar, a aula fica onde está.`,
      'hand-over': say`Perguntaria a todos os outros tutores da matéria que estejam livres. Você sai na hora; fica com quem aceitar primeiro.`,
      cancel: say`Cancelaria o que está confirmado e recusaria o que só foi pedido. Todo mundo lê o seu motivo.`,
    },
    adminMove: say`Mudaria cada uma para o horário livre mais próximo do tutor. Todo mundo fica sabendo.`,
    notYet: say`Nada acontece até você apertar o botão.`,
    done: {
      move: (count) => say`Sugeri outros horários para ${times(count, 'aula', 'aulas')}.`,
      'hand-over': (count) => say`Perguntei a outros tutores por ${times(count, 'aula', 'aulas')}.`,
      cancel: (count) => say`${times(count, 'aula foi cancelada', 'aulas foram canceladas')}.`,
    },
    moved: (count) => say`${times(count, 'aula mudou', 'aulas mudaram')} de horário.`,
    left: (count) => say`Não deu (${count}):`,
  },

  handOver: {
    sure: (count, what) =>
      say`Perguntaria a ${times(count, 'outro tutor', 'outros tutores')} por ${what}. O tutor sai na hora, e fica com quem aceitar primeiro.`,
    done: (count) => say`Perguntei a ${times(count, 'outro tutor', 'outros tutores')}. O estudante já sabe.`,
    news: (tutor, what) =>
      say`${tutor} não vai poder dar ${what}. Perguntei a outros tutores; o horário continua seu, e eu aviso.`,
    newsBy: (who, tutor, what) =>
      say`${who} procura outro tutor no lugar de ${tutor} para ${what}. O horário continua seu, e eu aviso.`,
    newsTo: (who, tutor, what) => say`${who} pediu a ${tutor} que dê ${what}. O horário continua seu, e eu aviso.`,
    several: (count, subject, first) => say`${times(count, 'aula', 'aulas')} de ${subject} (a primeira: ${first})`,
    takenOver: {
      given: (who, what) => say`${who} passou ${what} para outra pessoa. Você não precisa fazer nada.`,
      declined: (who, what) => say`${who} recusou ${what} por você. Você não precisa fazer nada.`,
      cancelled: (who, what) => say`${who} cancelou o pedido de ${what}. Você não precisa fazer nada.`,
    },
  },

  handTo: {
    title: 'Qual tutor?',
    answer: 'A resposta da pessoa',
    ask: 'Eu pergunto',
    atOnce: (platform) => `Sim, já, em ${platform}`,
    handed: (tutor) => say`Pedi a ${tutor}. Todos os envolvidos leem que foi você.`,
    handedAtOnce: (tutor) => say`Agora é de ${tutor}. Todos os envolvidos leem que foi você.`,
    handedSeveral: (tutor, count) =>
      say`Pedi ${times(count, 'aula', 'aulas')} a ${tutor}. Todos os envolvidos leem uma vez que foi você.`,
    handedSeveralAtOnce: (tutor, count) =>
      say`Agora ${times(count, 'aula é', 'aulas são')} de ${tutor}. Todos os envolvidos leem uma vez que foi você.`,
    left: (tutor, count, when) =>
      say`${tutor} não pode em ${count === 1 ? 'uma das datas, então essa fica' : `${String(count)} das datas, então essas ficam`} como antes: ${when}.`,
  },
};
