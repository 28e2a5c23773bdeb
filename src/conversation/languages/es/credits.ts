import type { Text } from '../../message.ts';
import { command, say, strong } from '../../say.ts';
import { times } from '../times.ts';

const ENDINGS: Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> = { other: '.ª' };
const rules = new Intl.PluralRules('es', { type: 'ordinal' });
const ordinal = (nth: number): string => `${nth}${ENDINGS[rules.select(nth)] ?? '.ª'}`;

/** Las sesiones que recibe cada estudiante, y cuál de ellas es una sesión. */
export const credits = {
  credits: {
    title: 'Tus sesiones',
    titleOf: (name: string): Text => say`Sesiones de ${strong(name)}`,
    notUsed: say`Aquí no necesitas créditos: reserva sin más.`,
    none: say`Todavía no hay ningún bono. Los admins los dan con ${command('tutoring', 'tutorías créditos')}.`,
    left: (count: number): Text => say`Por reservar: ${times(count, 'sesión', 'sesiones')}.`,
    ahead: (reserved: number, taken: number): Text =>
      say`De las próximas, ${String(reserved)} en espera de respuesta y ${String(taken)} confirmadas.`,
    package: (left: number, sessions: number): Text =>
      say`Quedan ${String(left)} de ${times(sessions, 'sesión', 'sesiones')}`,
    until: (day: string) => `hasta el ${day}`,
    forGood: 'sin fecha límite',
    over: 'caducado',
    history: 'Qué ha pasado',
    granted: (count: number): Text => say`${times(count, 'sesión recibida', 'sesiones recibidas')}`,
    withdrawn: (count: number): Text => say`${times(count, 'sesión retirada', 'sesiones retiradas')}`,
    uses: {
      reserved: say`reservada`,
      taken: say`usada`,
      kept: say`gastada, por una cancelación tardía o una ausencia`,
      returned: say`devuelta`,
    },
    grantedToYou: (who: string, count: number, until: string): Text =>
      say`${who} te ha dado ${times(count, 'sesión', 'sesiones')} (${until}). Resérvalas cuando quieras.`,
    adminTitle: 'Créditos',
    usedNow: say`Cada sesión usa un crédito de su estudiante. Las que se pidieron antes se quedan como están.`,
    notUsedNow: say`Nadie necesita créditos: todos pueden reservar.`,
    lateCostsNow: say`Quien cancela tarde o no viene no recupera el suyo.`,
    lateIsFreeNow: say`Quien cancela tarde o no viene también recupera el suyo.`,
    nobodyHas: say`Nadie tiene ninguno todavía.`,
    holder: (name: string, left: number): Text =>
      say`${strong(name)}: ${times(left, 'sesión', 'sesiones')} por reservar`,
    grantTitle: 'Dar sesiones',
    grantSubmit: 'Dar',
    person: '¿A quién?',
    sessions: '¿Cuántas sesiones?',
    untilLabel: '¿Hasta qué día valen?',
    untilHint: 'Por ejemplo: 31 dic, 2026-12-31. Vacío: sin fecha límite.',
    note: 'Nota',
    rulesTitle: 'Reglas de los créditos',
    usesLabel: 'Una sesión usa un crédito del estudiante',
    lateLabel: 'Cancelar tarde o no venir lo gasta',
    field: 'Sesión',
    withTutor: (nth: number, name: string): Text => say`Tu ${{ kind: 'plain', text: ordinal(nth) }} con ${name}`,
    withLearner: (nth: number, name: string): Text => say`La ${{ kind: 'plain', text: ordinal(nth) }} con ${name}`,
  },
};
