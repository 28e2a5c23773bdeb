import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { chatName, type Words } from '../en/words.ts';
import { commands } from './commands.ts';
import { refusals } from './refusals.ts';

const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/**
 * The Spanish sentences: "tú", and words that are at home both in Spain and in Latin America. Days and times come in
 * each chat's own form ("hoy 17:00", "martes 1 de diciembre, 17:00"), so they stand after a colon, where any form fits.
 */
export const es: Words = {
  commands,
  refusals,

  chat: {
    notForThisServer:
      'Tutorline no está configurado para este servidor, así que aquí no guardo nada. Pregunta a quienes administran Tutorline.',
    openForm: 'Abrir el formulario',
    edit: 'Editar',
    more: 'Más',
    required: 'Este campo es necesario.',
    yourTime: (zone: string) => `Tu hora: ${zone}`,
    date: 'Fecha',
    time: 'Hora',
    andMore: (count: number) => `… y ${count} más.`,
    areYouSure: (what: string) => `${what}: ¿seguro?`,
    leaveIt: 'No, dejarlo así',
    unknownWord: (word: string) => `No conozco “${word}”.`,
    dmsClosedHint: {
      slack:
        'Abre Tutorline en Aplicaciones, elige Mensajes y permite sus mensajes. Mientras tanto lo encuentras todo en Inicio.',
      discord:
        'Abre el menú del servidor, elige Ajustes de privacidad y permite los mensajes directos. Mientras tanto lo encuentras todo con /sesiones.',
    },
  },

  reception: {
    fault: (id: string): Text =>
      say`Algo ha fallado por mi parte. Mira tus sesiones antes de intentarlo otra vez. Si sigue pasando, da este número a un admin: ${id}.`,
    tookTooLong: say`He tardado demasiado. Pulsa el botón y se abre el formulario.`,
    dmsWereClosed: (hint: string): Text =>
      say`Últimamente no he podido enviarte mensajes directos; ahora lo intento otra vez. Si no llega nada: ${hint}`,
    unknownButton: say`Este botón es de una versión anterior y ya no hace nada. Escríbeme un mensaje y te enseño lo que puedes hacer.`,
  },

  help: {
    title: 'Lo que puedo hacer',
    intro: say`Reservo sesiones de tutoría. Tú la pides, el tutor la confirma y el enlace y los recordatorios llegan a las dos partes.`,
    line: (command: string, usage: string, description: string): Text =>
      say`${strong(command)}${usage === '' ? '' : ` ${usage}`}: ${description}`,
    usage: 'Cómo se escribe',
    typed: (text: string): Text =>
      say`Solo entiendo comandos y botones, así que no he podido hacer nada con “${text}”. Quizá necesitas algo de esto:`,
  },

  buttons: {
    tryAgain: 'Probar otra vez',
    newLink: 'Enlace nuevo',
    otherPlatform: 'Otra plataforma',
    startAsHost: 'Empezar de anfitrión',
    record: 'Grabar',
    dontRecord: 'No grabar',
    giveLink: 'Dar un enlace',
    move: 'Mover',
    moveTo: (when: string) => `Mover: ${when}`,
    rooms: 'Salas y cuentas',
    status: 'Estado',
    allSessions: 'Todas las sesiones',
    book: 'Reservar una sesión',
    bookThem: (tutor: string) => `Reservar con ${tutor}`,
    bookAgain: 'Reservar otra vez',
    sessions: 'Mis sesiones',
    past: 'Sesiones pasadas',
    upcoming: 'Próximas sesiones',
    tutors: 'Buscar tutor',
    teach: 'Enseñar',
    settings: 'Ajustes',
    confirm: 'Confirmar',
    confirmAll: (count: number) => `Confirmar las ${count}`,
    confirmFor: (tutor: string) => `Confirmar por ${tutor}`,
    decline: 'Rechazar',
    cancel: 'Cancelar',
    cancelSession: 'Sí, cancelarla',
    join: 'Entrar',
    openRoom: 'Abrir la sala',
    end: 'Terminar la sesión',
    rate: 'Valorar la sesión',
    changeRating: 'Cambiar mi valoración',
    notHeld: 'No tuvo lugar',
    send: 'Enviar la solicitud',
    change: 'Cambiar',
    open: 'Abrir',
    more: 'Más',
    back: 'Atrás',
    nudge: 'Recordárselo al tutor',
    pause: 'Pausar',
    resume: 'Volver a recibir solicitudes',
    changeOffer: 'Cambiar mi oferta',
    findOther: 'Buscar otro tutor',
    timezone: 'Poner mi zona horaria',
  },

  fields: {
    subject: 'Materia',
    tutor: 'Tutor',
    learner: 'Estudiante',
    when: 'Cuándo',
    length: 'Duración',
    note: 'Qué conseguir',
    where: 'Dónde',
    link: 'Enlace',
    meetingId: 'ID de la reunión',
    before: 'Antes',
    ownRoom: 'Sala propia',
    account: 'Cuenta',
    today: 'Hoy',
    limits: 'Margen que queda',
    webhooks: 'Avisos suyos',
    attendance: 'Quién vino',
    passcode: 'Código de acceso',
    recording: 'Grabación',
    seen: 'Vistos por la plataforma',
    reason: 'Motivo',
    rating: 'Valoración',
    notes: 'Notas del tutor',
    whoIsThere: 'Quién está',
    subjects: 'Materias',
    hours: 'Horario',
    nextOpen: 'Próximo horario libre',
  },

  whenAndLength: (when: Span, length: string): Text => say`${when}, ${length}`,
  you: 'tú',
  theTutor: 'el tutor',
  anyTutor: 'Cualquier tutor',
  somebody: 'alguien',

  book: {
    title: 'Reservar una sesión',
    submit: 'Enviar',
    fields: {
      tutor: 'Tutor',
      tutorHint: 'Cualquier tutor: pregunto a todos los que están libres. Será de quien confirme primero.',
      tutorUnknown: 'Aquí no enseña nadie con ese nombre, o hay varias personas. Elige de la lista.',
      subject: 'Materia',
      subjectHint: (known: string) => `Por ejemplo: ${known}`,
      when: 'Cuándo',
      whenPlaceholder: 'mañana a las 17 · el martes a las 16:30 · 2026-12-01 17:00',
      length: 'Duración',
      note: '¿Qué quieres conseguir?',
      notePlaceholder: 'Una duda, un tema, un objetivo: así se puede preparar la sesión',
      zone: 'Tu ciudad o zona horaria',
      zonePlaceholder: 'Madrid, Ciudad de México, UTC-5 …',
    },
    tutorOption: (name: string, rating: string) => (rating === '' ? name : `${name} · ${rating}`),
    previewTitle: '¿Es correcto?',
    preview: (subject: string, tutor: Text): Text =>
      say`${subject} con ${tutor}. No se envía nada hasta que pulses “Enviar la solicitud”.`,
    previewZone: (when: string): Text => say`${strong(when)}`,
    whichTime: say`¿Cuál de estas quieres decir?`,
    needTime: (day: string): Text => say`¿A qué hora el ${day}? Pulsa “Cambiar” para añadirla.`,
    needDay: (time: string): Text =>
      time === ''
        ? say`¿Qué día? Pulsa “Cambiar” para añadirlo.`
        : say`¿Qué día (hora: ${time})? Pulsa “Cambiar” para añadirlo.`,
    skipped: say`Esa noche cambia la hora y ese momento no existe. ¿Es uno de estos?`,
    whichZone: say`Hay varios lugares posibles. ¿Cuál es el tuyo?`,
    chooseZone: 'Elige tu lugar',
    sent: say`Tu solicitud está enviada. Te he mandado los detalles por mensaje directo.`,
    noOpenTime: say`No veo horarios libres de este tutor en las próximas semanas. Propón tú un momento:`,
  },

  receipt: {
    title: 'Tu solicitud está enviada',
    toOne: (tutor: string, by: Span): Text =>
      say`${tutor} la recibe por mensaje directo. Te aviso con su respuesta, o si no la hay. Plazo para responder: ${by}.`,
    toAny: (count: number, by: Span): Text =>
      count === 1
        ? say`Hay un tutor libre a esa hora y ya le he preguntado. Te aviso con su respuesta, o si no la hay. Plazo para responder: ${by}.`
        : say`Hay ${count} tutores libres a esa hora y ya les he preguntado. Será de quien confirme primero. Te aviso en todo caso. Plazo para responder: ${by}.`,
  },

  request: {
    title: (learner: string): Text => say`${learner} te pide una sesión`,
    titleAny: (learner: string): Text => say`${learner} busca tutor`,
    confirmedAll: (confirmed: number, left: number): Text =>
      left === 0
        ? say`Has confirmado las ${confirmed}. Cada persona recibe el enlace de cada una.`
        : say`Has confirmado ${confirmed}. ${left} ya no se podían confirmar: sus mensajes dicen por qué.`,
    first: say`Sería tu primera sesión con esta persona.`,
    earlier: (count: number, last: Span): Text =>
      count === 1
        ? say`Ya has tenido 1 sesión con esta persona: ${last}.`
        : say`Ya has tenido ${count} sesiones con esta persona. La última: ${last}.`,
    outsideHours: say`Está fuera de tu horario semanal.`,
    answerBy: (by: Span): Text => say`Si no respondes a tiempo, la solicitud caduca. Plazo para responder: ${by}.`,
    platform: 'Dónde reunirse',
    declineTitle: 'Rechazar la solicitud',
    declineReason: '¿Por qué? Se lo mostraré a quien la pidió.',
    declineReasonPlaceholder: 'Por ejemplo: esa semana no estoy, prueba la siguiente',
    youDeclined: say`Has rechazado esta solicitud. Otras personas aún pueden aceptarla.`,
    taken: (tutor: string): Text => say`La ha aceptado ${tutor}. ¡Gracias de todos modos!`,
  },

  happened: {
    confirmedByYou: say`Has confirmado. El enlace llega en otro mensaje.`,
    confirmedBy: (tutor: string): Text => say`${tutor} ha confirmado. El enlace llega en otro mensaje.`,
    declinedByYou: say`Has rechazado esta solicitud.`,
    declinedBy: (tutor: string): Text => say`${tutor} no puede dar esta sesión.`,
    cancelledByYou: say`Has cancelado esta sesión.`,
    cancelledBy: (who: string): Text => say`${who} ha cancelado esta sesión.`,
    expired: say`Nadie respondió a tiempo, así que esta solicitud ha caducado.`,
    started: say`La sesión está en curso.`,
    ended: say`La sesión ha terminado.`,
    completed: say`La sesión tuvo lugar.`,
    'learner-no-show': (learner: string): Text => say`${learner} no vino.`,
    'tutor-no-show': (tutor: string): Text => say`${tutor} no vino.`,
    disputed: say`No hay acuerdo sobre si la sesión tuvo lugar. Un admin lo revisará.`,
    unknown: say`Nadie dijo cómo fue.`,
  },

  meeting: {
    title: (subject: string, other: string): Text => say`${subject} con ${other}`,
    confirmed: say`La sesión está confirmada. Te la recordaré a tiempo.`,
    preparing: say`La sesión está confirmada. Estoy preparando la sala: el enlace llega enseguida.`,
    later: say`La sesión está confirmada. La plataforma no crea más reuniones hoy: el enlace llegará a tiempo, en un mensaje aparte.`,
    fallback: (wanted: string, used: string): Text => say`${wanted} no estaba disponible, así que usamos ${used}`,
    jitsiTutor: say`En meet.jit.si la primera persona en entrar tiene que iniciar sesión (Google, Facebook o GitHub). Por favor, entra tú un minuto antes.`,
    cancelTitle: 'Cancelar la sesión',
    cancelReason: '¿Por qué? Se lo mostraré a la otra parte.',
    cancelPlaceholder: 'Por ejemplo: no me encuentro bien, lo siento',
  },

  meet: {
    title: 'Reunirse ahora',
    submit: 'Empezar',
    person: '¿Con quién quieres reunirte?',
    platform: 'Dónde reunirse',
    subject: 'Reunión',
    started: (name: string): Text =>
      say`${name} recibe el aviso ahora. El enlace llega a los dos en un mensaje directo.`,
    now: say`Empieza ahora. Pulsa “Entrar”.`,
    preparing: say`Empieza ahora. Estoy preparando la sala: el enlace llega enseguida.`,
  },

  move: {
    title: 'Mover la sesión',
    submit: 'Mover',
    when: 'Nueva hora',
    movedTitle: (subject: string): Text => say`${subject} tiene una hora nueva`,
    moved: say`La sesión es ahora a otra hora. Cancélala si no te va bien.`,
    readBack: say`¿Es esta la nueva hora? No se mueve nada hasta que la pulses.`,
    which: say`¿Cuál de estas es? No se mueve nada hasta que pulses una.`,
    done: say`Todos reciben un mensaje con la nueva hora.`,
  },

  declined: {
    title: (tutor: string): Text => say`${tutor} no puede aceptar tu solicitud`,
    titleAny: 'Ningún tutor pudo aceptar tu solicitud',
    next: say`Puedes preguntar a otro tutor o pedir otra hora.`,
  },
  expired: {
    title: 'Tu solicitud ha caducado',
    text: say`Lo siento: nadie respondió a tiempo. Puedes preguntar a otro tutor o pedir otra hora.`,
  },
  cancelled: {
    title: (who: string): Text => say`${who} ha cancelado tu sesión`,
  },

  reminder: {
    title: (subject: string, at: Span): Text => say`${subject} empieza ${at}`,
    started: (subject: string): Text => say`${subject} ha empezado`,
  },

  nudge: {
    title: (learner: string): Text => say`${learner} sigue esperando tu respuesta`,
  },

  join: {
    title: (subject: string, other: string): Text => say`${subject} con ${other}`,
    startsIn: (at: Span): Text => say`Empieza ${at}.`,
    startedAgo: (at: Span): Text => say`Empezó ${at}.`,
    endsAt: (at: Span): Text => say`Hora de fin: ${at}.`,
    here: (names: string): Text => say`${names}`,
    nobody: say`Nadie todavía`,
    checklist: 'Antes de empezar',
    items: { sound: 'El sonido funciona', camera: 'La cámara funciona', goals: 'El objetivo está claro' },
    tips: [
      say`En el primer minuto, di qué quieres saber o poder hacer al final.`,
      say`Guarda los últimos cinco minutos para hablar de lo que sigue.`,
    ],
    asAdmin: say`Estás aquí como admin: no registro tu entrada.`,
    ended: say`La sesión ha terminado. ¡Gracias! Ahora envío una pregunta breve a las dos partes.`,
  },

  feedback: {
    titleLearner: (tutor: string): Text => say`¿Cómo fue tu sesión con ${tutor}?`,
    titleTutor: (learner: string): Text => say`¿Cómo fue tu sesión con ${learner}?`,
    ask: say`Son diez segundos y ayuda a otras personas a elegir.`,
    askTutor: say`Tu valoración solo la ven los admins. Tus notas las pueden leer las dos partes.`,
    formTitle: '¿Cómo fue?',
    submit: 'Enviar',
    rating: 'Tu valoración',
    ratings: { '5': '5 · excelente', '4': '4 · bien', '3': '3 · regular', '2': '2 · no muy bien', '1': '1 · mal' },
    comment: '¿Algo más?',
    notes: 'Notas que pueden leer las dos partes',
    thanks: say`¡Gracias! Puedes cambiarlo hasta una semana después de la sesión.`,
    youSaid: (stars: string): Text => say`Has dado ${strong(stars)}.`,
    youSaidItTookPlace: say`Has dicho que tuvo lugar.`,
    youSaidNotHeld: say`Has dicho que no tuvo lugar.`,
    notHeldTitle: '¿Qué pasó?',
    whoWasMissing: '¿Quién no vino?',
    missing: { tutor: 'No vino el tutor', learner: 'No vino el estudiante' },
    nudgeTitle: (other: string): Text => say`Una última pregunta sobre tu sesión con ${other}`,
    closed: say`Se puede valorar durante una semana, y esa semana ya pasó.`,
  },

  sessions: {
    titleUpcoming: 'Tus próximas sesiones',
    titlePast: 'Tus sesiones pasadas',
    noneUpcoming: say`No hay nada previsto. ¿Lo cambiamos?`,
    nonePast: say`Aquí no hay nada todavía.`,
    line: (subject: string, other: Text): Text => say`${strong(subject)} con ${other}`,
    state: {
      requested: 'esperando respuesta',
      confirmed: 'confirmada',
      declined: 'rechazada',
      expired: 'caducada',
      cancelled: 'cancelada',
      started: 'en curso',
      ended: 'terminada',
      completed: 'tuvo lugar',
      'learner-no-show': 'no vino el estudiante',
      'tutor-no-show': 'no vino el tutor',
      disputed: 'sin acuerdo sobre si tuvo lugar',
      unknown: 'nadie dijo cómo fue',
    },
    waitsForYou: 'esperando tu respuesta',
    page: (page: number, pages: number): Text => say`Página ${page} de ${pages}`,
  },

  tutors: {
    title: 'Tutores',
    titleOf: (subject: string): Text => say`Tutores de ${subject}`,
    none: say`Aquí todavía no enseña nadie. ¿Quieres empezar tú?`,
    noneOf: (subject: string): Text => say`Todavía nadie enseña ${subject}. Mira qué otras materias hay:`,
    rating: (average: string, count: number) => `★ ${average} (${count})`,
    noRating: 'aún sin valoraciones',
    nextOpen: (at: Span): Text => say`Próximo horario libre: ${at}`,
    byArrangement: say`Horario a convenir`,
  },

  teach: {
    title: 'Enseñar',
    submit: 'Guardar',
    subjects: 'Materias',
    subjectsPlaceholder: 'Álgebra, Física, Redacción',
    bio: 'Sobre ti',
    bioPlaceholder: '¿Qué conviene saber de ti antes de reservar?',
    lengths: 'Duraciones que ofreces',
    platform: 'Dónde prefieres reunirte',
    hours: 'Horario semanal',
    hoursPlaceholder: 'lun-vie 16-19, sáb 10:00-12:30',
    hoursHint: 'En tu zona horaria. Déjalo vacío si el horario es a convenir.',
    zone: 'Tu ciudad o zona horaria',
    saved: say`Guardado. Esto es lo que se ve de ti:`,
    savedPaused: say`Guardado. Estás en pausa: nadie puede pedirte sesiones hasta que vuelvas a recibir solicitudes.`,
    roomsTitle: 'Salas y cuentas',
    room: 'Tu propia sala permanente',
    roomHint: 'Una dirección pública https://. Podrás elegirla donde se elige el lugar de la reunión.',
    roomPlaceholder: 'https://meet.example.org/teo',
    account: 'Tu cuenta de Zoom',
    accountHint: 'La dirección que usas allí: así las reuniones son tuyas, y las empiezas tú.',
    accountPlaceholder: 'teo@school.example',
    ownRoom: 'Sala propia del tutor',
    paused: say`Estás en pausa: nadie puede pedirte sesiones hasta que vuelvas a recibir solicitudes. Las sesiones previstas se mantienen.`,
    resumed: say`¡Qué bien tenerte de vuelta! Ya pueden pedirte sesiones otra vez.`,
    notYet: say`Todavía no enseñas aquí. Pulsa el botón para ofrecerte.`,
    intro: say`Di qué enseñas y cuándo. Así te encontrarán entre los tutores y podrán pedirte una sesión.`,
  },

  settings: {
    title: 'Ajustes',
    submit: 'Guardar',
    reminders: 'Recordatorios antes de una sesión',
    remindersHint: 'Por ejemplo: 24h, 1h, 10m. Escribe “ninguno” si no quieres recordatorios.',
    none: 'ninguno',
    zone: 'Tu ciudad o zona horaria',
    email: 'Correo para invitaciones de calendario',
    emailHint: 'Déjalo vacío si no quieres recibirlas.',
    saved: say`Guardado.`,
    savedReminders: (leads: string): Text => say`Te avisaré ${strong(leads)} antes de cada sesión.`,
    savedNone: say`No te enviaré recordatorios.`,
    savedEmail: (email: string): Text => say`Las invitaciones de calendario van a ${email}.`,
    savedNoEmail: say`No recibes invitaciones de calendario.`,
  },

  timezone: {
    unknownYet: say`Todavía no conozco tu zona horaria.`,
    saved: (zone: string, now: string): Text =>
      say`Tu zona horaria es ${strong(zone)}. Ahora allí: ${now}. Las sesiones que ya tienes no se mueven.`,
    title: 'Tu zona horaria',
    which: say`Hay varios lugares posibles. ¿Cuál es el tuyo?`,
  },

  home: {
    title: (name: string): Text => say`¡Hola, ${name}!`,
    intro: say`Reserva una sesión, mira lo que tienes previsto u ofrécete para enseñar.`,
  },

  recording: {
    title: (subject) => say`La grabación de ${subject} está lista`,
    askedTitle: (other, subject) => say`¿Se puede grabar ${subject} con ${other}?`,
    asked: say`La otra parte quiere grabarla. Solo se graba si aceptan las dos partes, las dos reciben la grabación, y cada una puede cambiar de opinión hasta el comienzo.`,
    agree: 'Aceptar',
    no: 'Mejor no',
    on: say`Los dos aceptaron: la sesión se grabará.`,
    waiting: say`Todavía falta que alguien acepte. Hasta entonces no se graba nada.`,
    off: say`La sesión no se grabará.`,
  },

  host: {
    ready: say`Esto abre la sala contigo de anfitrión. Es solo para ti y solo funciona un rato: por favor, no lo compartas.`,
    failed: say`Ahora mismo no pude conseguir el enlace de anfitrión. Inténtalo en un minuto, o entra con “Entrar”.`,
  },

  meetingGone: {
    title: (platform, subject) => say`La reunión de ${subject} se borró en ${platform}`,
    text: say`La sesión sigue en pie. Estoy creando otra sala, y el enlace nuevo les llega a los dos.`,
  },

  ownLink: {
    title: 'Un enlace tuyo',
    submit: 'Enviar a los dos',
    url: '¿Dónde será la reunión?',
    wantedTitle: 'Necesito un enlace tuyo',
    wanted: (subject) =>
      say`Ahora mismo no funciona ninguna plataforma de reuniones, así que no pude crear la sala para ${subject}. La sesión sigue en pie. Dame un enlace tuyo y se lo envío a los dos.`,
    name: 'Enlace propio',
  },

  tutoring: {
    statusTitle: 'Plataformas de reuniones',
    sessionsTitle: 'Las próximas sesiones de todos',
    none: say`No hay ninguna sesión prevista.`,
    line: (subject: string, learner: string, tutor: string): Text => say`${strong(subject)}: ${learner} con ${tutor}`,
    works: (account: string): Text => say`Funciona, como ${account}.`,
    notSetUp: say`Sin configurar.`,
    fails: (why: string): Text => say`No funciona. ${why}`,
    failsSince: (at: Span): Text => say`Está así desde este momento: ${at}.`,
    calls: (calls: number, failures: number): Text =>
      say`${times(calls, 'llamada', 'llamadas')}, ${times(failures, 'fallo', 'fallos')}`,
    lastFailure: (why: string, at: Span): Text => say`Último fallo ${at}: ${why}`,
    left: {
      second: (of: string, remaining: number): Text => say`${of}: ${remaining} en este segundo`,
      minute: (of: string, remaining: number): Text => say`${of}: ${remaining} en este minuto`,
      day: (of: string, remaining: number): Text => say`${of}: ${remaining} hoy`,
    },
    writesLeft: (count: number): Text => say`reuniones por crear o mover: ${count} hoy`,
    lastWebhook: (at: Span): Text => say`el último llegó ${at}`,
    noWebhook: say`todavía no ha llegado ninguno`,
    attendanceSeen: say`lo dice la plataforma`,
    attendanceByClock: say`se sabe solo por los botones y la hora`,
  },

  platformFailures: {
    'not-set-up': 'Ya no está configurada. Añádela a MEETING_PLATFORMS o quítala del todo.',
    'bad-credentials': 'No acepta las credenciales. Revísalas en los ajustes; quizá caducaron o se revocaron.',
    'missing-permission': 'A la aplicación le falta un permiso (scope). Añádelo donde está registrada y reinicia.',
    'no-link':
      'Su cuenta no recibe enlaces de vídeo. Actívale Google Meet o usa una que lo tenga; una cuenta de servicio necesita GOOGLE_SUBJECT.',
    'needs-paid-plan': 'El plan de la cuenta no lo incluye. Mejóralo o elige otra plataforma.',
    'no-such-host': 'Una cuenta o un calendario de los ajustes no existe. Corrige su nombre.',
    'no-host-free': 'Todos los anfitriones estaban ocupados a esa hora. Añade más a ZOOM_HOSTS.',
    refused: 'Rechazó la petición. Revisa los ajustes de la cuenta.',
    'rate-limited': 'Pidió ir más despacio. No hay que hacer nada: lo intentaré otra vez.',
    'quota-used-up': 'Se agotó el límite de hoy. Mañana vuelve a funcionar; con más anfitriones hay más margen.',
    gone: 'Allí se borró la reunión.',
    'in-progress': 'Hay gente en la reunión.',
    unreachable: 'No se puede llegar a ella. Mira su página de estado y tu red.',
    'timed-out': 'No respondió a tiempo. Mira su página de estado.',
    broken: 'Tiene un fallo propio. Mira su página de estado.',
    'not-understood': 'No se entendió su respuesta. Mira el registro.',
  },

  moderation: {
    platformTrouble: (platform) => say`${platform} no funciona`,
    noHostFree: (platform) => say`${platform} no tenía ningún anfitrión libre`,
    platformTroubleText: (why) =>
      say`${why} Hasta entonces uso la siguiente plataforma, y no se pierde ninguna sesión.`,
    platformRecovered: (platform) => say`${platform} vuelve a funcionar`,
    platformRecoveredText: say`Las reuniones nuevas se crean allí otra vez.`,
    vendorSaid: 'Lo que dijo',
    unanswered: (tutor: Text, learner: string): Text => say`Todavía sin respuesta de ${tutor} a ${learner}`,
    sinceWhen: (at: Span): Text => say`Solicitud enviada ${at}.`,
    answered: say`Aquí ya no hay nada que hacer.`,
    nudged: say`Ya le he enviado un recordatorio.`,
    undelivered: (who: string): Text => say`No puedo enviar mensajes directos a ${who}`,
    undeliveredText: (chat: string, why: string): Text =>
      say`La respuesta de ${chatName(chat)} fue: ${why}. Lo intentaré otra vez en cuanto esa persona me use; hasta entonces puede consultar sus sesiones por su cuenta.`,
    deadLetter: (what: string): Text => say`He desistido de ${what}`,
    deadLetterText: (why: string, id: string): Text =>
      say`El último problema fue: ${why}. Está en el registro con el número ${id}.`,
    jobs: {
      deliver: 'enviar un mensaje',
      'make-meeting': 'crear una sala',
      refresh: 'actualizar mensajes',
      'update-meeting': 'mover una sala',
      'remove-meeting': 'borrar una sala',
      'handle-webhook': 'noticias de una plataforma',
      attendance: 'preguntar quién vino',
      'sweep-meetings': 'recoger salas',
    },
  },

  door: {
    title: 'Tutorline',
    notYours: 'Este enlace no es válido. Abre la sesión en tu chat y pulsa “Entrar”.',
    notYet: 'La sala aún no está lista. Prueba otra vez en unos segundos.',
    tooEarly: (when: string) => `Todavía es pronto para entrar. Vuelve a esta hora: ${when}.`,
    over: 'Esta sesión ha terminado.',
    cancelled: 'Esta sesión ya no tiene lugar. En tu chat están los detalles.',
  },
};
