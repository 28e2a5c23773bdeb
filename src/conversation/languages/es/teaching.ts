import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';
import type { teaching as English } from '../en/teaching.ts';

export const teaching: typeof English = {
  tutors: {
    title: 'Tutores',
    titleOf: (subject: string): Text => say`Tutores de ${subject}`,
    none: say`Aquí todavía no enseña nadie. ¿Quieres empezar tú?`,
    noneOf: (subject: string): Text => say`Todavía nadie enseña ${subject}. Mira qué otras materias hay:`,
    rating: (average: string, count: number) => `★ ${average} (${count})`,
    noRating: 'aún sin valoraciones',
    answers: {
      minutes: say`suele responder en minutos`,
      hour: say`suele responder en una hora`,
      hours: (count: number): Text => say`suele responder en ${count} horas`,
      day: say`suele responder en un día`,
      days: say`suele tardar más de un día en responder`,
    },
    nextOpen: (at: Span): Text => say`Próximo hueco: ${at}`,
    byArrangement: say`Horario a convenir`,
  },

  teach: {
    title: 'Enseñar',
    titleChange: 'Tu oferta',
    submit: 'Guardar',
    subjects: 'Materias',
    subjectsPlaceholder: 'Álgebra, Física, Redacción',
    bio: 'Sobre ti',
    bioPlaceholder: '¿Qué conviene saber de ti antes de reservar?',
    platform: 'Dónde prefieres reunirte',
    zone: 'Tu ciudad o zona horaria',
    saved: say`Guardado. Esto es lo que se ve de ti:`,
    savedNoHours: say`Guardado. Solo falta una cosa: pulsa “Disponibilidad” para decir cuándo enseñas. Hasta entonces te propondrán horas. Esto es lo que se ve:`,
    savedApplied: say`Guardado. Antes la mira un admin: hasta entonces nadie puede reservarte. Te aviso. Esto es lo que verán los estudiantes:`,
    savedRefused: (why: string): Text =>
      say`Un admin ha dicho que no: “${why}”. Cambia tu oferta para volver a solicitarlo. Esto es lo que verían los estudiantes:`,
    savedPaused: say`Guardado. Estás en pausa: nadie puede pedirte sesiones hasta que vuelvas a recibir solicitudes.`,
    roomsTitle: 'Salas y cuentas',
    room: 'Tu propia sala permanente',
    roomHint: 'Una dirección pública https://. Podrás elegirla donde se elige el lugar de la reunión.',
    roomPlaceholder: 'https://meet.example.org/teo',
    account: 'Tu cuenta de Zoom',
    accountHint: 'La dirección que usas allí: así las reuniones son tuyas, y las empiezas tú.',
    accountPlaceholder: 'teo@school.example',
    ownRoom: 'Sala propia del tutor',
    myRoom: 'Mi propia sala',
    onlyYou: say`Esto solo lo ves tú`,
    pausedTitle: say`Estás en pausa`,
    pausedText: (count: number): Text =>
      say`${count} solicitudes seguidas caducaron sin tu respuesta, así que por ahora nadie puede pedirte sesiones. Pulsa una vez y podrán pedírtelas de nuevo. Las sesiones planeadas siguen en pie.`,
    paused: say`Estás en pausa: nadie puede pedirte sesiones hasta que vuelvas a recibir solicitudes. Las sesiones previstas se mantienen.`,
    resumed: say`¡Qué bien tenerte de vuelta! Ya pueden pedirte sesiones otra vez.`,
  },
};
