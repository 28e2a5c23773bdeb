import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** Lo que los admins leen en números de una semana, un mes o un trimestre. */
export const report = {
  report: {
    title: (days: string) => `Informe: ${days}`,
    periods: { week: 'Semana', month: 'Mes', term: 'Trimestre' },
    earlier: 'Antes',
    later: 'Después',
    none: say`En ese tiempo no empezó ninguna sesión.`,
    states: 'Sesiones por estado',
    hours: 'Horas por tutor',
    sessions: (count: number) => times(count, 'sesión', 'sesiones'),
    taught: (sessions: string, length: string): Text => say`${strong(sessions)}, ${strong(length)} de clase.`,
    filled: (asked: number, filled: number, share: string): Text =>
      say`Pedidas: ${asked}; a ${filled} de ellas alguien dijo que sí (${share}).`,
    answer: (length: string): Text => say`La mitad de las respuestas llegó en menos de ${length}.`,
    missing: (learners: number, tutors: number): Text =>
      say`No vinieron: ${times(learners, 'estudiante', 'estudiantes')}, ${times(tutors, 'tutor', 'tutores')}.`,
    rated: (average: string, count: number): Text =>
      say`Valoradas con ★ ${average} de media, por ${times(count, 'estudiante', 'estudiantes')}.`,
    tutors: 'Tutores',
    subjects: 'Materias',
    line: (name: string, sessions: string, length: string): Text => say`${name}: ${sessions}; ${length}`,
    absences: (count: number) => times(count, 'ausencia', 'ausencias'),
    others: (count: number): Text => say`… y ${count} más`,
  },
};
