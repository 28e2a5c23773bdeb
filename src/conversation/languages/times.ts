/** "1 call", "2 calls". */
export const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
