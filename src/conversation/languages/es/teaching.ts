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
    paused: say`Estás en pausa: nadie puede pedirte sesiones hasta que vuelvas a recibir solicitudes. Las sesiones previstas se mantienen.`,
    resumed: say`¡Qué bien tenerte de vuelta! Ya pueden pedirte sesiones otra vez.`,
  },
};
