import type { platforms as English } from '../en/platforms.ts';

export const platforms: typeof English = {
  platformFailures: {
    'not-set-up': (it) => `${it} ya no está en los ajustes. Añádela a MEETING_PLATFORMS o quítala del todo.`,
    'bad-credentials': (it) =>
      `${it} no acepta las credenciales. Revísalas en los ajustes; quizá caducaron o se revocaron.`,
    'missing-permission': (it) =>
      `A la aplicación le falta un permiso (scope) en ${it}. Añádelo donde está registrada, o al rol del bot en el servidor de Discord (las salas de voz necesitan View Channels, Manage Channels y Connect). npm run doctor dice cuál.`,
    'not-in-server': (it) =>
      `No todas las personas de la sesión están en un mismo servidor de ${it}. No hay que hacer nada: se reúnen en otro sitio.`,
    'too-many-rooms': (it) =>
      `No caben más canales en el servidor de ${it} (500 como mucho). Borra los que sobren; los de las sesiones los quito yo cuando acaban.`,
    'no-link': (it) =>
      `La cuenta no recibe enlaces de vídeo de ${it}. Actívalos o usa una que los tenga; una cuenta de servicio necesita GOOGLE_SUBJECT.`,
    'needs-paid-plan': (it) => `El plan de la cuenta en ${it} no lo incluye. Mejóralo o elige otra plataforma.`,
    'no-such-host': (it) => `${it} no conoce una cuenta o un calendario de los ajustes. Corrige su nombre.`,
    'no-host-free': (it) => `Todos los anfitriones de ${it} estaban ocupados a esa hora. Añade más a ZOOM_HOSTS.`,
    refused: (it) => `${it} rechazó la petición. Revisa los ajustes de la cuenta.`,
    'rate-limited': (it) => `${it} pidió ir más despacio. No hay que hacer nada: lo intentaré otra vez.`,
    'quota-used-up': (it) =>
      `Se agotó el límite de hoy en ${it}. Mañana vuelve a funcionar; con más anfitriones hay más margen.`,
    gone: (it) => `La reunión se borró en ${it}.`,
    'in-progress': (it) => `Hay gente en la reunión en ${it}.`,
    'wrong-address': (it) => `${it} no está en su dirección. Corrige la dirección en los ajustes.`,
    'bad-certificate': (it) => `El certificado de ${it} no es de confianza o caducó. Renuévalo en ese servidor.`,
    unreachable: (it) => `No se puede llegar a ${it}. Mira su página de estado y tu red.`,
    'timed-out': (it) => `${it} no respondió a tiempo. Mira su página de estado.`,
    broken: (it) => `${it} tiene una avería. Mira su página de estado.`,
    'not-understood': (it) => `No se entendió la respuesta de ${it}. Mira el registro.`,
  },
};
