import type { Text } from '../../message.ts';
import { say } from '../../say.ts';
import { times } from '../times.ts';

/** Lo que los admins ven y deciden de personas, tutores y materias. */
export const caring = {
  care: {
    titles: {
      pause: 'Pausar al tutor',
      resume: 'Que vuelva a recibir',
      limit: 'Límite semanal',
      remove: 'Quitar al tutor',
      silence: 'Parar sus solicitudes',
      hear: 'Permitir solicitudes',
    },
    buttons: {
      pause: 'Pausar',
      resume: 'Que vuelva a recibir',
      limit: 'Límite semanal',
      remove: 'Ya no es tutor',
      silence: 'Parar sus solicitudes',
      hear: 'Permitir sus solicitudes',
    },
    submit: 'Hacerlo',
    reason: '¿Por qué? Lo va a leer',
    most: 'Sesiones por semana (vacío: sin límite)',
    done: (name: string): Text => say`Hecho. ${name} lee quién lo hizo y por qué.`,
    told: {
      pause: (who: string): Text => say`${who} ha pausado tu oferta: nadie puede pedirte nada por ahora.`,
      resume: (who: string): Text => say`${who} ha abierto tu oferta otra vez: ya te pueden pedir sesiones.`,
      limit: (who: string, most: number | undefined): Text =>
        most === undefined
          ? say`${who} ha quitado el límite: puedes tener las sesiones por semana que quieras.`
          : say`${who} te ha puesto un límite: ${times(most, 'sesión', 'sesiones')} por semana como máximo.`,
      remove: (who: string): Text => say`${who} te ha quitado de los tutores.`,
      silence: (who: string): Text => say`${who} ha parado tus solicitudes por ahora. Habla con la administración.`,
      hear: (who: string): Text => say`${who} te deja pedir sesiones otra vez.`,
    },
  },

  people: {
    title: 'Buscar a alguien',
    submit: 'Mostrar',
    who: '¿A quién?',
    chats: 'Dónde está',
    zone: 'Zona horaria',
    sessions: 'Sesiones',
    counted: (ahead: number, past: number): Text => say`${ahead} por delante, ${past} pasadas`,
    silenced: say`Sus solicitudes están paradas.`,
    teaches: 'Como tutor',
    canBeAsked: 'recibe solicitudes',
    paused: 'en pausa',
    standing: { applied: 'espera respuesta', refused: 'rechazado' },
    weekly: (most: number) => `${most} por semana como máximo`,
    rating: 'Valoración',
    allTutors: 'Todos los tutores',
    noTutors: say`Aquí aún no enseña nadie.`,
  },

  audit: {
    title: 'Lo que se ha hecho',
    none: say`No hay nada que mostrar.`,
  },

  subjects: {
    title: 'Materias',
    none: say`Aquí aún no se enseña nada.`,
    line: (name: string, tutors: number): Text => say`${name}: ${times(tutors, 'tutor', 'tutores')}`,
    also: (names: string): Text => say`también como ${names}`,
    changeOne: 'Cambiar una',
    formTitle: 'Cambiar la materia',
    submit: 'Guardar',
    name: 'Nombre',
    aliases: 'Otros nombres',
    aliasesHint: 'Con comas entre ellos: en otros idiomas, abreviaturas.',
    into: 'O juntarla con',
    saved: say`Guardado.`,
  },

  bookFor: {
    title: 'Pedir para alguien',
    submit: 'Pedirla',
    learner: '¿Para quién?',
    tutor: '¿Con quién?',
    subject: 'Materia',
    when: '¿Cuándo?',
    length: '¿Cuánto tiempo?',
    readBack: say`¿Es esta la hora? No se pide nada hasta que lo pulses.`,
    askAt: (when: string) => `Pedir ${when}`,
    news: (who: string, what: Text): Text => say`${who} ha pedido una sesión para ti: ${what}`,
  },
};
