import { say } from '../../say.ts';
import type { coming as English } from '../en/coming.ts';
import { times } from './times.ts';

export const coming: typeof English = {
  late: {
    said: (minutes) => say`Avisei os outros de que você vai atrasar uns ${minutes} minutos.`,
    news: (who, minutes, what) => say`${who} vai atrasar uns ${minutes} minutos: ${what}. Espere um pouco, por favor.`,
    field: (who, minutes) => say`${who}, uns ${minutes} minutos`,
  },

  coming: {
    asked: (what) => say`Você ainda vem? ${what}`,
    thanks: (other) => say`Valeu! ${other} já consegue ver.`,
    cannot: say`O que você quer fazer? Se só precisa de outro horário, sugira um; nada é cancelado até você dizer.`,
    saidYes: (what) => say`Você vem: ${what}`,
    over: (what) => say`Resolvido: ${what}`,
    silent: (who, what) => say`${who} ainda não disse se vem: ${what}`,
    comes: (who, what) => say`${who} vem: ${what}`,
    yes: (names) => say`${names}: sim`,
    waiting: (names) => say`${names}: sem resposta ainda`,
  },

  rules: {
    title: 'Regras',
    submit: 'Salvar',
    asksComing: 'Perguntar “Você ainda vem?” na véspera',
    asks: { yes: 'Sim', no: 'Não' },
    late: 'Até quantas horas antes dá para cancelar',
    open: 'Aulas pela frente por estudante',
    weekly: 'Aulas por semana por estudante',
    openHint: 'Pedidos também contam. Deixe vazio para não ter limite.',
    weeklyHint: 'De segunda a domingo. Deixe vazio para não ter limite.',
    ahead: 'Dias de antecedência para marcar',
    aheadHint: 'De 7 a 366. Os tutores escolhem o mesmo ou menos.',
    aheadNow: (days) => say`Dá para marcar com até ${times(days, 'dia', 'dias')} de antecedência.`,
    saved: say`Salvo. Vale a partir de agora; o que já foi combinado fica.`,
    head: say`Regras`,
    asksNow: say`Na véspera, pergunto aos estudantes se ainda vêm.`,
    asksNotNow: say`Não pergunto nada na véspera.`,
    lateNow: (hours) =>
      say`Cancelar a menos de ${times(hours, 'hora', 'horas')} do início é em cima da hora, e fica registrado.`,
    lateSoFar: (names) => say`Cancelaram em cima da hora nos últimos 90 dias: ${names}.`,
    openNow: (most) => say`Cada estudante pode ter ${times(most, 'aula', 'aulas')} pela frente.`,
    weeklyNow: (most) => say`Cada estudante pode ter ${times(most, 'aula', 'aulas')} por semana.`,
  },
};
