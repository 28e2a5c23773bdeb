import { say } from '../../say.ts';
import type { caring as English } from '../en/caring.ts';
import { times } from './times.ts';

export const caring: typeof English = {
  care: {
    titles: {
      pause: 'Pausar o tutor',
      resume: 'Voltar a receber',
      limit: 'Limite por semana',
      remove: 'Remover o tutor',
      silence: 'Parar os pedidos',
      hear: 'Liberar os pedidos',
    },
    buttons: {
      pause: 'Pausar',
      resume: 'Voltar a receber pedidos',
      limit: 'Limite por semana',
      remove: 'Não é mais tutor',
      silence: 'Parar os pedidos',
      hear: 'Liberar os pedidos',
    },
    submit: 'Fazer',
    reason: 'Por quê? A pessoa vai ler',
    most: 'Aulas por semana (vazio: sem limite)',
    done: (name) => say`Pronto. ${name} lê quem foi, e por quê.`,
    told: {
      pause: (who) => say`${who} pausou a sua oferta: por enquanto ninguém pode pedir aulas a você.`,
      resume: (who) => say`${who} abriu a sua oferta de novo: já podem pedir aulas a você.`,
      limit: (who, most) =>
        most === undefined
          ? say`${who} tirou o limite: você pode dar quantas aulas por semana quiser.`
          : say`${who} definiu um limite para você: no máximo ${times(most, 'aula', 'aulas')} por semana.`,
      remove: (who) => say`${who} tirou você dos tutores.`,
      silence: (who) => say`${who} parou os seus pedidos por enquanto. Converse com os admins.`,
      hear: (who) => say`${who} liberou você para pedir aulas de novo.`,
    },
  },

  people: {
    title: 'Achar alguém',
    submit: 'Mostrar',
    who: 'Quem?',
    chats: 'Onde está',
    zone: 'Fuso horário',
    sessions: 'Aulas',
    counted: (ahead, past) => say`${ahead} pela frente, ${past} passadas`,
    silenced: say`Os pedidos da pessoa estão parados.`,
    teaches: 'Como tutor',
    canBeAsked: 'recebe pedidos',
    paused: 'em pausa',
    standing: { applied: 'espera uma resposta', refused: 'recusado' },
    weekly: (most) => `no máximo ${most} por semana`,
    rating: 'Avaliação',
    allTutors: 'Todos os tutores',
    noTutors: say`Ninguém ensina aqui ainda.`,
  },

  audit: {
    title: 'O que foi feito',
    none: say`Não há nada para mostrar.`,
  },

  subjects: {
    title: 'Matérias',
    none: say`Nada é ensinado aqui ainda.`,
    line: (name, tutors) => say`${name}: ${times(tutors, 'tutor', 'tutores')}`,
    also: (names) => say`também como ${names}`,
    changeOne: 'Mudar uma',
    formTitle: 'Mudar a matéria',
    submit: 'Salvar',
    name: 'Nome',
    aliases: 'Outros nomes',
    aliasesHint: 'Separados por vírgula: em outros idiomas, abreviações.',
    into: 'Ou juntar com',
    saved: say`Salvo.`,
  },

  bookFor: {
    title: 'Pedir para alguém',
    submit: 'Pedir',
    learner: 'Para quem?',
    tutor: 'Com quem?',
    subject: 'Matéria',
    when: 'Quando?',
    length: 'Quanto tempo?',
    readBack: say`É este o horário? Nada é pedido até você apertar.`,
    askAt: (when) => `Pedir: ${when}`,
    news: (who, what) => say`${who} pediu uma aula para você: ${what}`,
  },
};
