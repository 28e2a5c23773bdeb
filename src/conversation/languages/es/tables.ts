import { say, strong } from '../../say.ts';
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

  import: {
    title: 'Importar una tabla',
    submit: 'Comprobar',
    pasted: 'La tabla, en CSV (o envíame el archivo)',
    pastedHint: 'Columnas: nombre, id, materias, horas, duraciones, sobre mí, zona. Solo hace falta el nombre.',
    placeholder: 'nombre,materias,horas',
    columns: 'nombre, id, materias, horas, duraciones, sobre mí, zona',
    heads: {
      name: 'nombre',
      id: 'identificador',
      subjects: 'materias',
      hours: 'horas',
      lengths: 'duraciones',
      bio: 'sobre mí',
      zone: 'zona',
    },
    offer: (name: string) =>
      say`¿Importo ${strong(name)}: personas, tutores, materias y horas? Primero solo la compruebo y digo qué he encontrado.`,
    unknownColumn: (names: string, known: string) => say`No conozco la columna ${names}. Conozco: ${known}.`,
    noName: (known: string) => say`No hay columna “nombre”. La primera línea nombra las columnas: ${known}.`,
    noRows: say`No hay ninguna fila debajo de la primera línea.`,
    tooManyRows: (most: number) => say`Admito ${most} filas a la vez. Divide la tabla en dos.`,
    notATable: say`A partir de aquí no la puedo leer como tabla. ¿Faltan unas comillas?`,
    twice: (line: number) => say`La misma persona ya está en la línea ${line}.`,
    problems: say`Todavía no se ha importado nada, por esto:`,
    line: (line: number) => say`Línea ${line}:`,
    others: (count: number) => say`… y ${count} más`,
    ready: (people: number, tutors: number, added: number) =>
      say`Se puede importar: ${times(people, 'persona', 'personas')}, de ellas ${times(tutors, 'tutor', 'tutores')} y ${added} que aún no conozco. No se importa nada hasta que pulses “Importar”.`,
    done: (people: number) => say`Importado: ${times(people, 'persona', 'personas')}.`,
  },
};
