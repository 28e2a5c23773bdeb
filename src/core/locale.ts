/** BCP 47 for a language that nobody has said: the usual one is spoken then. */
export const UNSAID_LOCALE = 'und';
