import type { Span, Text } from '../../message.ts';
import { say, strong } from '../../say.ts';
import type { person as English } from '../en/person.ts';

export const person: typeof English = {
  settings: {
    title: 'Ajustes',
    submit: 'Guardar',
    reminders: 'Recordatorios antes de una sesión',
    remindersHint: 'Por ejemplo: 24h, 1h, 10m. Escribe “ninguno” si no quieres recordatorios.',
    none: 'ninguno',
    zone: 'Tu ciudad o zona horaria',
    language: 'Idioma',
    languageAsChat: 'Como en mi chat',
    saved: say`Guardado.`,
    savedReminders: (leads: string): Text => say`Te avisaré ${strong(leads)} antes de cada sesión.`,
    savedNone: say`No te enviaré recordatorios.`,
  },

  quiet: {
    title: 'Horas de silencio',
    from: 'Silencio desde',
    to: 'Hasta',
    fromHint: 'En tu propio reloj. Los recordatorios y lo urgente llegan igual.',
    never: 'Sin horas de silencio',
    where: 'Escríbeme en',
    lastSeen: 'El chat que usé por última vez',
    saved: (from: string, to: string): Text =>
      say`Guardado. De ${strong(from)} a ${strong(to)} solo escribo lo que no puede esperar: recordatorios, enlaces y lo que está por empezar. Lo demás llega después.`,
    savedNone: say`Guardado. No tienes horas de silencio.`,
  },

  rights: {
    dataComes: say`Estoy reuniendo todo lo que tengo guardado sobre ti. Te llega como archivo en un mensaje directo, como mucho una vez por hora.`,
    dataTitle: 'Tus datos',
    dataText: say`El archivo contiene todo lo que tengo guardado sobre ti: cuentas, ajustes, sesiones, notas, valoraciones, mensajes con los nombres de sus archivos, calendarios y qué pasó cuándo.`,
    deleteTitle: 'Borrarme',
    deleteWhat: (upcoming: number): Text =>
      upcoming === 0
        ? say`Tu nombre, cuentas, ajustes, notas, comentarios, mensajes y direcciones desaparecerían para siempre. Las sesiones pasadas se quedan para los demás, con “alguien que ya no está” en tu lugar.`
        : say`Tu nombre, cuentas, ajustes, notas, comentarios, mensajes y direcciones desaparecerían para siempre. Lo que está previsto (${String(upcoming)}) se cancelaría, y los demás recibirían un aviso. Las sesiones pasadas se quedan para ellos, con “alguien que ya no está” en tu lugar.`,
    deleteSure: say`¿De verdad? No se puede deshacer. Si quieres conservar tus datos, pídelos antes con “Mis datos” en tus ajustes.`,
    deleted: say`Hecho: nada de lo que tengo guardado dice quién eras. Lo que escribí en este chat se queda aquí hasta que lo borres. Si alguna vez vuelves a usarme, empiezas de nuevo.`,
  },

  link: {
    code: (code: string, minutes: number): Text =>
      say`Escribe ${strong(`/enlazar ${code}`)} en tu otro chat en los próximos ${String(minutes)} minutos (en Slack: ${strong(`/tutorline enlazar ${code}`)}). Así eres una sola persona en los dos: las mismas sesiones, los mismos ajustes y recordatorios. No le des el código a nadie.`,
    sure: (name: string): Text =>
      say`Este código se le dio a ${name}. ¿Eres tú, en tu otro chat? Entonces las dos cuentas pasan a ser una, con todo lo que tiene cada una.`,
    done: say`Hecho: ahora eres una sola persona en los dos chats.`,
    linked: (kept: string, gone: string): Text => say`${kept} y ${gone} son ahora una sola persona.`,
    linkedText: say`Mostró en un chat el código que recibió en el otro. Lo que tenía cada cuenta es ahora de las dos. Si algo no está bien, deshazlo.`,
    undone: say`Vuelven a ser dos personas, cada una con lo que tenía antes.`,
  },

  complaint: {
    what: say`Un aviso va a la administración: lee lo que escribes, y la persona no sabe quién fue. Un bloqueo queda entre las dos personas, y nadie se entera.`,
    title: 'Avisar',
    submit: 'Enviar',
    reason: '¿Qué pasó?',
    reasonHint: 'Solo lo lee la administración.',
    sent: say`Gracias. La administración ya lo tiene y lo mirará. La persona no sabe que fuiste tú.`,
  },

  moderated: {
    said: {
      warned: say`Unas palabras de la administración de tu organización: algo que hiciste o escribiste le sentó mal a alguien. Por favor, ten consideración. Si tienes alguna pregunta, habla con la administración.`,
      readmitted: say`La administración de tu organización ha levantado lo que te impedía usarme. Quien enseña vuelve a aceptar solicitudes con “Enseñar”.`,
    },
    paused: (until: Span): Text =>
      say`La administración de tu organización te ha puesto en pausa. Fin de la pausa: ${until}; hasta entonces no puedes pedir nada nuevo ni recibir solicitudes. Lo acordado se queda. Si tienes alguna pregunta, habla con la administración.`,
  },

  block: {
    sure: (name: string): Text =>
      say`¿Bloquear a ${strong(name)}? Entonces ninguna de las dos personas encuentra ni reserva a la otra, y una solicitud entre ambas se retira. No recibe ningún aviso. Las sesiones acordadas se quedan: cancélalas tú.`,
    done: (name: string): Text =>
      say`${strong(name)}: bloqueo hecho. Puedes deshacerlo en tus ajustes, en “Personas bloqueadas”.`,
    title: 'Personas bloqueadas',
    list: say`Ninguna de las dos personas encuentra ni reserva a la otra.`,
    nobody: say`No has bloqueado a nadie.`,
  },

  timezone: {
    unknownYet: say`Todavía no conozco tu zona horaria.`,
    saved: (zone: string, now: string): Text =>
      say`Tu zona horaria es ${strong(zone)}. Ahora allí: ${now}. Las sesiones que ya tienes no se mueven.`,
    title: 'Tu zona horaria',
    which: say`Hay varios lugares posibles. ¿Cuál es el tuyo?`,
  },
};
