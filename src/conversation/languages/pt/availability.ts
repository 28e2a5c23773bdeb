import { say, strong } from '../../say.ts';
import type { availability as English } from '../en/availability.ts';
import { times } from './times.ts';

export const availability: typeof English = {
  availability: {
    title: 'Sua disponibilidade',
    hours: (hours, place) => say`${strong(hours)}\nNo seu relógio (${place}).`,
    byArrangement: say`Você não indicou um horário da semana, então é a combinar: os estudantes sugerem um horário.`,
    saved: say`Salvo.`,
    daysTitle: 'Dias diferentes',
    off: (days, hours) => (hours === '' ? say`${days}: de folga` : say`${days}: de folga ${hours}`),
    extra: (days, hours) => say`${days}: também ${hours}`,
    rulesTitle: 'Regras',
    lengths: (lengths, every) => say`Durações: ${lengths}, com início a cada ${every}.`,
    asked: (notice, days) =>
      notice === ''
        ? say`Antecedência: até ${times(days, 'dia', 'dias')}, sem mínimo.`
        : say`Antecedência: até ${times(days, 'dia', 'dias')}, e pelo menos ${notice}.`,
    buffers: (before, after) =>
      before === '' && after === ''
        ? say`Pausas: nenhuma.`
        : say`Pausas: ${before === '' ? 'nada' : before} antes, ${after === '' ? 'nada' : after} depois.`,
    limits: (aDay, aWeek) =>
      aDay === '' && aWeek === ''
        ? say`Aulas: quantas vierem.`
        : say`Aulas: no máximo ${[aDay && `${aDay} por dia`, aWeek && `${aWeek} por semana`].filter(Boolean).join(', ')}.`,
    takesOutside: say`Outros horários: os estudantes podem pedir, e você lê que é fora do seu horário.`,
    refusesOutside: say`Outros horários: ninguém pode pedir.`,
    outsideNow: (count) =>
      count === 1
        ? say`Uma aula ficou fora do seu horário. Ela continua como está; cancele se você não puder:`
        : say`${String(count)} aulas ficaram fora do seu horário. Elas continuam como estão; cancele as que você não puder dar:`,
    hoursTitle: 'Horário da semana',
    submit: 'Salvar',
    hoursLabel: 'Sua semana normal',
    hoursPlaceholder: 'seg-sex 16-19, sáb 10:00-12:30, sex 22-1',
    hoursHint: 'No seu fuso horário. Deixe vazio para combinar caso a caso.',
    zone: 'Sua cidade ou fuso horário',
    dayTitle: 'Dias diferentes',
    kind: 'O que muda?',
    kinds: { off: 'Estou de folga', extra: 'Dou mais aulas' },
    from: 'Dia, ou primeiro dia',
    until: 'Último dia',
    dayPlaceholder: '24 dez · sexta que vem · 2026-12-24',
    untilHint: 'Deixe vazio para um dia só.',
    dayHours: 'Horas',
    dayHoursPlaceholder: '14-18',
    dayHoursHint: 'Para folgar o dia inteiro, deixe vazio.',
    rulesForm: 'O que você oferece',
    lengthsLabel: 'Durações que você oferece',
    everyLabel: 'Início oferecido a cada',
    noticeLabel: 'Pedido com pelo menos esta antecedência',
    aheadLabel: 'Pedido com no máximo esta antecedência',
    days: (days) => times(days, 'dia', 'dias'),
    outsideLabel: 'Pedidos fora do seu horário',
    outside: { yes: 'Os estudantes podem pedir', no: 'Ninguém pode pedir' },
    none: 'Nada',
    limitsForm: 'Pausas e limites',
    beforeLabel: 'Livre antes de cada aula',
    afterLabel: 'Livre depois de cada aula',
    bufferHint: 'Entre duas aulas vale a pausa maior, uma vez só.',
    aDayLabel: 'Máximo de aulas por dia',
    aWeekLabel: 'Máximo de aulas por semana',
    noLimit: 'Sem limite',
    remove: 'Remover dias…',
  },
};
