/** The few words of the pages themselves. What there is to say about a session comes with the answer of `join`. */
const en = {
  entering: 'One moment…',
  enteringText: 'Your session opens by itself. If it does not, press the button.',
  enter: 'Go to the session',
  previewText: 'A personal link to a tutoring session.',
  notFound: 'Nothing here',
  notFoundText: 'This address does not exist. If it came from Tutorline, copy it again, whole.',
  notAllowed: 'Not like this',
  notAllowedText: 'This address cannot be used in this way.',
  tooLarge: 'Too much',
  tooLargeText: 'That was more than this address takes.',
  failed: 'Something went wrong',
  failedText: (id: string) =>
    `It is not your fault. Try again in a minute; if it stays like this, tell the people who run Tutorline this number: ${id}.`,
};

export type HttpWords = typeof en;
export type Language = 'en' | 'es';

export const words: Readonly<Record<Language, HttpWords>> = {
  en,
  es: {
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

/** The first language of `Accept-Language` that we speak; English if there is none. */
export function languageOf(request: Request): Language {
  const wishes = (request.headers.get('accept-language') ?? '').split(',').map((wish) => {
    const [tag = '', quality] = wish.trim().split(/\s*;\s*q=/);
    return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
  });
  wishes.sort((a, b) => b.quality - a.quality);
  return wishes.find(({ language }) => language === 'es' || language === 'en')?.language === 'es' ? 'es' : 'en';
}
