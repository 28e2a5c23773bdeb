const LONGEST = 254; // https://www.rfc-editor.org/errata/eid1690
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@.<>()[\]\\,;:"]{2,}$/;

/** An e-mail address as people write it, and nothing that would be more than one; undefined for everything else. */
export function emailIn(typed: string): string | undefined {
  const address = typed.trim();
  return address.length <= LONGEST && ADDRESS.test(address) ? address : undefined;
}
