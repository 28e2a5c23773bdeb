import { say, strong } from '../../say.ts';
import type { report as English } from '../en/report.ts';
import { times } from './times.ts';

export const report: typeof English = {
  report: {
    title: (days) => `Relatório: ${days}`,
    periods: { week: 'Semana', month: 'Mês', term: 'Período letivo' },
    earlier: 'Antes',
    later: 'Depois',
    none: say`Nenhuma aula começou nesse tempo.`,
    states: 'Aulas por situação',
    hours: 'Horas por tutor',
    sessions: (count) => times(count, 'aula', 'aulas'),
    taught: (sessions, length) => say`${strong(sessions)}, ${strong(length)} de ensino.`,
    filled: (asked, filled, share) => say`Pedidas: ${asked}; a ${filled} delas alguém disse que sim (${share}).`,
    answer: (length) => say`Metade das respostas chegou em até ${length}.`,
    missing: (learners, tutors) =>
      say`Não vieram: ${times(learners, 'estudante', 'estudantes')}, ${times(tutors, 'tutor', 'tutores')}.`,
    rated: (average, count) => say`Média ★ ${average}, por ${times(count, 'estudante', 'estudantes')}.`,
    tutors: 'Tutores',
    subjects: 'Matérias',
    line: (name, sessions, length) => say`${name}: ${sessions}; ${length}`,
    absences: (count) => times(count, 'falta', 'faltas'),
    others: (count) => say`… e mais ${count}`,
  },
};
