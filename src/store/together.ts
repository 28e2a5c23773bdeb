import DataLoader from 'dataloader';

const AT_MOST = 100;

/**
 * Makes one question of those that are asked at the same moment, or within `gatherMs`: jobs that were taken together
 * want to know the same at the same time. Where they cannot be answered together, each is asked alone.
 */
export function together<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  gatherMs?: number,
): (question: Question) => Promise<Answer> {
  const alone = (question: Question) => ask([question]).then(([answer]) => answer as Answer, asError);
  const loader = new DataLoader<Question, Answer>(
    (questions) =>
      ask(questions).catch((error: unknown) =>
        questions.length === 1 ? [asError(error)] : Promise.all(questions.map(alone)),
      ),
    {
      cache: false,
      maxBatchSize: AT_MOST,
      ...(gatherMs !== undefined && { batchScheduleFn: (now: () => void) => void setTimeout(now, gatherMs) }),
    },
  );
  return (question) => loader.load(question);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error), { cause: error });
}
