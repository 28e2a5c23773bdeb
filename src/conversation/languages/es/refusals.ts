import type { Text } from '../../message.ts';
import { command, join, moment, say } from '../../say.ts';
import { durationOf } from '../duration.ts';
import { quoted } from '../quoted.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { times } from '../times.ts';

const NOW_THAT_IT_IS: Readonly<Record<string, string>> = {
  requested: 'Esta sesión todavía espera respuesta, así que aún no se puede.',
  confirmed: 'Esta sesión ya está confirmada, así que no he hecho nada.',
  declined: 'Esta solicitud fue rechazada mientras tanto, así que no he hecho nada.',
  expired: 'Esta solicitud caducó mientras tanto, así que no he hecho nada.',
  cancelled: 'Esta sesión fue cancelada mientras tanto, así que no he hecho nada.',
  started: 'Esta sesión ya ha empezado, así que eso ya no se puede.',
};
const OVER = 'Esta sesión ya ha terminado, así que eso ya no se puede.';

const all = (items: readonly string[]): string => new Intl.ListFormat('es').format(items);
const list = (items: readonly string[]): string => new Intl.ListFormat('es', { type: 'disjunction' }).format(items);

const couldBe = (typed: string, like: readonly { readonly name: string }[]): Text =>
  say`“${typed}” puede ser ${list(like.map(({ name }) => name))}. ¿A quién te refieres?`;

