/** What a chat waits for before it has to acknowledge: vendors give up after 3 s. */
const BEFORE_ACKNOWLEDGING_MS = 1500;

export const LATE = Symbol('late');

/** What `work` gives, or LATE when a chat cannot wait any longer. */
export async function inTime<T>(work: Promise<T>): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), BEFORE_ACKNOWLEDGING_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
