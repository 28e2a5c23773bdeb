import type { Field, Message, Section, Text } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { type FailureCode, isSeenByCheck } from '../../core/meeting/failure.ts';
import type { PlatformReport } from '../../core/meeting/platforms.ts';
import type { Trouble } from '../../core/meeting/port.ts';
import type { Reader } from '../shared/reader.ts';

interface PlatformStatus {
  readonly report: PlatformReport;
  readonly trouble: Trouble | undefined;
  readonly lastWebhookAt: Date | undefined;
}

/** Of the hundred meetings that a host of Zoom's can make or move in a day. */
const FEW_WRITES = 20;

/** How each meeting platform is, for admins: what works, what does not and why, and how much is left to use. */
export function statusCard(platforms: readonly PlatformStatus[], reader: Reader): Message {
  return {
    title: say`${reader.words.tutoring.statusTitle}`,
    sections: platforms.map((one) => platformSection(one, reader)),
  };
}

function platformSection({ report, trouble, lastWebhookAt }: PlatformStatus, reader: Reader): Section {
  const { words } = reader;
  const { tutoring, fields } = words;
  const title = say`${report.name}`;
  switch (report.health.kind) {
    case 'not-set-up':
      return { title, text: tutoring.notSetUp };
    case 'good':
    case 'unchecked':
    case 'failed': {
      const health = truly(report.health, trouble);
      const since =
        trouble && health.kind === 'failed' && tutoring.failsSince(moment(trouble.since, reader.zone, 'relative'));
      const webhooks =
        lastWebhookAt === undefined
          ? tutoring.noWebhook
          : tutoring.lastWebhook(moment(lastWebhookAt, reader.zone, 'relative'));
      return {
        title,
        text: [...healthText(health, report, reader), ...(since ? say` ${since}` : [])],
        fields: [
          ...usageFields(report, reader),
          ...(report.sendsWebhooks ? [{ name: fields.webhooks, value: webhooks }] : []),
          {
            name: fields.attendance,
            value: report.seesWhoCame ? tutoring.attendanceSeen(report.name) : tutoring.attendanceByClock,
          },
        ],
      };
    }
  }
}

type Health = Exclude<PlatformReport['health'], { kind: 'not-set-up' }>;

/** An account that answers well may still make no meetings: then that is what counts. */
function truly(health: Health, trouble: Trouble | undefined): Health {
  const isUnseen = trouble && health.kind !== 'failed' && !isSeenByCheck(trouble.why);
  return isUnseen ? { kind: 'failed', why: trouble.why, detail: trouble.detail } : health;
}

function healthText(health: Health, report: PlatformReport, reader: Reader): Text {
  const { tutoring } = reader.words;
  if (health.kind === 'failed') {
    const detail = health.detail === undefined ? [] : say` (${health.detail})`;
    return [...tutoring.fails(whyText(health.why, report, reader)), ...detail];
  }
  if (health.kind === 'unchecked') return tutoring.notChecked(health.account);
  const account = health.plan === undefined ? health.account : `${health.account} (${health.plan})`;
  return [...tutoring.works(account), ...health.notes.flatMap((note) => say`\n${note}`)];
}

function usageFields(report: PlatformReport, reader: Reader): readonly Field[] {
  const { usage } = report;
  if (!usage) return [];
  const { tutoring, fields } = reader.words;
  const last = usage.lastFailure;
  const lastText =
    last && tutoring.lastFailure(whyText(last.why, report, reader), moment(last.at, reader.zone, 'relative'));
  const left = [
    ...usage.left.filter(isNearlyUsedUp).map(({ of, per, remaining }) => tutoring.left[per](of, remaining)),
    ...(isFew(usage.writesLeftToday) ? [tutoring.writesLeft(usage.writesLeftToday)] : []),
  ];
  const calls = tutoring.calls(usage.calls, usage.failures);
  return [
    { name: fields.today, value: lastText ? join([calls, lastText], '. ') : calls },
    ...(left.length === 0 ? [] : [{ name: fields.limits, value: join(left, ' · ') }]),
  ];
}

type Left = NonNullable<PlatformReport['usage']>['left'][number];

/** What refills by itself in a moment is only worth a word where it is gone. */
const isNearlyUsedUp = ({ per, remaining, limit }: Left) =>
  per === 'day' && limit !== undefined ? remaining <= limit / 10 : remaining <= 1;

const isFew = (writes: number | undefined): writes is number => writes !== undefined && writes <= FEW_WRITES;

function whyText(why: FailureCode, { name }: PlatformReport, reader: Reader): string {
  return reader.words.platformFailures[why](name);
}
