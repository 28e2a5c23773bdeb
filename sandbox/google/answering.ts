import { setTimeout as sleep } from 'node:timers/promises';
import { errorAnswer, REFUSALS, refusalOf } from './errors.ts';
import type { Fault } from './faults.ts';

/** Answers a call, or goes wrong as it was told to. */
export async function played(fault: Fault | undefined, run: () => Response | Promise<Response>): Promise<Response> {
  if (fault?.refusal) {
    const { retryAfter } = fault;
    return errorAnswer({ ...REFUSALS[fault.refusal], ...(retryAfter !== undefined && { retryAfter }) });
  }
  if (fault?.status !== undefined) return new Response('upstream error', { status: fault.status });
  if (fault?.body !== undefined) {
    const type = fault.body.startsWith('{') ? 'application/json' : 'text/html';
    return new Response(fault.body, { headers: { 'content-type': type } });
  }
  const answer = await answered(run);
  if (fault?.slowMs !== undefined) await sleep(fault.slowMs, undefined, { ref: false });
  // A network error, by the Fetch standard: the host cuts the connection.
  return fault?.lostAnswer ? Response.error() : answer;
}

async function answered(run: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return errorAnswer(refusal);
  }
}
