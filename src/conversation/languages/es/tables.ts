import { say } from '../../say.ts';
import { times } from '../times.ts';

/** Tablas que los admins reciben y dan. */
export const tables = {
  export: {
    comes: say`El archivo llega en un momento por mensaje directo.`,
    title: 'Las sesiones',
    text: (count: number) =>
      say`${times(count, 'sesión', 'sesiones')}, con tus horas. Ábrelo con cualquier programa de hojas de cálculo.`,
    cut: (most: number) => say`Hay más de ${most}: estas son las primeras. Pide menos días para tener las demás.`,
    heads: {
      starts: 'Inicio',
      ends: 'Final',
      state: 'Estado',
      subject: 'Materia',
      tutor: 'Quién enseña',
      learners: 'Estudiantes',
      platform: 'Plataforma',
      requested: 'Pedida',
      confirmed: 'Confirmada',
      ratings: 'Valoraciones',
      reason: 'Motivo',
    },
  },
};
