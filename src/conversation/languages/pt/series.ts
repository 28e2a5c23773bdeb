import { say, strong } from '../../say.ts';
import type { series as English } from '../en/series.ts';
import { times } from './times.ts';

/** Saturday and Sunday are masculine, all other days feminine: "todo sábado", "toda terça-feira". */
const of = (weekday: string, feminine: string, masculine: string): string =>
  `${/^(s[áa]b|dom)/.test(weekday) ? masculine : feminine} ${weekday}`;

const NTHS_OF_HIM: Readonly<Record<string, string>> = {
  primeira: 'primeiro',
  segunda: 'segundo',
  terceira: 'terceiro',
  quarta: 'quarto',
};

export const series: typeof English = {
  series: {
    on: {
      week: (weekday) => of(weekday, 'toda', 'todo'),
      'two-weeks': (weekday) => `a cada duas semanas, ${of(weekday, 'na', 'no')}`,
      month: (weekday, nth) => `${of(weekday, `na ${nth}`, `no ${NTHS_OF_HIM[nth] ?? nth}`)} de cada mês`,
      'month-end': (weekday) => `${of(weekday, 'na última', 'no último')} de cada mês`,
    },
    rule: (day, time, place) => `${day}, ${time} (${place})`,
    nths: ['primeira', 'segunda', 'terceira', 'quarta'],
    field: 'Repete',
    dates: 'Datas',
    nth: (ordinal, of) => `${ordinal} de ${of}`,
    course: (count) => say`É um curso de ${count}: quem se inscreve tem vaga em todas as que vierem.`,
    leftOut: say`O que está marcado fica de fora.`,
    once: 'Uma vez',
    title: (subject, other, count) => say`${subject} com ${other}, ${count} vezes`,
    asks: (learner, count) => say`${learner} quer ${count} aulas com você`,
    isOut: (count) => say`Seu pedido de ${count} aulas foi enviado`,
    clock: say`A hora nesse relógio continua a mesma, também quando muda o horário de verão.`,
    more: (count) => say`… e mais ${count}`,
    line: (nr, when, state) => say`${nr}. ${when} · ${state}`,
    counted: (count, state) => `${count} ${state}`,
    outside: (count) => say`⚠ Fora do seu horário da semana: ${count} delas.`,
    linkLater: say`O cartão com o link chega uma semana antes.`,
    one: say`Responda todas de uma vez, ou abra as datas e responda uma por uma.`,

    confirmedAll: (count, other) =>
      say`Você confirmou as ${count}. ${other} fica sabendo; o cartão com o link de cada uma chega uma semana antes.`,
    declinedAll: (count) => say`Você recusou as ${count}.`,

    scope: 'Quais delas?',
    this: 'Só esta',
    following: (count) => `Esta e as seguintes: ${times(count, 'aula', 'aulas')}`,
    all: (count) => `Todas as que vierem: ${times(count, 'aula', 'aulas')}`,
    cancelled: (count) =>
      say`${times(count, 'aula cancelada', 'aulas canceladas')}, e a outra pessoa fica sabendo em uma só mensagem.`,
    moved: (count, at) =>
      say`${times(count, 'aula mudou', 'aulas mudaram')} de horário (a primeira: ${at}). Todo mundo fica sabendo em uma só mensagem.`,
    suggest: 'Sugerir',
    moveHint: 'O novo horário da primeira. As outras vão junto.',
    suggested: (count, first) =>
      say`Perguntei à outra pessoa se ${times(count, 'aula pode', 'aulas podem')} mudar (a primeira: ${first}). Até ela dizer que sim, nada muda; enquanto isso, o horário fica guardado para vocês dois.`,
    stays: say`Fica como estava, e a outra pessoa fica sabendo.`,
    readBack: (others) =>
      say`É este o novo horário da primeira? As outras ${others} vão junto: com o mesmo número de dias de diferença, na mesma hora. Nada muda até você apertar.`,

    news: {
      confirmed: (who, count, what, first) => say`${who} confirmou as ${count}: ${what} (a primeira: ${first})`,
      declined: (who, count, what) => say`${who} recusou as ${count}: ${what}`,
      cancelled: (who, count, what, first, last) =>
        count === 1
          ? say`${who} cancelou uma aula: ${what}, ${first}`
          : say`${who} cancelou ${count} aulas: ${what} (da primeira à última: ${first} - ${last})`,
      moved: (who, count, what, first, was) =>
        say`${who} mudou o horário de ${times(count, 'aula', 'aulas')}: ${what} (agora a partir de: ${first}; era: ${was})`,
      expired: (count, what) => say`Ninguém respondeu a tempo, então as ${count} expiraram: ${what}`,
      waiting: (learner, count, what) => say`${learner} ainda espera a sua resposta sobre ${count} aulas: ${what}`,
      askedToMove: (who, count, what, first, was) =>
        say`${who} sugere outro horário para ${times(count, 'aula', 'aulas')}: ${what}, todas com o mesmo número de dias de diferença e na mesma hora (a primeira: ${first}; agora: ${was}). Nada muda até você dizer que sim`,
      stays: (who, what) => say`${who} não aceitou o outro horário, então fica como estava: ${what}`,
      moveOver: (who, what) => say`${who} sugeriu outro horário para as outras. Já está resolvido: ${what}`,
      moveLapsed: (what) =>
        say`Ninguém respondeu a tempo sobre o outro horário para as outras, então fica como estava: ${what}`,
      moveLapsedMine: (what) =>
        say`Ninguém respondeu sobre o horário que você sugeriu para as outras, então fica como estava: ${what}`,
      handedOver: (who, tutor, count, subject, first) =>
        say`${who} pediu a ${tutor} que dê ${times(count, 'aula', 'aulas')} de ${subject} (a primeira: ${first}). Os horários continuam seus, e eu aviso.`,
      place: (count, what) =>
        say`Abriu uma vaga, e ela é sua nas ${count} que ainda vêm. Se não puder vir, aperte “Desistir da vaga”: ${what}`,
      tooFew: (count, what) => say`Pouca gente se inscreveu, então as ${count} foram canceladas: ${what}`,
      goesOn: (who, what) =>
        say`${who} continuaria: ${what}. Aperte “Continuar” e fica marcado, sem precisar esperar resposta.`,
    },
    what: (subject, other) => say`${strong(subject)} com ${other}`,

    unanswered: (tutor, learner, count) => say`${tutor} não respondeu a ${learner}, que pediu ${count} aulas`,

    endingTitle: (subject, other) => say`${subject} com ${other}: continuar?`,
    ending: (last) => say`Com a última (${last}), esta série acaba.`,
    endingNext: (count, rule) => say`Mais ${count}, ${rule}?`,
    tutorOffers: (tutor) => say`${tutor} continuaria.`,
    youOffered: (learner) => say`Você disse que continuaria. Agora é com ${learner}.`,
    goesOn: say`Continua: a próxima série está marcada ou pedida.`,

    repeatTitle: 'Repetir',
    repeatSubmit: 'Mostrar as datas',
    times: (count) => `${count} vezes`,
    offered: say`Valeu! Avisei o estudante: com “Continuar”, fica marcado.`,
    booked: say`Marcado: seu tutor já tinha dito que sim. As datas estão em uma mensagem direta.`,
    howOften: 'De quanto em quanto tempo?',
    howLong: 'Quantas vezes, ou até quando?',
    howLongPlaceholder: '10 · até 15 de fevereiro',
    previewTitle: 'São estas?',
    preview: (subject, tutor, count) =>
      say`${subject} com ${tutor}, ${times(count, 'aula', 'aulas')}. Nada é enviado até você apertar “Enviar o pedido”.`,
    choose: (count) =>
      say`${count === 1 ? 'Uma delas não dá' : `${String(count)} delas não dão`}: pule ou mude cada uma, e aí você pode enviar.`,
    every: {
      week: 'Toda semana',
      'two-weeks': 'A cada duas semanas',
      month: 'Todo mês',
      'month-end': 'No fim de cada mês',
    },
    lasts: {
      times: (often, count) => `${often}, ${times(count, 'vez', 'vezes')}`,
      weeks: (often, count) => `${often}, por ${times(count, 'semana', 'semanas')}`,
      months: (often, count) => `${often}, por ${times(count, 'mês', 'meses')}`,
      until: (often, day) => `${often}, até ${day}`,
    },
    freeAt: (free, of) =>
      free === of
        ? say`As ${of} datas estão livres.`
        : say`${free} das ${of} datas ${free === 1 ? 'está livre' : 'estão livres'}.`,
    skipOne: 'Pular uma, ou recuperar uma…',
    skipped: 'pulada',
    movedFrom: (was) => say`mudou, era ${was}`,
    obstacles: {
      mine: 'você já tem compromisso',
      past: 'já passou',
      closed: 'feriado, ou fora do período letivo',
      away: 'o tutor está de folga',
      busy: 'o tutor já tem compromisso',
      full: 'o tutor já tem aulas suficientes',
      'too-soon': 'em cima da hora para o tutor',
      'too-far': 'mais longe do que o tutor planeja',
      outside: 'fora do horário do tutor',
    },
    moveTo: (nr) => `Mudar a ${nr} para …`,
  },
};
