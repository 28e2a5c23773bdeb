import type { CommandsInWords } from '../command-words.ts';

const states = {
  requested: 'En espera',
  confirmed: 'Confirmada',
  started: 'En curso',
  ended: 'Terminada',
  declined: 'Rechazada',
  expired: 'Caducada',
  cancelled: 'Cancelada',
};

export const commands: CommandsInWords = {
  book: {
    name: 'reservar',
    description: 'Pide una sesión con un tutor',
    usage: '[@tutor] [materia] [cuándo] [cada semana, 10 veces]',
    options: {
      tutor: {
        name: 'tutor',
        description: '¿Con quién? Déjalo vacío para preguntar a todos los tutores de la materia',
      },
      subject: { name: 'materia', description: '¿Qué quieres trabajar?' },
      when: { name: 'cuándo', description: 'Por ejemplo: mañana a las 17, el martes a las 16:30, 2026-12-01 17:00' },
      length: {
        name: 'duración',
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
      repeat: {
        name: 'repetir',
        description: 'Por ejemplo: cada semana, 10 veces · cada dos semanas hasta el 15 de febrero',
      },
    },
  },
  sessions: {
    name: 'sesiones',
    description: 'Tus sesiones: próximas y pasadas, con lo que puedes hacer ahora',
    usage: '[próximas|semana|pasadas] [@persona]',
    options: {
      which: {
        name: 'cuáles',
        description: '¿Próximas, los próximos siete días o pasadas?',
        choices: { upcoming: 'Próximas', week: 'Semana', past: 'Pasadas' },
      },
      person: { name: 'persona', description: 'Solo las que son con esta persona' },
    },
  },
  tutors: {
    name: 'tutores',
    description: 'Quién enseña qué, cuándo tiene tiempo libre, y sesiones para muchos',
    usage: '[materia]',
    options: { subject: { name: 'materia', description: 'Solo los tutores de esta materia' } },
  },
  teach: {
    name: 'enseñar',
    description: 'Ofrécete como tutor, cambia lo que ofreces, haz una pausa o abre una sesión de grupo',
    usage: '[pausa|reanudar|grupo|tutoría|encuesta|plantillas|horas]',
    options: {
      what: {
        name: 'qué',
        description: 'Cambiar, pausar, reanudar, una sesión para muchos, plantillas, o tus horas impartidas',
        choices: {
          change: 'Cambiar',
          pause: 'Pausa',
          resume: 'Reanudar',
          group: 'Grupo',
          office: 'Tutoría abierta',
          poll: 'Encuesta',
          templates: 'Plantillas',
          statement: 'Horas',
        },
      },
    },
  },
  availability: {
    name: 'disponibilidad',
    description: 'Para quien enseña: tu horario semanal, tus días libres y tus reglas',
    usage: '[lun-vie 16-19 | libre 24 dic - 2 ene | extra sáb 10-12]',
    options: {
      change: { name: 'cambio', description: 'Por ejemplo: lun-vie 16-19, libre 24 dic - 2 ene, extra sáb 10-12' },
    },
  },
  free: {
    name: 'libre',
    description: 'Para quien enseña: di que estás para quien necesite ayuda ahora',
    usage: '[hasta]',
    options: {
      until: { name: 'hasta', description: '¿Hasta cuándo? Por ejemplo: las 18:00, 2 horas. Si no, una hora' },
    },
  },
  now: {
    name: 'ahora',
    description: 'Pide ayuda ahora a quien esté libre',
    usage: '[materia]',
    options: { subject: { name: 'materia', description: '¿Con qué necesitas ayuda?' } },
  },
  settings: {
    name: 'ajustes',
    description: 'Tus recordatorios, idioma, zona y horas de silencio; tus datos, y cómo borrarlos',
    usage: '[silencio|bloqueos|datos|borrar]',
    options: {
      what: {
        name: 'qué',
        description: 'Cambiar, silencio, a quién has bloqueado, todo lo guardado sobre ti, o borrarlo',
        choices: { change: 'Cambiar', quiet: 'Silencio', blocked: 'Bloqueos', data: 'Datos', delete: 'Borrar' },
      },
    },
  },
  link: {
    name: 'enlazar',
    description: 'Ser una sola persona en Slack y Discord: pide un código o escribe el que recibiste',
    usage: '[código]',
    options: { code: { name: 'código', description: 'El código de tu otro chat. Sin él recibes uno' } },
  },
  timezone: {
    name: 'zona',
    description: 'Di dónde estás, para que las horas sean las tuyas',
    usage: '[ciudad o zona]',
    options: { zone: { name: 'zona', description: 'Una ciudad o zona horaria, como Madrid o America/Bogota' } },
  },
  calendar: {
    name: 'calendario',
    description: 'Tus sesiones en tu propio calendario',
    usage: '',
    options: {},
  },
  credits: {
    name: 'créditos',
    description: 'Cuántas sesiones te quedan, y hasta cuándo',
    usage: '',
    options: {},
  },
  observer: {
    name: 'observador',
    description: 'Alguien, como una madre, que ve tus sesiones; y las que ves tú',
    usage: '[@persona]',
    options: { person: { name: 'persona', description: '¿Quién las va a ver? Vacío: quién las ve ya' } },
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
    name: 'tutorías',
    description: 'Para admins: cómo están las plataformas de reuniones, y las sesiones de todos',
    usage:
      '[estado|sesiones|informe|exportar|importar|tutores|personas|materias|reservar|registro|festivos|configurar|créditos|observadores|bloqueos|certificado|programa]',
    options: {},
    words: {
      status: {
        name: 'estado',
        description: 'Cómo están las plataformas de reuniones, y las reglas',
        usage: '',
        options: {},
      },
      sessions: {
        name: 'sesiones',
        description: 'Busca sesiones, próximas y pasadas, y decide sobre ellas',
        usage: '[@persona] [estado] [día]',
        options: {
          person: { name: 'persona', description: 'Solo las de esta persona' },
          state: { name: 'estado', description: 'Solo las que están así', choices: states },
          day: { name: 'día', description: 'Por ejemplo: hoy, 3 dic, 2026-11-24, 1-15 dic' },
        },
      },
      setup: {
        name: 'configurar',
        description: 'El canal de moderación de este servidor o espacio, y su idioma',
        usage: '[#canal] [idioma]',
        options: {
          channel: {
            name: 'canal',
            description: 'Dónde leen los admins lo que los necesita; antes déjame escribir ahí',
          },
          language: { name: 'idioma', description: 'En qué se escriben sus avisos' },
        },
      },
      report: {
        name: 'informe',
        description: 'Sesiones, horas, respuestas, ausencias y valoraciones en números',
        usage: '[semana|mes|trimestre]',
        options: {
          period: {
            name: 'periodo',
            description: '¿De qué tiempo?',
            choices: { week: 'Semana', month: 'Mes', term: 'Trimestre' },
          },
        },
      },
      export: {
        name: 'exportar',
        description: 'Las sesiones en un archivo para tus hojas de cálculo',
        usage: '[días]',
        options: {
          days: { name: 'días', description: 'Por ejemplo: 1-30 nov. Si no, el último año y todo lo próximo' },
        },
      },
      import: {
        name: 'importar',
        description: 'Personas, tutores, materias y horas de una tabla',
        usage: '',
        options: { file: { name: 'archivo', description: 'Un archivo CSV. Si no, pega la tabla' } },
      },
      tutors: {
        name: 'tutores',
        description: 'Todos los tutores: aprobar, pausar, limitar o quitar',
        usage: '[@tutor]',
        options: { tutor: { name: 'tutor', description: 'Solo este' } },
      },
      people: {
        name: 'personas',
        description: 'Una persona, sus sesiones y si puede pedir alguna',
        usage: '[@persona]',
        options: { person: { name: 'persona', description: '¿Quién?' } },
      },
      subjects: {
        name: 'materias',
        description: 'Lo que se enseña aquí: nombres, otros nombres, y dos en una',
        usage: '',
        options: {},
      },
      book: {
        name: 'reservar',
        description: 'Pide una sesión para un estudiante',
        usage: '[@estudiante] [@tutor]',
        options: {
          learner: { name: 'estudiante', description: '¿Para quién?' },
          tutor: { name: 'tutor', description: '¿Con quién? Si no, con quien esté libre' },
          subject: { name: 'materia', description: '¿Qué va a trabajar?' },
          when: { name: 'cuándo', description: 'Por ejemplo: mañana a las 17, 2026-12-01 17:00' },
          length: {
            name: 'duración',
            description: '¿Cuánto tiempo?',
            choices: {
              '30': '30 minutos',
              '45': '45 minutos',
              '60': '1 hora',
              '90': '1 hora 30 minutos',
              '120': '2 horas',
            },
          },
          note: { name: 'nota', description: '¿Qué quiere conseguir?' },
        },
      },
      audit: {
        name: 'registro',
        description: 'Lo que se ha hecho aquí, quién y cuándo',
        usage: '[@persona] [día]',
        options: {
          person: { name: 'persona', description: 'Solo lo que ha hecho esta persona' },
          day: { name: 'día', description: 'Por ejemplo: hoy, 3 dic, 1-15 dic' },
        },
      },
      holidays: { name: 'festivos', description: 'Festivos y periodos', usage: '', options: {} },
      credits: {
        name: 'créditos',
        description: 'Quién tiene cuántas sesiones; dar más, y las reglas',
        usage: '[@persona]',
        options: { person: { name: 'persona', description: '¿De quién? Déjalo vacío para ver a todos' } },
      },
      observers: {
        name: 'observadores',
        description: 'Quién ve las sesiones de quién; confirmar, poner y terminar',
        usage: '',
        options: {},
      },
      blocks: {
        name: 'bloqueos',
        description: 'A quién no dejan entrar los admins, cómo vuelve, y quién no quiere coincidir con quién',
        usage: '',
        options: {},
      },
      statement: {
        name: 'certificado',
        description: 'Un certificado de lo que alguien ha impartido, como archivo',
        usage: '[@tutor] [periodo]',
        options: {
          person: { name: 'tutor', description: '¿De quién?' },
          period: { name: 'periodo', description: 'Por ejemplo: septiembre, 2026-09, 1 sep - 15 oct' },
        },
      },
      programme: {
        name: 'programa',
        description: 'Forma parejas para un periodo, y ve quién deja de reunirse',
        usage: '[nombre]',
        options: { name: { name: 'nombre', description: '¿Cuál? Déjalo vacío para ver todos' } },
      },
      help: { name: 'ayuda', description: 'Lo que pueden hacer los admins aquí', usage: '', options: {} },
    },
  },
  help: {
    name: 'ayuda',
    description: 'Lo que puedo hacer y cómo se escribe',
    usage: '',
    options: {},
  },
};
