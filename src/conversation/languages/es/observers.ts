import type { Text } from '../../message.ts';
import { command, say, strong } from '../../say.ts';
import { times } from '../times.ts';

/** Alguien, como una madre o un padre, que ve las sesiones de un estudiante. */
export const observers = {
  asObserver: (name: string) => `${name} (observa)`,
  observers: {
    title: 'Observadores',
    intro: say`Quien observa recibe confirmaciones, cambios y resultados, ve las sesiones y puede cancelarlas. Cualquiera de los dos puede terminarlo.`,
    none: say`Nadie observa tus sesiones, y tú no observas las de nadie. A quien no encuentres con el botón, pídeselo con ${command('observer', 'observador')} y su mención con @.`,
    asked: (name: string): Text =>
      say`He preguntado a los admins. Cuando lo confirmen, le preguntaré a ${name} si está de acuerdo.`,
    set: (name: string): Text => say`Le he preguntado a ${name} si está de acuerdo. Empieza cuando diga que sí.`,
    confirmed: say`Confirmado. Empieza cuando quien observa esté de acuerdo.`,
    ended: say`Esto ha terminado: las sesiones ya no se muestran.`,
    mine: {
      asked: (name: string): Text => say`${strong(name)} va a ver tus sesiones: falta que un admin lo confirme.`,
      confirmed: (name: string): Text => say`${strong(name)} va a ver tus sesiones, y aún no ha dicho que sí.`,
      active: (name: string): Text => say`${strong(name)} ve tus sesiones y puede cancelarlas.`,
    },
    theirs: {
      asked: (name: string): Text => say`Vas a ver las sesiones de ${strong(name)}: falta que un admin lo confirme.`,
      confirmed: (name: string): Text => say`Vas a ver las sesiones de ${strong(name)}. ¿Estás de acuerdo?`,
      active: (name: string): Text => say`Ves las sesiones de ${strong(name)} y puedes cancelarlas.`,
    },
    wanted: (learner: string, observer: string): Text => say`${learner} quiere que ${observer} vea sus sesiones`,
    wantedText: say`Quien observa, como una madre o un padre, ve todas las sesiones del estudiante y puede cancelarlas. Confírmalo si sabes que está bien.`,
    invitation: (learner: string): Text =>
      say`Te piden observar las sesiones de ${strong(learner)}: te avisaría de confirmaciones, cambios y resultados, y podrías cancelar. ¿Estás de acuerdo?`,
    endedForYou: (name: string): Text => say`${strong(name)} ya no ve tus sesiones.`,
    endedForThem: (name: string): Text => say`Ya no ves las sesiones de ${strong(name)}.`,
    news: {
      confirmed: (who: string, what: Text): Text => say`Confirmada para ${who}: ${what}`,
      reopened: (who: string, what: Text): Text => say`Recuperada para ${who}: ${what}`,
      moved: (who: string, what: Text): Text => say`A otra hora para ${who}: ${what}`,
      'handed-over': (who: string, what: Text): Text => say`Se busca otro tutor para ${who}: ${what}`,
      declined: (who: string, what: Text): Text => say`Rechazada para ${who}: ${what}`,
      expired: (who: string, what: Text): Text => say`Nadie respondió a tiempo a ${who}: ${what}`,
      cancelled: (who: string, what: Text): Text => say`Cancelada para ${who}: ${what}`,
    },
    outcome: (who: string, what: Text, outcome: string): Text => say`Cómo le fue a ${who} (${what}): ${outcome}`,
    andMore: (count: number): Text => say`, y ${times(count, 'más de la serie', 'más de la serie')}`,
    sessionsOf: (name: string): Text => say`Sesiones de ${strong(name)}`,
    noneAhead: say`No hay nada planeado.`,
    adminTitle: 'Quién observa a quién',
    adminIntro: say`Quién ve las sesiones de quién, lo más reciente primero.`,
    nobody: say`Nadie observa las sesiones de nadie.`,
    line: {
      asked: (learner: string, observer: string): Text =>
        say`${strong(observer)}, por ${strong(learner)}: falta un admin`,
      confirmed: (learner: string, observer: string): Text =>
        say`${strong(observer)}, por ${strong(learner)}: aún no ha dicho que sí`,
      active: (learner: string, observer: string): Text => say`${strong(observer)} observa a ${strong(learner)}`,
    },
    askTitle: 'Pedir un observador',
    askSubmit: 'Pedir',
    askHint: 'Quienes conoces, por su nombre. A los demás, con el comando y su mención con @.',
    setTitle: 'Poner un observador',
    setSubmit: 'Poner',
    learnerLabel: '¿Las sesiones de quién?',
    observerLabel: '¿Quién las ve?',
  },
};
