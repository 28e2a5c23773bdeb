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
    proposed: 'Propuesta',
    late: 'Tarde',
    coming: '¿Viene?',
    before: 'Antes era',
    ownRoom: 'Sala propia',
    account: 'Cuenta',
    today: 'Hoy',
    limits: 'Margen que queda',
    webhooks: 'Webhooks',
    attendance: 'Asistencia',
    passcode: 'Código de acceso',
    recording: 'Grabación',
    transcript: 'Transcripción',
    seen: 'Vistos por la plataforma',
    reason: 'Motivo',
    notes: 'Notas del tutor',
    whiteboard: 'Pizarra',
    whoIsThere: 'Quién está',
  },

  whenAndLength: (when: Span, length: string): Text => say`${when}, ${length}`,
  theTutor: 'el tutor',
  asAdmin: (name: string) => `${name} (admin)`,
  somewhere: 'la plataforma',
  bestFit: 'Mejor opción: elijo yo',
  anyTutor: 'Cualquier tutor',
  somebody: 'alguien',
  formerMember: 'alguien que ya no está',
};
