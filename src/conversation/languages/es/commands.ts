import type { CommandsInWords } from '../command-words.ts';

export const commands: CommandsInWords = {
  book: {
    name: 'reservar',
    description: 'Pide una sesión con un tutor',
    usage: '[@tutor] [materia] [cuándo]',
    options: {
      tutor: {
        name: 'tutor',
        description: '¿Con quién? Déjalo vacío para preguntar a todos los tutores de la materia',
      },
      subject: { name: 'materia', description: '¿Qué quieres trabajar?' },
      when: { name: 'cuando', description: 'Por ejemplo: mañana a las 17, el martes a las 16:30, 2026-12-01 17:00' },
      length: {
        name: 'duracion',
        description: '¿Cuánto tiempo?',
        choices: {
          '30': '30 minutos',
          '45': '45 minutos',
          '60': '1 hora',
          '90': '1 hora 30 minutos',
          '120': '2 horas',
        },
      },
      note: { name: 'nota', description: '¿Qué quieres conseguir?' },
    },
  },
  sessions: {
    name: 'sesiones',
    description: 'Tus sesiones: próximas y pasadas, con lo que puedes hacer ahora',
    usage: '[próximas|pasadas]',
    options: {
      which: {
        name: 'cuales',
        description: '¿Próximas o pasadas?',
        choices: { upcoming: 'Próximas', past: 'Pasadas' },
      },
    },
  },
  tutors: {
    name: 'tutores',
    description: 'Quién enseña qué y cuándo tiene tiempo libre',
    usage: '[materia]',
    options: { subject: { name: 'materia', description: 'Solo los tutores de esta materia' } },
  },
  teach: {
    name: 'ensenar',
    description: 'Ofrécete como tutor, cambia lo que ofreces o haz una pausa',
    usage: '[pausa|reanudar]',
    options: {
      what: {
        name: 'que',
        description: 'Cambiar, pausar o reanudar',
        choices: { change: 'Cambiar', pause: 'Pausa', resume: 'Reanudar' },
      },
    },
  },
  settings: {
    name: 'ajustes',
    description: 'Tus recordatorios y tu zona horaria',
    usage: '',
    options: {},
  },
  timezone: {
    name: 'zona',
    description: 'Di dónde estás, para que las horas sean las tuyas',
    usage: '[ciudad o zona]',
    options: { zone: { name: 'zona', description: 'Una ciudad o zona horaria, como Madrid o America/Bogota' } },
  },
  meet: {
    name: 'reunirse',
    description: 'Para tutores: una sesión con alguien que empieza ahora',
    usage: '[@persona] [plataforma]',
    options: {
      person: { name: 'persona', description: '¿Con quién quieres reunirte?' },
      platform: { name: 'plataforma', description: '¿Dónde? Déjalo vacío para el lugar de siempre' },
    },
  },
  tutoring: {
    name: 'tutorias',
    description: 'Para admins: cómo están las plataformas de reuniones, y las sesiones de todos',
    usage: '[estado|sesiones]',
    options: {
      what: {
        name: 'que',
        description: '¿Qué quieres ver?',
        choices: { status: 'Estado', sessions: 'Sesiones' },
      },
    },
  },
};
