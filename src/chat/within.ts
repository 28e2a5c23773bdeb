/** What a promise comes to, or undefined when it takes longer. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  promise.catch(() => {}); // a failure after that has nobody to be told to
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
