import type { Span, Text } from '../../message.ts';
import { command, say, strong } from '../../say.ts';
import type { calendar as English } from '../en/calendar.ts';
import { times } from '../times.ts';

export const calendar: typeof English = {
  calendar: {
    on: (what: Text): Text => say`Para tu calendario: ${what}`,
    changed: (what: Text): Text => say`Ha cambiado la entrada de tu calendario: ${what}`,
    off: (what: Text): Text => say`Quítala de tu calendario: ${what}`,
    outdated: (what: Text): Text => say`Esta entrada ya no vale; te he enviado otra: ${what}`,
    several: (subject, other, count) =>
      say`${strong(subject)} con ${other}, ${times(count, 'sesión', 'sesiones')} en un solo archivo`,
    google: 'Google Calendar',
    outlook: 'Outlook',
    file: 'Archivo de calendario',
    entry: (subject, other) => `${subject} con ${other}`,
    description: (where) =>
      `${where}\nPara moverla o cancelarla, usa Tutorline en tu chat: de un cambio aquí no se entera nadie.`,
    feedName: (name) => `Tutorline: ${name}`,

    title: 'Tu calendario',
    files: say`Cada confirmación y cada cambio llega con un archivo para tu calendario.`,
    noFiles: say`No recibes archivos para tu calendario.`,
    invited: say`Cuando Google te invita, vale solo su invitación, para que nada aparezca dos veces.`,
    noAddress: say`Aquí no es posible suscribirse a un calendario: para eso, quien lleva Tutorline tiene que darle una dirección pública.`,
    feedPossible: say`O suscríbete una vez a todas tus sesiones, y tu calendario las sigue solo. Entonces ya no llegan archivos.`,
    feed: (url: string): Text =>
      say`Esta es la dirección de tu calendario. Añádela en tu aplicación con “Suscribirse” o “Desde URL”: ${url}`,
    feedSecret: say`Quien la tenga ve tus sesiones, así que no la compartas. Si alguien la ha visto, crea otra: la anterior deja de valer.`,
    feedClosed: say`La dirección ya no vale. Vuelven a llegar archivos con cada confirmación y cada cambio.`,
    openFeed: 'Ver mi dirección',
    renewFeed: 'Otra dirección',
    closeFeed: 'Quitar la dirección',
    wantFiles: 'Envíame archivos',
    wantNoFiles: 'Sin archivos',
  },

  mail: {
    testTitle: say`El correo de Tutorline llega`,
    testText: say`Lo pidió la administración para comprobarlo. No hay nada que hacer.`,
    testSent: (address) =>
      say`He enviado un correo a ${address}. Si no llega, mira en el correo no deseado y después lo que dice npm run doctor.`,
    codeTitle: (code: string): Text => say`${code} es tu código para Tutorline`,
    codeText: (minutes: number): Text =>
      say`Pulsa “Escribir el código” en el chat y escríbelo ahí. Vale durante ${minutes} minutos.`,
    codeNotYou: say`Si no lo has pedido tú, no hagas nada: esta dirección no se usará.`,
    confirmed: (what: Text): Text => say`Hay sesión: ${what}`,
    changed: (what: Text): Text => say`Ha cambiado: ${what}`,
    cancelled: (what: Text): Text => say`Se ha cancelado: ${what}`,
    why: 'Recibes este correo porque confirmaste esta dirección en Tutorline.',
    stop: 'No recibir más correos como este',
    stopInChat: 'Para no recibir más estos correos, escribe /ajustes en el chat (en Slack: /tutorline ajustes).',
    answer: 'Nadie lee las respuestas a este correo: escríbanse en el chat.',

    stopTitle: '¿No recibir más correos?',
    stopText:
      'Pulsa el botón y Tutorline no enviará más correos sobre sesiones a esta dirección. Los mensajes del chat siguen llegando.',
    stopButton: 'No quiero más correos',
    stoppedTitle: 'Hecho',
    stoppedText:
      'Aquí no llegarán más correos sobre sesiones. Para volver a recibirlos, escribe /ajustes en el chat (en Slack: /tutorline ajustes).',
    stopUnknown:
      'Esta dirección no detiene nada: está incompleta o ya no vale. En el chat, /ajustes hace lo mismo (en Slack: /tutorline ajustes).',
  },

  address: {
    label: 'Tu correo electrónico',
    usualHint: 'Para correos sobre tus sesiones e invitaciones de Google Meet. Antes envío un código.',
    waitingHint: 'Sin confirmar: escribe el código que envié ahí.',
    unusableHint: 'Aquí no puedo enviar correos: esta dirección no está confirmada y no se usa.',
    mails: 'Correos sobre tus sesiones',
    mailsYes: 'Sí: confirmaciones, cambios y recordatorios',
    mailsNo: 'No, solo mensajes aquí',
    codeSent: (address: string): Text =>
      say`He enviado un código a ${strong(address)}. Hasta que lo escribas aquí, no llega nada más ahí.`,
    codeWaiting: (address: string): Text => say`${strong(address)} espera su código.`,
    unused: (address: string): Text => say`${address} no está confirmada, así que no se usa.`,
    unconfirmed: (address: string): Text =>
      say`${strong(address)} no está confirmada, así que ahí no llega ni correo ni invitación. Te envío un código y lo escribes aquí.`,
    used: (address: string): Text => say`Las invitaciones de Google Meet van a ${address}.`,
    usedForAll: (address: string): Text => say`Los correos y las invitaciones de Google Meet van a ${address}.`,
    none: say`No se envía correo a ningún sitio.`,
    enter: 'Escribir el código',
    again: 'Enviar otro código',
    codeTitle: 'Confirma tu correo',
    code: 'El código del correo',
    codeHint: (address) => `Seis cifras, enviadas a ${address}.`,
    confirm: 'Confirmar',
    confirmed: (address: string): Text =>
      say`Confirmado. Los correos sobre tus sesiones y las invitaciones de Google Meet van a ${strong(address)} desde ahora.`,
    waitsSince: (at: Span): Text => say`Hasta ${at} vale el código.`,
  },

  foreign: {
    connect: 'Conectar un calendario',
    connectGoogle: 'Usar los ratos ocupados de mi Google Calendar',
    remove: 'Quitarlo',
    title: 'Conectar un calendario',
    submit: 'Conectar',
    address: 'Su dirección (iCal)',
    addressHint: 'En Outlook, Proton o Google: dirección “secreta” o “publicada”. Solo leo cuándo estás ocupado.',
    reading: (name: string): Text => say`Estoy leyendo el calendario de ${strong(name)} y te digo el resultado.`,
    followed: (name: string): Text =>
      say`Sigo el calendario de ${strong(name)}: nadie te reserva cuando ahí tienes algo.`,
    failing: (name: string, why: string): Text => say`No se puede leer el calendario de ${strong(name)}. ${why}`,
    read: (name: string, count: number): Text =>
      count === 0
        ? say`He leído el calendario de ${name}: ahí no tienes nada en los próximos meses.`
        : say`He leído el calendario de ${name}: ahí hay ${times(count, 'rato ocupado', 'ratos ocupados')}, y entonces nadie te reserva.`,
    failed: (name: string, why: string): Text =>
      say`No puedo leer el calendario de ${name}, así que no impide que te reserven. ${why} Lo sigo intentando; con ${command('calendar', 'calendario')} puedes quitarlo.`,
    removed: say`Quitado. Sus ratos vuelven a estar libres.`,
    why: {
      unreachable: 'No responde.',
      inside: 'Su dirección no es pública.',
      refused: 'No me deja entrar.',
      gone: 'En esa dirección ya no hay nada.',
      'too-large': 'Es demasiado grande.',
      'no-calendar': 'Lo que hay ahí no es un calendario.',
      'not-granted': 'Ya no puedo preguntar a Google; quien lleva Tutorline puede permitirlo.',
      'not-confirmed': 'Esa dirección ya no está confirmada como tuya.',
      'not-visible': 'Google no me muestra cuándo estás ocupado; compártelo con tu organización.',
    },
  },
};
