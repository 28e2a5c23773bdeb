import type { RawInput } from '../../conversation/handler.ts';
import type { Action, Message, Section, Target } from '../../conversation/message.ts';
import type { Reception } from '../../conversation/reception.ts';
import type { Actor } from '../../core/people/person.ts';
import { fitsButton, fitsMenu } from './ids.ts';

/** The same message, where what fits into no button or menu is kept for the one who reads it. */
export async function keepLong<Shown extends Message>(message: Shown, by: Actor, reception: Reception): Promise<Shown> {
  const sections = message.sections && (await Promise.all(message.sections.map((one) => kept(one, by, reception))));
  return { ...(await kept(message, by, reception)), ...(sections && { sections }) };
}

async function kept<Part extends Section>(part: Part, by: Actor, reception: Reception): Promise<Part> {
  const { actions } = part;
  if (!actions?.some((one) => longTarget(one))) return part;
  const short = async (action: Action): Promise<Action> => {
    const target = longTarget(action);
    return target ? ({ ...action, target: await shortened(target, by, reception) } as Action) : action;
  };
  return { ...part, actions: await Promise.all(actions.map(short)) };
}

/** Menus of deeds put what is too long for them beside them, as buttons. */
function longTarget(action: Action): Target | undefined {
  if (action.kind === 'button') return fitsButton(action.target.input) ? undefined : action.target;
  if (action.kind === 'choice') return fitsMenu(action.target) ? undefined : action.target;
  return undefined;
}

async function shortened({ handler, input }: Target, by: Actor, reception: Reception): Promise<Target> {
  const short: RawInput = { draft: await reception.keep(by, handler, input) };
  return { handler, input: short };
}
