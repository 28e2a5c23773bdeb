import type { Span, Text } from '../../message.ts';
import { say } from '../../say.ts';
import type { fields as English } from '../en/fields.ts';

export const fields: typeof English = {
  fields: {
    subject: 'Materia',
    tutor: 'Tutor',
    learner: 'Estudiante',
    when: 'Cuándo',
    length: 'Duración',
    note: 'Qué conseguir',
    where: 'Dónde',
    link: 'Enlace',
    meetingId: 'ID de la reunión',
    before: 'Antes',
    ownRoom: 'Sala propia',
    account: 'Cuenta',
    today: 'Hoy',
    limits: 'Margen que queda',
    webhooks: 'Avisos suyos',
    attendance: 'Quién vino',
    passcode: 'Código de acceso',
    recording: 'Grabación',
    seen: 'Vistos por la plataforma',
    reason: 'Motivo',
    notes: 'Notas del tutor',
    whoIsThere: 'Quién está',
  },

  whenAndLength: (when: Span, length: string): Text => say`${when}, ${length}`,
  theTutor: 'el tutor',
  anyTutor: 'Cualquier tutor',
  somebody: 'alguien',
};
