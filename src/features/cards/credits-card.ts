import type { Action, Message, Section, Text } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { onDay } from '../../conversation/when/clock-words.ts';
import type { CreditLine, CreditPackage } from '../../core/credits/credit.ts';
import type { Person } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';

/** Entries of the ledger on one page, and packages that are shown: those that are used up are left out first. */
const PAGE = 8;
const PACKAGES_MOST = 6;

/** What somebody has left, what is reserved, until when, and what became of the rest. `handler`: which turns the page. */
export async function creditsCard(
  person: Pick<Person, 'id' | 'name'>,
  page: number,
  handler: 'credits' | 'tutoring-credits',
  reader: Reader,
  deps: Pick<Deps, 'store' | 'clock' | 'defaultZone'>,
): Promise<Message> {
  const isMine = person.id === reader.person.id;
  const { credits: words, buttons } = reader.words;
  const [packages, inUse, lines] = await Promise.all([
    deps.store.packagesOf(person.id),
    deps.store.creditsInUse(person.id),
    deps.store.creditLines(person.id, PAGE + 1, (page - 1) * PAGE),
  ]);
  const good = packages.filter((one) => one.left > 0 && isAhead(one, deps.clock()));
  const left = good.reduce((sum, one) => sum + one.left, 0);
  const reserved = inUse.filter(({ use }) => use === 'reserved').length;
  const shown = [...good, ...packages.filter((one) => !good.includes(one)).toReversed()].slice(0, PACKAGES_MOST);
  const text =
    packages.length === 0 ? words.none : join([words.left(left), words.ahead(reserved, inUse.length - reserved)], ' ');
  const turn = (label: string, to: number): Action => ({
    ...{ kind: 'button', label, style: 'plain' },
    target: { handler, input: { page: String(to), turn: 'page', ...(isMine ? {} : { person: person.id }) } },
  });
  return {
    title: isMine ? say`${words.title}` : words.titleOf(person.name),
    text,
    sections: [
      ...shown.map((one) => packageSection(one, handler === 'tutoring-credits', reader, deps)),
      ...(lines.length === 0
        ? []
        : [
            {
              title: say`${words.history}`,
              text: join(
                lines.slice(0, PAGE).map((one) => lineOf(one, reader)),
                '\n',
              ),
            },
          ]),
      {
        actions: [
          ...(page > 1 ? [turn(buttons.back, page - 1)] : []),
          ...(lines.length > PAGE ? [turn(buttons.more, page + 1)] : []),
        ],
      },
    ].filter((one) => !('actions' in one) || one.actions?.length !== 0),
  };
}

function isAhead({ validUntil }: CreditPackage, now: Date): boolean {
  return validUntil === undefined || validUntil > now;
}

function packageSection(
  one: CreditPackage,
  isForAdmins: boolean,
  reader: Reader,
  deps: Pick<Deps, 'clock' | 'defaultZone'>,
): Section {
  const { credits: words, buttons } = reader.words;
  const { id, left, sessions, note, validUntil } = one;
  const until = untilInWords(validUntil, reader, deps);
  const parts: Text[] = [say`${until}`];
  if (!isAhead(one, deps.clock())) parts.push(say`${words.over}`);
  if (note !== '') parts.push(say`${note}`);
  const target = { handler: 'withdraw-credits', input: { credits: id } };
  return {
    title: words.package(left, sessions),
    text: join(parts, ' · '),
    ...(isForAdmins && left > 0
      ? { actions: [{ kind: 'button' as const, label: buttons.withdrawCredits, style: 'danger' as const, target }] }
      : {}),
  };
}

/** The last day on which it is good for a session, on the reader's own calendar. */
export function untilInWords(
  validUntil: Date | undefined,
  { words, zone, locale }: Reader,
  { defaultZone }: Pick<Deps, 'defaultZone'>,
): string {
  if (!validUntil) return words.credits.forGood;
  const last = new Date(validUntil.getTime() - 1).toTemporalInstant().toZonedDateTimeISO(zone ?? defaultZone);
  return words.credits.until(onDay(last.toPlainDate().toString(), locale));
}

function lineOf({ kind, amount, at, about }: CreditLine, { words, zone }: Reader): Text {
  const { credits } = words;
  const what = kind === 'granted' || kind === 'withdrawn' ? credits[kind](Math.abs(amount)) : credits.uses[kind];
  const session = about ? say` (${about.subject}, ${moment(about.startsAt, zone)})` : [];
  return say`${moment(at, zone)}: ${what}${session}`;
}
