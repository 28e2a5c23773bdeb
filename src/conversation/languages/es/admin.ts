import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import { chatName } from '../chat-name.ts';
import type { admin as English } from '../en/admin.ts';
import { times } from '../times.ts';

export const admin: typeof English = {
  tutoring: {
    statusTitle: 'Plataformas de reuniones',
    desks: { sessions: 'Sesiones e informes', people: 'Personas y materias' },
    sessionsTitle: 'Las próximas sesiones de todos',
    pastTitle: 'Las sesiones pasadas de todos',
    foundTitle: 'Las sesiones de todos',
    dayLabel: 'Días',
    dayHint: 'Por ejemplo: hoy, 3 dic, 2026-11-24, 1-15 dic',
    none: say`No hay ninguna sesión prevista.`,
    nonePast: say`Todavía no ha terminado ninguna sesión.`,
    line: (subject: string, learner: string, tutor: string): Text => say`${strong(subject)}: ${learner} con ${tutor}`,
    works: (account: string): Text => say`Funciona, como ${account}.`,
    notSetUp: say`Sin configurar.`,
    notChecked: (account: string): Text => say`Sin comprobar: ${account} no tiene nada que se pueda preguntar.`,
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
    lastWebhook: (at: Span): Text => say`último recibido ${at}`,
    noWebhook: say`ninguno todavía`,
    attendanceSeen: (platform: string): Text => say`según ${platform}`,
    attendanceByClock: say`solo por los botones y la hora`,
  },

  /** Offers to teach, for admins and for whoever made one. */
  application: {
    title: (who: string): Text => say`${who} quiere dar clases`,
    text: say`Nadie puede reservarle antes de que un admin diga que sí. Leerá quién fue.`,
    approvedBy: (who: string): Text => say`${who} dijo que sí: ya se le puede reservar.`,
    refusedBy: (who: string): Text => say`${who} dijo que no. Puede cambiar su oferta y volver a solicitarlo.`,
    bio: 'Sobre esta persona',
    hours: 'Cuándo',
    asked: (who: string) => `${who} preguntó`,
    answered: (who: string) => `${who} respondió`,
    ask: { title: 'Preguntar', label: '¿Qué quieres saber?' },
    refuse: { title: 'Decir que no', label: '¿Por qué? Lo leerá' },
    answer: { title: 'Tu respuesta', label: 'La leen los admins' },
    sent: say`Los admins ya pueden leerlo.`,
    done: {
      approved: (who: string): Text => say`Ya se puede reservar a ${who}, y lee que fuiste tú.`,
      asked: (who: string): Text => say`Se lo he preguntado a ${who}: la respuesta llega al aviso.`,
      refused: (who: string): Text => say`${who} lee por qué, y que fuiste tú.`,
    },
    news: {
      approved: (who: string): Text => say`${who} dijo que sí a tu oferta: ya te pueden reservar.`,
      asked: (who: string): Text => say`${who} quiere saber algo sobre tu oferta:`,
      refused: (who: string): Text =>
        say`${who} dijo que no a tu oferta, por ahora. Puedes cambiarla y volver a solicitarlo:`,
    },
  },

  /** Each morning, to the admins. */
  digest: {
    title: (day: string): Text => say`¡Buenos días! Hoy es ${day}`,
    nothingWaits: say`Nada espera a un admin.`,
    waits: say`Esto espera a un admin:`,
    lines: {
      unanswered: (count: number): Text => say`• ${times(count, 'solicitud', 'solicitudes')} sin respuesta`,
      'series-unanswered': (count: number): Text => say`• ${times(count, 'serie', 'series')} de sesiones sin respuesta`,
      disputed: (count: number): Text => say`• ${times(count, 'sesión', 'sesiones')} sin saber qué pasó`,
      application: (count: number): Text =>
        say`• ${times(count, 'persona que quiere', 'personas que quieren')} dar clases`,
      complaint: (count: number): Text => say`• ${times(count, 'denuncia', 'denuncias')} sobre alguien`,
      'platform-trouble': (count: number): Text => say`• ${times(count, 'plataforma', 'plataformas')} sin funcionar`,
    },
    links: {
      unanswered: (count: number) => `Solicitudes (${String(count)})`,
      'series-unanswered': (count: number) => `Series enteras (${String(count)})`,
      disputed: (count: number) => `Por decidir (${String(count)})`,
      application: (count: number) => `Nuevos tutores (${String(count)})`,
      complaint: (count: number) => `Denuncias (${String(count)})`,
      'platform-trouble': (count: number) => `Plataformas (${String(count)})`,
    },
    yesterday: 'Ayer',
    today: 'Hoy',
    none: say`Ninguna sesión.`,
    was: (tookPlace: number, missed: number, open: number, calledOff: number): Text =>
      say`${tookPlace} tuvieron lugar, en ${missed} faltó alguien, de ${open} nadie ha dicho nada aún, ${calledOff} se cancelaron.`,
    more: (count: number): Text => say`y ${count} más`,
  },

  /** What an admin chooses for their community. */
  setup: {
    title: 'Canal de moderación',
    chosen: say`Canal elegido: ahí llegará lo que necesita un admin.`,
    none: say`Aún no hay ninguno, así que nadie se entera de lo que necesita un admin.`,
    howSlack: say`Para elegir uno, escribe en él /invite @Tutorline y luego /tutorline tutorías configurar con su #nombre. Los avisos son los mismos en todos los espacios y servidores de tu organización.`,
    howDiscord: say`Para elegir uno, déjame verlo y escribir en él (Editar canal, Permisos: Ver canal, Enviar mensajes e Insertar enlaces) y luego usa /tutorías configurar con él. Los avisos son los mismos en todos los espacios y servidores de tu organización.`,
    welcomeTitle: say`Aquí traeré lo que necesita un admin`,
    welcome: (admin: string): Text =>
      say`${admin} ha elegido este canal. Las solicitudes sin respuesta, las sesiones que nadie puede aclarar, las valoraciones bajas y lo que falle llegan aquí, con botones. Solo los admins pueden pulsarlos; quien esté aquí puede leerlos: que sea privado.`,
  },

  whoAsks: {
    title: 'Quién puede pedir',
    submit: 'Guardar',
    label: 'Rol o grupo de usuarios',
    labelHint: 'Su id, de este servidor o espacio. Vacío: todos pueden pedir sesiones.',
    tutors: 'Rol para quien enseña',
    tutorsHint: 'Su id. Solo en Discord: se lo doy a quien se aprueba para enseñar. Vacío: ninguno.',
    notGiven: (chat: string): Text => say`No puedo dar el rol a quien enseña en ${chat}.`,
    notGivenText: (role: string): Text =>
      say`Es el rol con el id ${role}. Necesito el permiso Gestionar roles, y un rol mío por encima de ese en los ajustes del servidor. Hasta entonces lo tiene que dar otra persona.`,
    all: say`Guardado. Aquí todos pueden pedir sesiones.`,
    some: say`Guardado. Desde aquí solo pueden pedir sesiones esas personas y los admins.`,
  },

  complained: {
    title: (name: string): Text => say`Alguien avisó sobre ${name}.`,
    text: (days: number): Text =>
      say`La persona no sabe quién avisó. “Advertir” le envía unas palabras amables, “Pausar” no le deja empezar nada nuevo durante ${String(days)} días, “Bloquear en Tutorline” la saca de todo.`,
    by: (name: string): Text => say`Avisó ${strong(name)}. Por favor, guárdalo para ti.`,
    now: {
      talking: (by: string): Text => say`${strong(by)} habla con la persona.`,
      warned: (by: string): Text => say`${strong(by)} le ha hecho una advertencia.`,
      paused: (by: string): Text => say`${strong(by)} ha puesto a la persona en pausa.`,
      blocked: (by: string): Text => say`${strong(by)} ha bloqueado a la persona en Tutorline.`,
      dismissed: (by: string): Text => say`${strong(by)} lo ha descartado.`,
      readmitted: (by: string): Text => say`${strong(by)} ha dejado volver a la persona.`,
    },
    done: {
      talking: say`La tarjeta dice ahora que hablas con la persona.`,
      warned: say`Ha recibido una advertencia amable.`,
      paused: say`Está en pausa, y lee hasta cuándo.`,
      blocked: say`Bloqueo hecho. Lo que tenía previsto se cancela, y aviso a los demás.`,
      dismissed: say`Está descartado.`,
      readmitted: say`Puede volver a usarme, y ha recibido el aviso.`,
    },
  },

  blocks: {
    title: 'Bloqueos',
    nobody: say`No hay nadie bloqueado, y nadie evita a nadie.`,
    blocked: (name: string): Text => say`Bloqueo en Tutorline: ${strong(name)}.`,
    paused: (name: string, until: Span): Text => say`${strong(name)}: en pausa hasta ${until}.`,
    apart: (one: string, other: string): Text =>
      say`${strong(one)} y ${strong(other)} no coinciden: ninguna de las dos personas encuentra ni reserva a la otra. Solo quien lo quiso lo deshace.`,
  },

  moderation: {
    platformTrouble: (platform) => say`${platform} no funciona`,
    noHostFree: (platform) => say`${platform} no tenía ningún anfitrión libre`,
    platformTroubleText: (why) =>
      say`${why} Hasta que vuelva a funcionar, uso la siguiente plataforma, y no se pierde ninguna sesión.`,
    platformRecovered: (platform) => say`${platform} vuelve a funcionar`,
    platformRecoveredText: say`Las reuniones nuevas se crean allí otra vez.`,
    vendorSaid: 'Su respuesta',
    unanswered: (tutor: Text, learner: string): Text => say`Todavía sin respuesta de ${tutor} a ${learner}`,
    sinceWhen: (at: Span): Text => say`Solicitud enviada ${at}.`,
    answered: say`Aquí ya no hay nada que hacer.`,
    nudged: say`Ya le he enviado un recordatorio.`,
    lowRating: (who: string, stars: string): Text => say`${who} dio ${strong(stars)}`,
    lowRatingBack: (who: string): Text => say`${who} ha retirado una valoración baja`,
    noShows: (who: string, count: number, days: number): Text =>
      say`${who} ha faltado a ${times(count, 'sesión', 'sesiones')} en ${days} días`,
    noShowsText: say`Nada ocurre por sí solo: quizá convenga hablar con esa persona.`,
    missed: 'Faltó a',
    tutorPaused: (who: string): Text => say`${who} está en pausa`,
    tutorPausedText: (count: number): Text =>
      say`Dejó caducar ${count} solicitudes seguidas, así que nadie puede pedirle sesiones hasta que vuelva a aceptar solicitudes. Ya sabe cómo.`,
    undelivered: (who: string): Text => say`No puedo enviar mensajes directos a ${who}`,
    undeliveredText: (chat: string, why: string): Text =>
      say`La respuesta de ${chatName(chat)} fue: ${why}. Lo intentaré otra vez en cuanto esa persona me use; hasta entonces puede consultar sus sesiones por su cuenta.`,
    left: (who, chat) => say`${who} ya no está en ${chatName(chat)}`,
    leftTutor: say`Nadie puede pedirle sesiones hasta que vuelva y reanude su oferta.`,
    leftText: (sessions) =>
      sessions === 0
        ? say`No tenía próximas sesiones.`
        : say`He avisado a las personas de sus próximas sesiones (${sessions}). Cancela las que no puedan celebrarse o busca a otra persona.`,
    deadLetter: (what: string): Text => say`He desistido de ${what}`,
    deadLetters: (count: number): Text => say`He desistido de ${count} cosas`,
    deadLetterKind: (what: string, count: number) => `${what} (${count})`,
    deadLetterKinds: (kinds: string): Text => say`Fueron: ${kinds}.`,
    deadLetterText: (why: string, id: string): Text =>
      say`El último problema fue: ${why}. Está en el registro con el número ${id}.`,
    jobs: {
      deliver: 'enviar un mensaje',
      mail: 'enviar un correo',
      'look-at-events': 'mirar los calendarios',
      'read-calendar': 'leer un calendario',
      'make-meeting': 'crear una sala',
      refresh: 'actualizar mensajes',
      'update-meeting': 'mover una sala',
      'remove-meeting': 'borrar una sala',
      'handle-webhook': 'noticias de una plataforma',
      attendance: 'preguntar quién vino',
      recordings: 'buscar una grabación',
      'sweep-meetings': 'recoger salas',
    },
  },
};
