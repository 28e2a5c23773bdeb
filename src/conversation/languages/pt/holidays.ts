import { say, strong } from '../../say.ts';
import type { holidays as English } from '../en/holidays.ts';
import { times } from './times.ts';

export const holidays: typeof English = {
  holidays: {
    title: 'Feriados e períodos letivos',
    intro: say`Em feriados ninguém marca aula. Onde há períodos letivos, ninguém marca fora deles. Os dias são os de cada tutor.`,
    none: say`Não há feriados nem períodos letivos: dá para marcar em qualquer dia.`,
    saved: say`Salvo.`,
    read: (days, leftOut) =>
      leftOut === 0
        ? say`Salvei ${times(days, 'feriado', 'feriados')}.`
        : say`Salvei ${times(days, 'feriado', 'feriados')}. ${times(leftOut, 'evento tinha hora, então ficou', 'eventos tinham hora, então ficaram')} de fora.`,
    holiday: (name, days) => say`${strong(name)} (feriado): ${days}`,
    term: (name, days) => say`${strong(name)} (período letivo): ${days}`,
    insideNow: (count) =>
      count === 1
        ? say`Uma aula caiu em um dia desses. Ela continua como está; cancele ou mude o horário se não puder acontecer:`
        : say`${String(count)} aulas caíram em dias desses. Elas continuam como estão; cancele ou mude as que não puderem acontecer:`,
    addTitle: 'Feriado ou período',
    submit: 'Salvar',
    kind: 'O que é?',
    kinds: { holiday: 'Um feriado', term: 'Um período letivo' },
    name: 'Nome',
    namePlaceholder: 'Férias de verão',
    from: 'Dia, ou primeiro dia',
    until: 'Último dia',
    dayPlaceholder: '24 dez · 24 dez - 2 jan · 2026-12-24',
    untilHint: 'Deixe vazio para um dia só.',
    readTitle: 'Ler um calendário',
    text: 'O texto de um arquivo de calendário (ICS)',
    textHint: 'Abra o arquivo em um editor de texto e cole. Só leio dias inteiros; várias colagens se somam.',
    textPlaceholder: 'BEGIN:VCALENDAR e tudo o que vem depois',
    unnamed: 'Feriado',
    remove: 'Remover…',
  },
};
