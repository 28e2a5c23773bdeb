/** A picture of how much there is of each of a few things. */
export interface Bars {
  readonly title: string;
  /** `said`: the value in words. */
  readonly rows: readonly { readonly label: string; readonly value: number; readonly said: string }[];
}