export const refusals: RefusalWords = {
  'unclear-time': ({ words }) =>
    say`No sé qué significa ${quoted(words)}. Prueba con “mañana a las 17:00”, “martes 9:30” o “2026-12-01 17:00”.`,
  'not-a-time': () =>
    say`No he entendido cuándo quieres la sesión. Prueba con “mañana a las 17”, “el martes a las 16:30” o “2026-12-01 17:00”.`,
  past: () => say`Esa hora ya pasó. Elige una posterior.`,
  'too-far': ({ days }) => say`Puedes reservar con un máximo de ${days} días de antelación. Elige un día más cercano.`,
  'too-long': ({ most }) => say`Es demasiado largo. Usa como máximo ${most} caracteres.`,
  'length-not-offered': ({ minutes }) => say`Elige una de estas duraciones: ${list(minutes.map(String))} minutos.`,
  'unknown-tutor': ({ typed, like = [] }) => {
    if (typed === '') return say`Esta persona no enseña aquí. Elige a alguien de la lista o “Cualquier tutor”.`;
    if (like.length > 1) return couldBe(typed, like);
    return say`No sé qué tutor es “${typed}”. Elige a alguien de la lista o “Cualquier tutor”.`;
  },
  'tutor-paused': ({ tutor }) =>
    say`${tutor} no recibe solicitudes por ahora. Elige a otra persona o “Cualquier tutor”.`,
  yourself: () => say`No puedes reservar contigo. Elige a otra persona o “Cualquier tutor”.`,
  'unknown-subject': ({ typed, known, tutor }) => {
    if (known.length === 0) return say`Aquí todavía nadie enseña “${typed}”.`;
    return tutor === undefined
      ? say`“${typed}” no está entre las materias. Puedes elegir ${list(known.slice(0, 12))}.`
      : say`“${typed}” no se ofrece: ${tutor} enseña ${all(known.slice(0, 12))}.`;
  },
  'unknown-zone': ({ typed }) =>
    say`No conozco ningún lugar ni zona horaria con el nombre “${typed}”. Prueba con la gran ciudad más cercana.`,
  'not-together': ({ platform }) =>
    say`No todas las personas están en un mismo servidor de ${platform}, así que ahí no se puede. Elige otro sitio.`,
  'unknown-platform': () => say`Esta plataforma ya no está disponible. Elige otra.`,
  'tutor-busy': ({ tutor }) => say`${tutor} ya tiene algo a esa hora. Elige otra hora.`,
  'tutor-away': ({ tutor }) => say`${tutor} no está ese día. Elige otro, por favor.`,
  'tutor-full': ({ tutor, most, per }) =>
    say`${tutor} da como mucho ${most === 1 ? 'una sesión' : `${String(most)} sesiones`} ${per === 'day' ? 'al día, y ese día está completo' : 'por semana, y esa semana está completa'}. Elige otro momento, por favor.`,
  'too-soon': ({ tutor, minutes }) =>
    say`${tutor} quiere que se le pregunte con al menos ${durationOf(minutes, 'es')} de antelación. Elige una hora más tarde, por favor.`,
  'outside-hours': ({ tutor }) =>
    say`Queda fuera del horario de ${tutor}, que no acepta solicitudes para otras horas. Elige una de las horas libres, por favor.`,
  'closed-then': ({ name }) =>
    name === undefined
      ? say`Entonces no hay clases: queda fuera de los trimestres. Elige otro día, por favor.`
      : say`Entonces no hay clases (${name}). Elige otro día, por favor.`,
  'you-are-busy': () => say`Ya tienes una sesión a esa hora. Elige otra hora.`,
  'you-are-full': ({ most, per }) =>
    say`Das como mucho ${most === 1 ? 'una sesión' : `${String(most)} sesiones`} ${per === 'day' ? 'al día, y ese día ya está completo' : 'por semana, y esa semana ya está completa'}. Recházala, o sube tu límite y confirma otra vez.`,
  'you-are-too-close': ({ minutes }) =>
    say`Queda demasiado cerca de otra sesión tuya: dejas ${durationOf(minutes, 'es')} libres entre una y otra. Recházala, o acorta tus pausas y confirma otra vez.`,
  'asked-already': ({ tutor, startsAt }, zone) =>
    say`Ya le has pedido a ${tutor} una sesión a esa hora (${moment(startsAt, zone)}). Te aviso con su respuesta.`,
  'person-busy': ({ name }) => say`${name} ya tiene algo a esa hora. Elige otra hora.`,
  'time-busy': ({ name, at }, zone) =>
    say`${name} ya tiene algo a esa hora (${moment(at, zone)}). Elige otra en su lugar.`,
  'said-already': () => say`Los demás ya lo saben.`,
  'subject-gone': () => say`Esa materia ya no existe.`,
  'subject-taken': ({ name }) => say`Otra materia se llama ${name}. Mejor júntalas en una.`,
  silenced: () => say`Un admin ha parado tus solicitudes por ahora. Habla con la administración.`,
  'still-teaches': ({ count }) =>
    say`Aún tiene ${count === 1 ? 'una sesión' : `${String(count)} sesiones`} por dar. Pásalas a otro o cancélalas antes.`,
  'teaches-no-more': () => say`Esta persona ya no enseña aquí, así que no se ha hecho nada.`,
  'no-terms': () => say`No hay ningún trimestre. Añade uno en “Festivos y trimestres”, o mira una semana o un mes.`,
  'request-of-series': () =>
    say`Las de una serie se piden juntas, así que esta no puede volver sola. El estudiante puede pedir la serie otra vez.`,
  'spoken-of': () => say`Alguien ya ha dicho cómo fue, así que sigue terminada.`,
  'not-a-number': ({ least, most }) => say`Escribe un número entero de ${String(least)} a ${String(most)}.`,
  'too-many-open': ({ most }) =>
    say`Aquí cada estudiante puede tener ${most === 1 ? 'una sesión' : `${String(most)} sesiones`} por delante, con las solicitudes, y con esta serían más. Cuando termine o se cancele una, podrás pedir otra.`,
  'too-many-weekly': ({ most }) =>
    say`Aquí cada estudiante puede tener ${most === 1 ? 'una sesión' : `${String(most)} sesiones`} por semana, y con esta serían más. Elige otra semana.`,
  'no-credit': ({ needs, has, name }) => {
    const short = `${times(needs, 'sesión', 'sesiones')}, y para entonces ${has === 0 ? 'no queda ninguno' : `solo ${has === 1 ? 'queda' : 'quedan'} ${String(has)}`}`;
    return name === undefined
      ? say`Necesitas créditos para ${short}. Pide más a un admin; con ${command('credits', 'créditos')} ves los que tienes.`
      : say`${name} necesita créditos para ${short}. Los admins dan más con ${command('tutoring', 'tutorías créditos')}.`;
  },
  'observes-self': () => say`Nadie se observa a sí mismo. Elige a otra persona.`,
  'observer-already': ({ name }) => say`A ${name} ya se lo han pedido, o ya observa estas sesiones.`,
  'programme-over': () => say`Este programa ha terminado, así que no se ha hecho nada.`,
  'too-many-pairs': ({ most }) => say`Forma como mucho ${String(most)} parejas a la vez.`,
  'group-stays': () => say`Un grupo se queda con su tutor. Cambia la hora o cancélalo, y abre otro.`,
  'no-other-time': () =>
    say`El tutor no tiene ninguna hora libre cercana. Propón una con “Proponer otra hora”, o cédela.`,
  'same-time': () => say`Ya es a esa hora. Elige otra.`,
  'too-many-times': ({ most }) => say`Elige ${String(most)} horas como máximo.`,
  'times-over': () =>
    say`Esta propuesta ya no está abierta: se respondió, se retiró o pasó su hora. No se ha hecho nada.`,
  'not-for-two': ({ hasTutor }) =>
    hasTutor
      ? say`Solo se puede proponer otra hora cuando hay un estudiante y un tutor. Un admin puede cambiar la hora de esta sesión.`
      : say`Ningún tutor ha aceptado aún esta solicitud, así que no hay con quién acordarlo. Cancélala y pide otra hora.`,
  'unknown-person': ({ typed, like = [] }) => {
    if (typed === '') return say`Todavía no conozco a esta persona. Tiene que usarme una vez, y entonces funciona.`;
    if (like.length > 1) return couldBe(typed, like);
    return say`No sé quién es “${typed}”. Elige a alguien de la lista, o menciona a la persona con @. Solo conozco a quien me ha usado.`;
  },
  'not-approved': () => say`Un admin tiene que decir antes que sí a tu oferta. Te aviso cuando lo haga.`,
  'cannot-post': ({ chat }) =>
    chat === 'discord'
      ? say`Ahí no puedo escribir. En Editar canal, Permisos, permíteme Ver canal, Enviar mensajes e Insertar enlaces, y vuelve a intentarlo.`
      : say`Ahí no puedo escribir. Escribe /invite @Tutorline en ese canal y vuelve a intentarlo.`,
  'unknown-language': ({ known }) => say`No hablo ese idioma. Puedo escribir en: ${known.join(', ')}.`,
  alone: () => say`Esa persona eres tú. Elige a otra.`,
  'nobody-free': ({ subject }) =>
    say`Nadie que enseñe ${subject} está libre a esa hora durante ese tiempo. Prueba otra hora; en “Buscar tutor” verás cuándo se puede.`,
  'too-many-requests': ({ most }) =>
    say`Ya esperas respuesta a ${most === 1 ? 'una solicitud' : `${String(most)} solicitudes`}. Cuando alguien te responda, o canceles una, podrás pedir otra.`,
  'too-many-with-tutor': ({ most, tutor }) =>
    say`${tutor} aún no ha respondido a ${most === 1 ? 'tu última solicitud' : `tus últimas ${String(most)} solicitudes`}. Espera la respuesta, cancela una o pide la sesión a otra persona.`,
  'too-many-invitations': ({ most }) =>
    say`Ya les has preguntado a ${String(most)} personas si quieren reunirse ahora, y ninguna ha respondido. Espera a una de ellas o prueba dentro de un cuarto de hora.`,
  'invited-already': ({ name }) => say`Ya le has preguntado a ${name}. Preparo la sala en cuanto pulse “Entrar”.`,
  'invitation-over': () =>
    say`Esta invitación ya pasó, así que no he hecho nada. Si aún quieres reunirte, pulsa “Reservar una sesión”.`,
  'not-places': ({ least, most }) =>
    say`Escribe cuántas personas caben, por ejemplo 8, o 4-8 para al menos 4 de 8: de ${least} a ${most}.`,
  'in-already': () => say`Ya estás en esta sesión.`,
  'not-in': () => say`No tienes plaza en esta sesión, así que no hay nada que dejar.`,
  'leave-instead': () =>
    say`Una sesión de grupo solo la cancela su tutor o un admin. Si no puedes venir, pulsa “Darme de baja”.`,
  'no-channel': () =>
    say`Aquí no lo lee nadie más. Escribe ${command('tutors', 'tutores')} en un canal y púlsalo allí.`,
  'too-many-templates': ({ most }) => say`Ya tienes ${most} plantillas. Quita una antes, o cambia una.`,
  'too-many-questions': ({ most }) =>
    say`En el formulario caben ${most} preguntas como máximo. Quita alguna, por favor.`,
  'template-gone': () => say`Esto ya no se ofrece. Elige de nuevo, por favor.`,
  'not-as-many-times': ({ least, most }) => say`Escribe de ${least} a ${most} horas, una en cada línea.`,
  'poll-over': () => say`Esta encuesta ha terminado, así que no se ha hecho nada.`,
  'own-poll': () => say`La encuesta es tuya. La hora la eliges en el mensaje directo.`,
  'nobody-asked': () =>
    say`Di a quién preguntar: por su nombre, o escribiendo el comando en un canal donde quieras respuestas.`,
  'office-closed': () => say`Esta tutoría abierta ha terminado, así que no se ha hecho nada.`,
  'office-open-already': () => say`Tu tutoría abierta ya ha empezado. Ciérrala antes de abrir otra.`,
  'own-office': () => say`Es tu propia tutoría abierta: llamas desde la tarjeta de tus mensajes directos.`,
  'nobody-waits': () => say`Ahora mismo no espera nadie.`,
  'nobody-free-now': () => say`Quien espera está ahora en otra sesión. Prueba de nuevo en un momento.`,
  'office-too-long': ({ hours }) =>
    say`Una tutoría abierta dura ${hours} horas como máximo. Elige un final más temprano, por favor.`,
  'too-quick': ({ seconds }) =>
    say`Vas muy rápido. Prueba otra vez en ${seconds === 1 ? 'un segundo' : `${String(seconds)} segundos`}; esta vez no he hecho nada.`,
  'not-a-repeat': ({ typed }) =>
    say`No he entendido “${typed}”. Escribe cada cuánto y hasta cuándo, por ejemplo “cada semana, 10 veces” o “cada dos semanas hasta el 15 de febrero”.`,
  'series-too-long': ({ most }) => say`Una serie tiene como mucho ${most} sesiones, en un año como mucho. Elige menos.`,
  'series-too-short': ({ least }) =>
    say`Una serie tiene al menos ${least} sesiones. Para una sola, deja la repetición vacía.`,
  'series-taken': ({ starts }, zone) =>
    say`No se ha hecho nada: alguien tiene otra cosa en ${starts.length === 1 ? 'una de estas horas' : `${String(starts.length)} de estas horas`} (${join(
      starts.slice(0, 5).map((at) => [moment(at, zone)]),
      ', ',
    )}). Mira otra vez las fechas.`,
  'series-goes-on': () => say`Ya sigue: la próxima serie está reservada o pedida.`,
  'times-suggested': () => say`Otro tutor ha propuesto una hora y todavía no hay respuesta.`,
  'no-address': () =>
    say`Todavía no has confirmado ninguna dirección: ponla con ${command('settings', 'ajustes')} y escribe el código que llega.`,
  'aim-gone': () => say`Ya no está.`,
  'aims-enough': ({ most }) => say`Ya hay ${most} cosas por delante: marca antes alguna como hecha.`,
  'talk-closed': () => say`Está cerrado: una semana después de una sesión ya no se escribe por aquí.`,
  'no-messages': () => say`Tu organización ha desactivado los mensajes.`,
  'too-many-files': ({ most }) => say`Acepto ${String(most)} archivos a la vez. Envía los demás después.`,
  'file-too-large': ({ name, megabytes }) =>
    say`“${name}” es demasiado grande: acepto archivos de hasta ${String(megabytes)} MB.`,
  'not-a-table': ({ name }) =>
    say`No puedo leer “${name}” como tabla. Guárdala como CSV en tu hoja de cálculo y envíame ese archivo.`,
  'file-of-no-kind': ({ name }) => say`No puedo pasar “${name}”: acepto imágenes, PDF y texto sin formato.`,
  'file-not-there': ({ name }) =>
    say`No he podido descargar “${name}”. Envíalo otra vez; si sigue pasando, avisa a la administración.`,
  'files-gone': () => say`Estos archivos ya se pasaron, o ya no los guardo. Para darlos, envíalos otra vez.`,
  'nobody-to-write-to': () => say`Todavía no hay nadie más en esta sesión.`,
  'not-for-admins': () => say`Lo que se escriben es solo suyo.`,
  'not-yours': () => say`Solo pueden hacerlo las personas de esta sesión.`,
  'only-admins': () => say`Solo pueden hacerlo los admins.`,
  'own-dispute': () =>
    say`Estuviste en esta sesión, así que tiene que decidir otro admin. Si no hay otro, aún pueden ponerse de acuerdo en la semana siguiente: basta con que uno cambie lo que dijo.`,
  'only-tutors': () => say`Solo pueden hacerlo los tutores y los admins. Con “Enseñar” te haces tutor.`,
  'moved-on': ({ state }) => say`${{ kind: 'plain', text: NOW_THAT_IT_IS[state] ?? OVER }}`,
  'passed-over': ({ isTaken }) =>
    isTaken
      ? say`Otro tutor ha sido más rápido y ha aceptado esta solicitud, así que no se ha hecho nada. ¡Gracias de todos modos!`
      : say`Esta solicitud ya no está abierta, así que no se ha hecho nada. ¡Gracias de todos modos!`,
  changed: () => say`Esta sesión acaba de cambiar, así que no he hecho nada. Míralo otra vez, por favor.`,
  'no-such-session': () => say`No encuentro esa sesión, o no es tuya. Solo pueden hacerlo las personas de la sesión.`,
  'too-early': ({ opensAt }, zone) =>
    say`Todavía es pronto. Podrás hacerlo más tarde (a partir de: ${moment(opensAt, zone)}).`,
  'too-late': () => say`Ya es tarde para eso: la hora de esta sesión ya pasó.`,
  'no-meeting-yet': () => say`La sala aún no está lista. Prueba otra vez en unos segundos.`,
  'cannot-record': () => say`Esta plataforma no puede grabar. Elige otra con “Otra plataforma”, o déjalo así.`,
  'rating-closed': () => say`Se puede valorar durante una semana, y esa semana ya pasó.`,
  'not-a-rating': () => say`Elige una valoración del 1 al 5.`,
  'not-a-lead': ({ typed }) =>
    typed === ''
      ? say`Escribe cuándo te aviso, por ejemplo 24h, 1h, 10m (como máximo una semana antes y seis avisos), o “ninguno”.`
      : say`No he entendido “${typed}”. Escribe tiempos como 24h, 1h, 10m (como máximo una semana antes y seis avisos), o “ninguno”.`,
  'not-a-week': ({ at, meant }) =>
    meant
      ? say`Las ${meant.until} van antes de las ${meant.from}. ¿Quieres decir ${meant.hours24} (${meant.hours12})?`
      : say`No he entendido “${at}”. Escribe horas como lun-vie 16-19, sáb 10:00-12:30.`,
  'too-many-days': ({ most }) => say`Puedes indicar como mucho ${String(most)} días. Quita los que no necesites.`,
  'not-a-day': ({ typed }) =>
    say`No he entendido “${typed}”. Escribe un día, como 24 dic o 2026-12-24, o dos: 24 dic - 2 ene.`,
  'days-backwards': () => say`El último día es anterior al primero. Míralos otra vez, por favor.`,
  'not-a-calendar': () =>
    say`Eso no es un archivo de calendario. Tiene que empezar por BEGIN:VCALENDAR; pégalo entero, por favor.`,
  'waiting-enough': ({ most }) => say`Ya esperas por ${String(most)} cosas. Deja de esperar por una de ellas primero.`,
  'place-gone': () => say`Ya no te lo guardo. Reserva otra hora o vuelve a esperar.`,
  'nobody-there': ({ subject }) =>
    say`Ahora mismo no hay ningún tutor de ${subject}. Mejor reserva una sesión: puede haber hueco en unas horas.`,
  'asked-for-help': () => say`Ya he preguntado por ti. En cuanto alguien acepte, recibirás el enlace.`,
  'help-over': () => say`Ya pasó: alguien está ayudando, o ya no hace falta nadie. ¡Gracias de todos modos!`,
  'free-too-long': ({ hours }) => say`Puedes estar como mucho ${String(hours)} horas seguidas.`,
  'not-hours': ({ typed }) => say`No he entendido “${typed}”. Escribe horas como 14-18 o 9:30-12, 14-16.`,
  'nothing-held': () =>
    say`De ese tiempo no consta ninguna sesión celebrada. Las terminadas cuentan cuando se ha dicho cómo fueron.`,
  'period-too-long': ({ days }) =>
    say`Un certificado abarca como mucho ${String(days)} días. Elige un tiempo más corto.`,
  'nothing-taught': () => say`Escribe al menos una materia, y diez como máximo.`,
  'not-a-room': () => say`Eso no sirve como sala. Tiene que ser una dirección pública https:// sin contraseña.`,
  'not-an-email': ({ typed }) =>
    say`“${typed}” no es una dirección de correo. Escribe una como lena@example.org, o nada.`,
  'wrong-code': ({ left }) =>
    say`Ese no es el código que envié. Mira el correo más reciente; puedes probar ${left === 1 ? 'una vez más' : `${String(left)} veces más`}.`,
  'code-over': () => say`Ese código ya no vale. Pulsa “Enviar otro código” y escribe el del correo más reciente.`,
  'no-such-code': () =>
    say`Este código no es correcto, o ya no vale. Escribe /enlazar en tu otro chat para tener otro (en Slack: /tutorline enlazar).`,
  'too-many-guesses': ({ minutes }) =>
    say`Demasiados códigos equivocados. Vuelve a intentarlo en ${String(minutes)} minutos.`,
  'linked-already': () => say`Esta cuenta ya es tuya. Escribe el código en tu otro chat.`,
  'link-elsewhere': () => say`Esa cuenta es de otra organización, así que las dos siguen separadas.`,
  'too-many-complaints': ({ most }) =>
    say`Hoy ya has avisado ${String(most)} veces. Habla con la administración, o vuelve a intentarlo mañana.`,
  suspended: ({ until }, zone) =>
    say`La administración te ha puesto en pausa. Fin de la pausa: ${moment(until, zone)}; hasta entonces esto no se puede. Si tienes alguna pregunta, habla con la administración.`,
  banned: () =>
    say`La administración de tu organización te ha bloqueado, así que no puedo hacer nada por ti. Si tienes alguna pregunta, habla con la administración.`,
  'may-not-ask': () =>
    say`Aquí solo algunas personas pueden pedir sesiones, y tú todavía no. Habla con la administración.`,
  'not-a-group': ({ typed }) =>
    say`“${typed}” no es un rol ni un grupo de usuarios. Copia su id, o deja el campo vacío para que puedan pedir todos.`,
  'own-complaint': () => say`Este aviso es sobre ti, así que decide otra persona de la administración.`,
  'complaint-over': () => say`Sobre este aviso ya se ha decidido.`,
  'link-apart': () => say`Una de las dos cuentas ha bloqueado a la otra, así que siguen separadas.`,
  'link-together': ({ subject, at }, zone) =>
    say`Las dos cuentas tienen una sesión entre sí (${subject}, ${moment(at, zone)}), así que no pueden ser una sola persona.`,
  'link-overlap': ({ subject, at }, zone) =>
    say`Las dos cuentas tienen una sesión a la misma hora (${subject}, ${moment(at, zone)}). Cancela una de ellas y vuelve a intentarlo.`,
  'not-linked': () => say`Ya son dos personas.`,
  'too-many-codes': ({ within }) =>
    say`Por ahora no puedo enviar más códigos. Prueba otra vez ${within === 'hour' ? 'dentro de una hora' : 'mañana'}.`,
  'no-mail': () =>
    say`Aquí no puedo enviar correos, así que ninguna dirección se puede confirmar ni se usa. Deja esto vacío; un admin puede configurar el correo.`,
  'not-a-calendar-address': () =>
    say`No se puede leer como calendario. Tiene que ser una dirección https:// pública y sin contraseña, como la “dirección secreta en formato iCal”.`,
  'no-google-calendar': () =>
    say`Para eso necesito un correo que hayas confirmado, y que aquí se use Google. Da el tuyo con ${command('settings', 'ajustes')} e inténtalo otra vez.`,
  'google-calendar-not-granted': () =>
    say`No puedo preguntar a Google cuándo está ocupada la gente. Pide permiso a quien lleva Tutorline, o conecta el calendario por su dirección iCal.`,
  'google-calendar-not-visible': () =>
    say`Google no me muestra cuándo estás ocupado. Comparte los ratos libres y ocupados de tu calendario con tu organización e inténtalo otra vez, o conéctalo por su dirección iCal.`,
  'google-calendar-unreachable': () => say`Google no responde ahora. Inténtalo otra vez en unos minutos.`,
  'too-many-calendars': ({ most }) => say`Puedes conectar ${most} calendarios como máximo. Quita uno antes.`,
  'not-an-account': ({ typed }) =>
    say`“${typed}” no puede ser una cuenta. Escribe la dirección de correo que usas allí.`,
  'not-a-tutor': () => say`Todavía no enseñas aquí. Pulsa “Enseñar” para ofrecerte.`,
  required: () => say`Este campo es necesario.`,
  'not-understood': () => say`No he podido leer eso. Elige otra vez.`,
  'draft-gone': () => say`Ya no tengo lo que escribiste. Empieza de nuevo, por favor.`,
};
