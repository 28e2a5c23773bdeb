import { say, strong } from '../../say.ts';
import type { session as English } from '../en/session.ts';
import { times } from './times.ts';

export const session: typeof English = {
  happened: {
    confirmedByYou: say`Você confirmou.`,
    confirmedBy: (tutor) => say`${tutor} confirmou.`,
    confirmedFor: (who, tutor) => say`${who} confirmou por ${tutor}.`,
    confirmedForYou: (who) => say`${who} confirmou por você.`,
    declinedByYou: say`Você recusou este pedido.`,
    declinedBy: (tutor) => say`${tutor} não pode dar esta aula.`,
    cancelledByYou: say`Você cancelou esta aula.`,
    cancelledBy: (who) => say`${who} cancelou esta aula.`,
    late: say`Foi em cima da hora.`,
    expired: say`Ninguém respondeu a tempo, então este pedido expirou.`,
    started: say`A aula está em andamento.`,
    ended: say`A aula terminou.`,
    endedByYou: say`Você encerrou a aula.`,
    endedBy: (who) => say`${who} encerrou a aula.`,
    'took-place': say`A aula aconteceu.`,
    'learner-missing': (learner) => say`${learner} não veio.`,
    'tutor-missing': (tutor) => say`${tutor} não veio.`,
    disputed: say`Cada um de vocês diz uma coisa sobre a aula ter acontecido. Perguntei aos admins: eles decidem, e você lê aqui. Até lá, nenhuma avaliação conta.`,
    unknown: say`Ninguém disse como foi.`,
  },

  otherLeft: {
    title: (name) => say`${name} não está mais aqui`,
    text: (subject, at) =>
      say`A pessoa saiu ou foi desativada, então a aula de vocês (${subject}, ${at}) pode não acontecer. Cancele e peça a outra pessoa; os admins já sabem.`,
  },

  meeting: {
    title: (subject, other) => say`${subject} com ${other}`,
    confirmed: say`Lembro você na hora certa.`,
    preparing: say`Estou criando a sala: o link chega aqui já já.`,
    later: say`A plataforma não cria mais reuniões hoje: aviso quando o link estiver pronto, a tempo.`,
    slow: say`Ainda estou criando a sala: está demorando mais que o normal. Você não precisa fazer nada, o link chega aqui.`,
    huddle: (other) =>
      say`Prefere conversar no Slack? Abra a conversa com ${other} e aperte o fone de ouvido: assim começa um huddle. Eu não posso começar por você.`,
    fallback: (wanted, used) => say`${wanted} não estava disponível, então vamos de ${used}`,
    jitsiTutor: say`No meet.jit.si, quem entra primeiro precisa fazer login (Google, Facebook ou GitHub). Seja essa pessoa, um minuto antes.`,
    cancelTitle: 'Cancelar a aula',
    cancelReason: 'Por quê? A outra pessoa vai ler.',
    cancelLateHint: 'Está em cima da hora: ainda dá para cancelar, mas fica registrado, e os admins veem.',
    cancelPlaceholder: 'Por exemplo: fiquei doente, desculpe',
  },

  reopen: {
    title: 'Reabrir a aula',
    reason: 'Por quê? Todos os envolvidos leem',
    placeholder: 'Por exemplo: foi cancelada por engano',
    news: (who, what) => say`${who} reabriu: ${what}`,
  },

  move: {
    reason: 'Por quê? Todo mundo lê',
    title: 'Mudar o horário',
    submit: 'Mudar',
    when: 'Novo horário',
    movedBy: (was, who) => say`${was} (${who} mudou)`,
    readBack: say`É este o novo horário? Nada muda até você apertar.`,
    which: say`Qual destes você quer dizer? Nada muda até você apertar um.`,
    done: (at) => say`O horário mudou (agora: ${at}), e todo mundo fica sabendo.`,
  },

  reminder: {
    title: (subject, other, at) => say`${subject} com ${other} começa ${at}`,
    started: (subject, other) => say`${subject} com ${other} já começou`,
    over: (what) => say`Lembrete: ${what}`,
  },

  news: {
    eventDeleted: (what) =>
      say`Alguém apagou isto no Google Agenda, mas a aula continua de pé: ${what}. Quer que eu cancele?`,
    eventMoved: (what, to) =>
      say`Alguém mudou isto no Google Agenda (para: ${to}), mas a aula continua como estava: ${what}. Quer que eu mude?`,
    eventSettled: (what) => say`Alguém tinha mexido nisto no Google Agenda. Já está resolvido: ${what}`,
    session: (subject, other, when) => say`${strong(subject)} com ${other}, ${when}`,
    confirmed: (who, what) => say`${who} confirmou: ${what}`,
    confirmedFor: (who, tutor, what) => say`${who} confirmou por ${tutor}: ${what}`,
    confirmedForYou: (who, what) => say`${who} confirmou por você: ${what}`,
    declined: (who, what) => say`${who} recusou: ${what}`,
    declinedByAll: (what) => say`Nenhum tutor pôde: ${what}`,
    expired: (what) => say`Ninguém respondeu a tempo: ${what}`,
    cancelled: (who, what) => say`${who} cancelou: ${what}`,
    moved: (who, what, was) => say`${who} mudou o horário: ${what} (era: ${was})`,
    timeTaken: (who, what, was) => say`${who} aceitou o seu horário: ${what} (era: ${was})`,
    movedBySomebody: (what, was) => say`Há um novo horário: ${what} (era: ${was})`,
    waiting: (learner, subject, when) => say`${learner} ainda espera a sua resposta: ${strong(subject)}, ${when}`,
    newLink: (who, what) => say`${who} criou um novo link, o antigo não funciona mais: ${what}`,
    newPlace: (who, what, place, before) => say`${who} mudou o lugar para ${place} (era: ${before}): ${what}`,
    linkAfterDeleted: (platform, what) => say`A reunião foi apagada em ${platform}, então há um novo link: ${what}`,
    linkChanged: (what) => say`Há um novo link, o antigo não funciona mais: ${what}`,
    linkIsThere: (what) => say`O link chegou: ${what}`,
    over: (what) => say`${what}: como foi?`,
    onceMore: (what) => say`Uma última pergunta sobre ${what}: como foi?`,
  },

  sessions: {
    titleUpcoming: 'Suas próximas aulas',
    titlePast: 'Suas aulas passadas',
    titleWeek: 'Seus próximos sete dias',
    noneSuch: say`Não há nenhuma assim.`,
    with: (name) => say`com ${name}`,
    today: (count) => say`Hoje você ${count === 0 ? 'não dá nenhuma aula' : `dá ${times(count, 'aula', 'aulas')}`}.`,
    waiting: (count) =>
      count === 0
        ? say`Nenhum pedido espera a sua resposta.`
        : say`${times(count, 'pedido espera', 'pedidos esperam')} a sua resposta.`,
    taught: (week, month) => say`Você deu ${week} de aula esta semana e ${month} este mês.`,
    filterTitle: 'Só algumas aulas',
    filterSubmit: 'Mostrar',
    whichLabel: 'Quando',
    which: { upcoming: 'Tudo que vem pela frente', week: 'Os próximos sete dias', past: 'Passadas' },
    stateLabel: 'Como está',
    personLabel: 'Com quem',
    noneUpcoming: say`Nada marcado. Vamos mudar isso?`,
    nonePast: say`Nada aqui ainda.`,
    line: (subject, other) => say`${strong(subject)} com ${other}`,
    state: {
      requested: 'esperando resposta',
      confirmed: 'confirmada',
      declined: 'recusada',
      expired: 'expirada',
      cancelled: 'cancelada',
      started: 'em andamento',
      ended: 'encerrada',
      'took-place': 'aconteceu',
      'learner-missing': 'o estudante não veio',
      'tutor-missing': 'o tutor não veio',
      disputed: 'sem acordo sobre ter acontecido',
      unknown: 'ninguém disse como foi',
    },
    whichToCancel: say`Qual você quer cancelar?`,
    waitsForYou: 'espera a sua resposta',
  },
};
