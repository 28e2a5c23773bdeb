import type { pages as English } from '../en/pages.ts';

export const pages: typeof English = {
  door: {
    title: 'Tutorline',
    notYours: 'Este enlace no es válido. Abre la sesión en tu chat y pulsa “Entrar”.',
    notYet: 'La sala aún no está lista. Prueba otra vez en unos segundos.',
    tooEarly: (when: string) => `Todavía es pronto para entrar. Vuelve a esta hora: ${when}.`,
    over: 'Esta sesión ha terminado.',
    cancelled: 'Esta sesión ya no tiene lugar. En tu chat están los detalles.',
  },

  pages: {
    entering: 'Un momento…',
    enteringText: 'Tu sesión se abre sola. Si no se abre, pulsa el botón.',
    enter: 'Ir a la sesión',
    previewText: 'Un enlace personal a una sesión de tutoría.',
    notFound: 'Aquí no hay nada',
    notFoundText: 'Esta dirección no existe. Si te la dio Tutorline, cópiala otra vez, entera.',
    notAllowed: 'Así no',
    notAllowedText: 'Esta dirección no se puede usar de esta manera.',
    tooLarge: 'Demasiado',
    tooLargeText: 'Eso es más de lo que admite esta dirección.',
    failed: 'Algo ha fallado',
    failedText: (id) =>
      `No es culpa tuya. Inténtalo de nuevo en un minuto; si sigue igual, da este número a quienes llevan Tutorline: ${id}.`,
  },
};
