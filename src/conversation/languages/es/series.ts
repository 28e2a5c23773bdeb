import { say, strong } from '../../say.ts';
import type { series as English } from '../en/series.ts';
import { times } from '../times.ts';

export const series: typeof English = {
  series: {
    on: {
      week: (weekday) => `cada ${weekday}`,
      'two-weeks': (weekday) => `cada dos semanas, el ${weekday}`,
      month: (weekday, nth) => `el ${nth} ${weekday} de cada mes`,
      'month-end': (weekday) => `el último ${weekday} de cada mes`,
    },
    rule: (day, time, place) => `${day} a las ${time} (${place})`,
    nths: ['primer', 'segundo', 'tercer', 'cuarto'],
    field: 'Se repite',
    dates: 'Fechas',
    nth: (ordinal, of) => `${ordinal} de ${of}`,
    course: (count) => say`Es un curso de ${count}: quien se apunta tiene sitio en todas las que quedan.`,
    leftOut: say`Lo marcado se deja fuera.`,
    once: 'Una vez',
    title: (subject, other, count) => say`${subject} con ${other}, ${count} veces`,
    asks: (learner, count) => say`${learner} te pide ${count} sesiones`,
    isOut: (count) => say`Tu solicitud de ${count} sesiones está enviada`,
    clock: say`En ese reloj la hora es siempre la misma, también cuando cambia la hora.`,
    more: (count) => say`… y ${count} más`,
    line: (nr, when, state) => say`${nr}. ${when} · ${state}`,
    counted: (count, state) => `${count}: ${state}`,
    outside: (count) => say`⚠ Fuera de tu horario semanal: ${count} de ellas.`,
    linkLater: say`La tarjeta con el enlace llega una semana antes.`,
    one: say`Responde a todas con un solo botón, o abre las fechas y responde a cada una.`,

    confirmedAll: (count, other) =>
      say`Has confirmado las ${count}. Aviso a ${other}; la tarjeta con el enlace de cada una llega una semana antes.`,
    declinedAll: (count) => say`Has rechazado las ${count}.`,

    scope: '¿Cuáles?',
    this: 'Solo esta',
    following: (count) => `Esta y las siguientes: ${times(count, 'sesión', 'sesiones')}`,
    all: (count) => `Todas las que quedan: ${times(count, 'sesión', 'sesiones')}`,
    cancelled: (count) =>
      say`${times(count, 'sesión cancelada', 'sesiones canceladas')}; la otra parte lo lee en un solo mensaje.`,
    moved: (count, at) =>
      say`He cambiado la hora de ${times(count, 'sesión', 'sesiones')} (la primera es ${at}). Todos lo leen en un solo mensaje.`,
    suggest: 'Proponer',
    moveHint: 'La nueva hora de la primera. Las otras cambian igual.',
    suggested: (count, first) =>
      say`He preguntado a la otra parte si ${times(count, 'sesión puede', 'sesiones pueden')} cambiar de hora (la primera a ${first}). Hasta que diga que sí no cambia nada; mientras tanto, los dos tienen ese tiempo reservado.`,
    stays: say`Queda como estaba, y la otra parte lo lee.`,
    readBack: (others) =>
      say`¿Es esta la nueva hora de la primera? Las otras ${others} cambian igual: con los mismos días de diferencia, a la misma hora. No se cambia nada hasta que la pulses.`,

    news: {
      confirmed: (who, count, what, first) => say`${who} ha confirmado las ${count}: ${what}, a partir de ${first}`,
      declined: (who, count, what) => say`${who} ha rechazado las ${count}: ${what}`,
      cancelled: (who, count, what, first, last) =>
        count === 1
          ? say`${who} ha cancelado una sesión: ${what}, ${first}`
          : say`${who} ha cancelado ${count} sesiones: ${what}, de ${first} a ${last}`,
      moved: (who, count, what, first, was) =>
        say`${who} ha cambiado la hora de ${times(count, 'sesión', 'sesiones')}: ${what}, ahora a partir de ${first} (antes: ${was})`,
      expired: (count, what) => say`Nadie respondió a tiempo, así que las ${count} han caducado: ${what}`,
      waiting: (learner, count, what) => say`${learner} sigue esperando tu respuesta a ${count} sesiones: ${what}`,
      askedToMove: (who, count, what, first, was) =>
        say`${who} propone otra hora para ${times(count, 'sesión', 'sesiones')}: ${what}, a partir de ${first}, todas con los mismos días de diferencia y a la misma hora (ahora: ${was}). No se cambia nada hasta que digas que sí`,
      stays: (who, what) => say`${who} ha dicho que no a la otra hora, así que todo queda como estaba: ${what}`,
      moveOver: (who, what) => say`${who} propuso otra hora para el resto. Ya está resuelto: ${what}`,
      moveLapsed: (what) =>
        say`Nadie respondió a tiempo a la otra hora para el resto, así que queda como estaba: ${what}`,
      moveLapsedMine: (what) =>
        say`No hubo respuesta a la hora que propusiste para el resto, así que queda como estaba: ${what}`,
      handedOver: (who, tutor, count, subject, first) =>
        say`${who} le ha pedido a ${tutor} que dé ${times(count, 'sesión', 'sesiones')} de ${subject} (la primera: ${first}). Conservas tus horas y te aviso.`,
      place: (count, what) =>
        say`Ha quedado un sitio libre y es tuyo en las ${count} que quedan. Si no puedes venir, pulsa “Darme de baja”: ${what}`,
      tooFew: (count, what) => say`Se apuntó muy poca gente, así que las ${count} se cancelan: ${what}`,
      goesOn: (who, what) =>
        say`${who} quiere seguir: ${what}. Pulsa “Seguir” y queda reservado, sin esperar respuesta.`,
    },
    what: (subject, other) => say`${strong(subject)} con ${other}`,

    unanswered: (tutor, learner, count) => say`${tutor} no ha respondido a ${learner}, que ha pedido ${count} sesiones`,

    endingTitle: (subject, other) => say`${subject} con ${other}: ¿seguimos?`,
    ending: (last) => say`La última es ${last} y con ella termina la serie.`,
    endingNext: (count, rule) => say`¿${count} más, ${rule}?`,
    tutorOffers: (tutor) => say`${tutor} quiere seguir.`,
    youOffered: (learner) => say`Has dicho que quieres seguir. Ahora le toca a ${learner}.`,
    goesOn: say`Sigue: la próxima serie está reservada o pedida.`,

    repeatTitle: 'Repetirla',
    repeatSubmit: 'Ver las fechas',
    times: (count) => `${count} veces`,
    offered: say`¡Gracias! He avisado a tu alumno: cuando pulse “Seguir”, queda reservado.`,
    booked: say`Queda reservado: tu tutor ya había dicho que sí. Las fechas están en un mensaje directo.`,
    howOften: '¿Cada cuánto?',
    howLong: '¿Cuántas veces, o hasta cuándo?',
    howLongPlaceholder: '10 · hasta el 15 de febrero',
    previewTitle: '¿Está bien así?',
    preview: (subject, tutor, count) =>
      say`${subject} con ${tutor}, ${times(count, 'sesión', 'sesiones')}. No se envía nada hasta que pulses “Enviar la solicitud”.`,
    choose: (count) =>
      say`${count === 1 ? 'Una de ellas no es posible' : `${String(count)} de ellas no son posibles`}: sáltate cada una o cámbiala, y después podrás enviar.`,
    every: {
      week: 'Cada semana',
      'two-weeks': 'Cada dos semanas',
      month: 'Cada mes',
      'month-end': 'A final de cada mes',
    },
    lasts: {
      times: (often, count) => `${often}, ${times(count, 'vez', 'veces')}`,
      weeks: (often, count) => `${often}, durante ${times(count, 'semana', 'semanas')}`,
      months: (often, count) => `${often}, durante ${times(count, 'mes', 'meses')}`,
      until: (often, day) => `${often}, hasta el ${day}`,
    },
    freeAt: (free, of) =>
      free === of ? say`Tiene libres las ${of} fechas.` : say`Tiene libres ${free} de las ${of} fechas.`,
    skipOne: 'Saltar o recuperar una…',
    skipped: 'se salta',
    movedFrom: (was) => say`cambiada, era ${was}`,
    obstacles: {
      mine: 'tienes otra cosa a esa hora',
      past: 'ya ha pasado',
      closed: 'es fiesta, o fuera del curso',
      away: 'el tutor no está',
      busy: 'el tutor tiene otra cosa a esa hora',
      full: 'el tutor ya tiene bastantes sesiones',
      'too-soon': 'demasiado pronto para el tutor',
      'too-far': 'más lejos de lo que el tutor planea',
      outside: 'fuera del horario del tutor',
    },
    moveTo: (nr) => `Cambiar la número ${nr} a …`,
  },
};
