import { moment, say } from '../../say.ts';
import type { RefusalWords } from '../refusal-words.ts';

const NOW_THAT_IT_IS: Readonly<Record<string, string>> = {
  requested: 'Esta sesión todavía espera respuesta, así que aún no se puede.',
  confirmed: 'Esta sesión ya está confirmada, así que no he hecho nada.',
  declined: 'Esta solicitud fue rechazada mientras tanto, así que no he hecho nada.',
  expired: 'Esta solicitud caducó mientras tanto, así que no he hecho nada.',
  cancelled: 'Esta sesión fue cancelada mientras tanto, así que no he hecho nada.',
  started: 'Esta sesión ya ha empezado, así que eso ya no se puede.',
};
const OVER = 'Esta sesión ya ha terminado, así que eso ya no se puede.';

const list = (items: readonly string[]): string => new Intl.ListFormat('es', { type: 'disjunction' }).format(items);

export const refusals: RefusalWords = {
  'not-a-time': () =>
    say`No he entendido cuándo quieres la sesión. Prueba con “mañana a las 17”, “el martes a las 16:30” o “2026-12-01 17:00”.`,
  past: () => say`Esa hora ya pasó. Elige una posterior.`,
  'too-far': ({ days }) => say`Puedes reservar con un máximo de ${days} días de antelación. Elige un día más cercano.`,
  'too-long': ({ most }) => say`Es demasiado largo. Usa como máximo ${most} caracteres.`,
  'length-not-offered': ({ minutes }) => say`Elige una de estas duraciones: ${list(minutes.map(String))} minutos.`,
  'unknown-tutor': ({ typed }) =>
    typed === ''
      ? say`Esta persona no enseña aquí. Elige a alguien de la lista o “Cualquier tutor”.`
      : say`No sé qué tutor es “${typed}”. Elige a alguien de la lista o “Cualquier tutor”.`,
  'tutor-paused': ({ tutor }) =>
    say`${tutor} no recibe solicitudes por ahora. Elige a otra persona o “Cualquier tutor”.`,
  yourself: () => say`No puedes reservar contigo. Elige a otra persona o “Cualquier tutor”.`,
  'unknown-subject': ({ typed, known }) =>
    known.length === 0
      ? say`Aquí todavía nadie enseña “${typed}”.`
      : say`“${typed}” no está entre las materias. Puedes elegir ${list(known.slice(0, 12))}.`,
  'unknown-zone': ({ typed }) =>
    say`No conozco ningún lugar ni zona horaria con el nombre “${typed}”. Prueba con la gran ciudad más cercana.`,
  'unknown-platform': () => say`Esta plataforma ya no está disponible. Elige otra.`,
  'tutor-busy': ({ tutor }) => say`${tutor} ya tiene algo a esa hora. Elige otra hora.`,
  'you-are-busy': () => say`Ya tienes una sesión a esa hora. Elige otra hora.`,
  'person-busy': ({ name }) => say`${name} ya tiene algo a esa hora. Elige otra hora.`,
  'unknown-person': ({ typed }) =>
    typed === ''
      ? say`Todavía no conozco a esta persona. Tiene que usarme una vez, y entonces funciona.`
      : say`No sé quién es “${typed}”. Elige a alguien de la lista; quien nunca me ha usado no está en ella.`,
  alone: () => say`Esa persona eres tú. Elige a otra.`,
  'nobody-free': ({ subject }) =>
    say`Nadie que enseñe ${subject} está libre a esa hora durante ese tiempo. Prueba otra hora; en “Buscar tutor” verás cuándo se puede.`,
  'not-yours': () => say`Solo pueden hacerlo las personas de esta sesión.`,
  'only-admins': () => say`Solo pueden hacerlo los admins.`,
  'only-tutors': () => say`Solo pueden hacerlo los tutores y los admins. Con “Enseñar” te haces tutor.`,
  'moved-on': ({ state }) => say`${{ kind: 'plain', text: NOW_THAT_IT_IS[state] ?? OVER }}`,
  changed: () => say`Esta sesión acaba de cambiar, así que no he hecho nada. Míralo otra vez, por favor.`,
  'no-such-session': () => say`No encuentro esa sesión, o no es tuya. Solo pueden hacerlo las personas de la sesión.`,
  'too-early': ({ opensAt }, zone) =>
    say`Todavía es pronto. Podrás hacerlo a partir de este momento: ${moment(opensAt, zone)}.`,
  'too-late': () => say`Ya es tarde para eso: la hora de esta sesión ya pasó.`,
  'no-meeting-yet': () => say`La sala aún no está lista. Prueba otra vez en unos segundos.`,
  'cannot-record': () => say`Esta plataforma no puede grabar. Elige otra con “Otra plataforma”, o déjalo así.`,
  'rating-closed': () => say`Se puede valorar durante una semana, y esa semana ya pasó.`,
  'not-a-rating': () => say`Elige una valoración del 1 al 5.`,
  'not-a-lead': ({ typed }) =>
    typed === ''
      ? say`Escribe cuándo te aviso, por ejemplo 24h, 1h, 10m (como máximo una semana antes y seis avisos), o “ninguno”.`
      : say`No he entendido “${typed}”. Escribe tiempos como 24h, 1h, 10m (como máximo una semana antes y seis avisos), o “ninguno”.`,
  'not-a-week': ({ at }) => say`No he entendido “${at}”. Escribe horas como lun-vie 16-19, sáb 10:00-12:30.`,
  'nothing-taught': () => say`Escribe al menos una materia, y diez como máximo.`,
  'not-a-room': () => say`Eso no sirve como sala. Tiene que ser una dirección pública https:// sin contraseña.`,
  'not-an-email': ({ typed }) =>
    say`“${typed}” no es una dirección de correo. Escribe una como lena@example.org, o nada.`,
  'not-an-account': ({ typed }) =>
    say`“${typed}” no puede ser una cuenta. Escribe la dirección de correo que usas allí.`,
  'not-a-tutor': () => say`Todavía no enseñas aquí. Pulsa “Enseñar” para ofrecerte.`,
  required: () => say`Este campo es necesario.`,
  'not-understood': () => say`No he podido leer eso. Elige otra vez.`,
  'draft-gone': () => say`Ya no tengo lo que escribiste. Empieza de nuevo, por favor.`,
};
