import process from 'node:process';
import { ConfigProblems } from '../config/problems.ts';
import { readConfig } from '../config/read-config.ts';
import { commands } from '../features/shared/commands.ts';
import type { Finding } from './finding.ts';
import { diagnose, report } from './index.ts';

/** `npm run doctor`: says what is right, what is wrong, and what to do. Exits with 1 when something is wrong. */
async function examine(): Promise<readonly Finding[]> {
  try {
    return await diagnose(
      readConfig(),
      commands.map(({ name }) => name),
    );
  } catch (error) {
    if (!(error instanceof ConfigProblems)) throw error;
    return error.problems.map((what) => ({ ok: false, what }));
  }
}

const findings = await examine();
process.stdout.write(report(findings));
process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
