import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { times } from '../times.ts';

const every: Readonly<Record<number, string>> & Readonly<Record<7 | 14 | 28, string>> = {
  7: 'cada semana',
  14: 'cada dos semanas',
  28: 'cada cuatro semanas',
};

/** Estudiantes y tutores que forman pareja durante un periodo. */
export const programmes = {
  programmes: {
    title: 'Programas',
    intro: say`Cada uno forma parejas de estudiante y tutor durante un periodo. A quien deja de reunirse le pregunto, y después te aviso.`,
    none: say`No hay ningún programa. Un programa forma parejas de estudiante y tutor durante un periodo, y nota quién deja de reunirse.`,
    pairs: (count: number): Text => say`${times(count, 'pareja', 'parejas')}`,
    every,
    pair: (learner: string, tutor: string): Text => say`${strong(learner)} con ${strong(tutor)}`,
    met: (at: Span): Text => say`última vez: ${at}`,
    meets: (at: Span): Text => say`se reúnen ${at}`,
    notYet: say`Todavía no se han reunido.`,
    proposed: say`propuesta: aún no lo saben`,
    openTitle: 'Abrir un programa',
    changeTitle: 'Cambiar el programa',
    submit: 'Guardar',
    nameLabel: 'Nombre',
    subjectLabel: 'Materia',
    everyLabel: '¿Cada cuánto se van a reunir?',
    fromLabel: 'Primer día',
    untilLabel: 'Último día',
    dayHint: 'Por ejemplo: 1 dic, 2026-12-01',
    pairTitle: 'Formar parejas',
    pairsLabel: 'Una pareja por línea: estudiante, tutor',
    pairsHint: 'También de una hoja de cálculo. Para un estudiante solo propongo al tutor más adecuado.',
    pairsPlaceholder: 'Lucía Gómez, Theo Park',
    pairedNow: (paired: number, proposed: number, leftOut: number): Text =>
      say`Parejas: ${String(paired)}. Propuestas: ${String(proposed)}. Ya formadas, o sin tutor: ${String(leftOut)}.`,
    unread: (lines: string, count: number): Text =>
      say`No sé a quién te refieres en ${times(count, 'línea', 'líneas')} (${lines}).`,
    pairEnded: say`Esta pareja ha terminado.`,
    isOver: say`Este programa ha terminado, y sus parejas también.`,
    endSure: (name: string): Text => say`¿Terminar ${strong(name)} con todas sus parejas? Se les avisa.`,
    begins: (who: string, subject: string, programme: string, every: string, until: string): Text =>
      say`Formas pareja con ${strong(who)} para ${subject} (${programme}): ${every}, hasta el ${until}.`,
    overForYou: (who: string, programme: string): Text =>
      say`Tu pareja con ${strong(who)} ha terminado (${programme}). Lo reservado se queda.`,
    askLearner: (who: string): Text => say`Hace tiempo que no te reúnes con ${strong(who)}. ¿Cuándo es la próxima vez?`,
    askTutor: (who: string): Text =>
      say`Hace tiempo que no te reúnes con ${strong(who)}. Le he pedido que reserve la próxima vez; si los dos tienen tiempo, empiecen ahora.`,
    meetsAgain: (who: string, at: Span): Text => say`Tú y ${strong(who)} se reúnen de nuevo (${at}).`,
    meetAgain: (at: Span): Text => say`Se reúnen de nuevo (${at}).`,
    quiet: (learner: string, tutor: string, programme: string): Text =>
      say`${learner} y ${tutor} han dejado de reunirse (${programme})`,
    lastMet: (at: Span): Text => say`La última vez (${at}) fue hace demasiado. Ya les he preguntado.`,
  },
};
