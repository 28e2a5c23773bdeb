import { command, say, strong } from '../../say.ts';
import type { groups as English } from '../en/groups.ts';
import { times } from '../times.ts';

export const groups: typeof English = {
  group: {
    title: (subject, tutor) => say`Sesión de grupo: ${subject} con ${tutor}`,
    listTitle: 'Sesiones de grupo',
    none: say`Ahora mismo no hay ninguna sesión de grupo abierta.`,
    open: say`Pulsa “Apuntarme” para tener plaza. Los detalles llegan por mensaje directo.`,
    full: say`Todas las plazas están ocupadas. Ponte en la lista de espera: cuando alguien se da de baja, entra quien sigue.`,
    youTeach: say`La das tú.`,
    youAreIn: say`Tienes plaza.`,
    placeCameFree: say`Ha quedado libre una plaza y es tuya. Si no puedes venir, pulsa “Darme de baja”: entra quien sigue.`,
    youWait: (number) =>
      say`Eres el número ${number} de la lista de espera. Cuando alguien se dé de baja avanzas, y te aviso.`,
    notIn: say`Ya no estás en esta sesión.`,
    notInThat: (what) => say`Ya no estás en esta: ${what}`,
    openedByYou: say`Has abierto esta sesión de grupo.`,
    openedBy: (who) => say`${who} ha abierto esta sesión de grupo.`,
    tooFew: say`Se apuntaron muy pocas personas, así que se canceló.`,
    tooFewNews: (what) => say`Se han apuntado muy pocas personas, así que se cancela: ${what}`,

    places: 'Plazas',
    taken: (taken, capacity) => say`${taken} de ${capacity} ocupadas`,
    waiting: (count) => say`${count} en lista de espera`,
    atLeast: (minimum, by) => say`al menos ${minimum} hasta ${by}, o se cancela`,
    signedUp: 'Se han apuntado',
    nobodyYet: 'nadie todavía',
    others: (count) => `${count} más`,

    enrolled: say`Tienes plaza. Los detalles llegan por mensaje directo.`,
    leaveTitle: 'Darme de baja',
    leaveThis: (when) => `Solo ${when}`,
    leftLate: say`Fue tarde, así que se cuenta y la administración lo ve.`,
    youTookOut: (what) => say`Ya no tiene plaza, y se lo he dicho (${what}).`,
    takenOut: (who, what) => say`${strong(who)} te ha dado de baja de una sesión de grupo (${what}).`,
    left: (what) => say`Te has dado de baja: ${what}`,
    waitsNoMore: (what) => say`Ya no esperas una plaza: ${what}`,
    announced: say`La estoy anunciando en este canal.`,
    announcedAlready: say`Ya está anunciada en este canal.`,
    opened: say`Está abierta, y la estoy anunciando en este canal.`,
    openedUnseen: say`Está abierta. Todavía no está anunciada en ningún canal: escribe ${command('tutors', 'tutores')} en uno y pulsa “Anunciarla aquí”. Hasta entonces se encuentra con “Buscar tutor”.`,
    notAnnounced: say`No puedo anunciarla allí`,
    notAnnouncedText: {
      slack: (subject) =>
        say`En Slack solo puedo escribir en los canales en los que estoy (${subject}). Escribe /invite @Tutorline en ese canal, luego /tutorline tutores, y pulsa “Anunciarla aquí”.`,
      discord: (subject) =>
        say`No puedo ver ese canal o escribir en él (${subject}). Pide a un admin que lo permita, luego escribe /tutores allí y pulsa “Anunciarla aquí”.`,
    },

    askTutor: say`Son diez segundos. Tu valoración y tu comentario solo los ven los admins; tus notas las pueden leer todos los que estuvieron.`,
    notes: 'Notas que pueden leer todos los que estuvieron',
    missing: '¿Quién no vino?',
    missingHint: 'Déjalo vacío si vinieron todos.',
    nobodyCame: 'No vino nadie',
    disputed: say`No todos dicen lo mismo sobre si la sesión tuvo lugar. He preguntado a los admins: deciden ellos, y lo leerás aquí. Hasta entonces esas valoraciones no cuentan.`,
    endAsked: (subject) =>
      say`¿Terminar ${subject} para todos? El enlace deja de funcionar aquí, y pregunto a todos cómo fue.`,
    recordingAsked: say`Solo se graba si aceptan todos. Cada persona recibe la grabación y puede cambiar de opinión hasta el comienzo.`,
    recordingOn: say`Aceptaron todos: la sesión se grabará.`,
  },

  openGroup: {
    title: 'Abrir sesión de grupo',
    submit: 'Seguir',
    tutor: '¿Quién la da?',
    subject: 'Materia',
    when: 'Cuándo',
    length: 'Duración',
    places: 'Plazas',
    placesHint: 'Cuántas personas caben. Con 4-8 se celebra si se apuntan al menos 4.',
    placesPlaceholder: '8 o 4-8',
    note: '¿De qué trata?',
    notePlaceholder: 'Para que se sepa para quién es',
    previewTitle: '¿Es correcto?',
    preview: (subject, tutor) => say`${strong(subject)} con ${tutor}. No se abre nada hasta que pulses “Abrirla”.`,
    whichTime: say`¿Cuál de estas es? Todavía no se abre nada.`,
    placesRead: (minimum, capacity, by) =>
      say`${capacity}. Si se apuntan menos de ${minimum} hasta ${by}, se cancela y todos reciben el aviso.`,
    decided: 'Cuándo se decide',
    decidedBefore: (hours) => `Decidir ${times(hours, 'hora', 'horas')} antes`,
    platform: 'Dónde reunirse',
  },
};
