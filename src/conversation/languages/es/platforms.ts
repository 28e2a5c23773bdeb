import type { platforms as English } from '../en/platforms.ts';

export const platforms: typeof English = {
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
};
