import type { Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { statements as English } from '../en/statements.ts';

export const statements: typeof English = {
  statement: {
    title: 'Horas impartidas',
    submit: 'Crear',
    tutor: 'Tutor o tutora',
    month: 'Mes',
    period: 'O un periodo a tu medida',
    periodHint: 'Por ejemplo: 1 sep - 15 oct. Entonces cuenta en lugar del mes.',
    sessions: (count: number) => (count === 1 ? '1 sesión' : `${String(count)} sesiones`),
    comes: (tutor: string, period: string): Text =>
      say`El certificado de ${strong(tutor)}, ${period}, te llega como archivo en un mensaje directo.`,
    text: (tutor: string, period: string): Text =>
      say`Aquí está lo que ${strong(tutor)} impartió ${period}, tal como consta ahora. Queda así, cambie lo que cambie después.`,
    total: 'En total',
    code: 'Código',
    checkHere: (code: string) => `${code}: compruébalo aquí`,
    noCode: 'No lleva código para comprobarlo, porque este Tutorline no tiene dirección pública.',
  },

  paper: {
    tutor: 'Tutor o tutora',
    period: 'Periodo',
    clock: 'Horas',
    made: 'Creado el',
    between: (from: string, until: string) => `del ${from} al ${until}`,
    when: 'Cuándo',
    learner: 'Con',
    subject: 'Materia',
    minutes: 'Minutos',
    total: 'En total',
    how: 'Son las sesiones que se celebraron según quienes estuvieron en ellas, cada una con la duración reservada.',
    unsettled: (count: number) =>
      count === 1
        ? 'Falta 1 sesión más, porque aún no consta si se celebró.'
        : `Faltan ${String(count)} sesiones más, porque aún no consta si se celebraron.`,
    missed: 'Un � ocupa el lugar de una letra que este papel no puede mostrar.',
    check: (code: string, url: string) => `Código ${code}. Cualquiera puede comprobarlo: ${url}`,
    page: (number: string, of: string) => `Página ${number} de ${of}`,
  },

  check: {
    genuine: 'Este certificado es auténtico',
    genuineText: (tutor: string, period: string, sessions: string, length: string, made: string) =>
      `${tutor} impartió ${sessions} ${period}: ${length} en total. Se creó el ${made}. Compáralo con lo que dice el papel.`,
    unknown: 'Ningún certificado tiene este código',
    unknownText: 'Compara otra vez el código con el papel, letra por letra. Si es el mismo, el papel no es auténtico.',
    slowly: 'Más despacio',
    tooOften: 'Desde tu red se han probado demasiados códigos. Inténtalo de nuevo en un minuto.',
  },
};
