/** From the first instant of a day to the first after the last one, on the clocks of a place. ISO dates. */
export function daysIn(
  { from, until }: { readonly from: string; readonly until: string },
  zone: string,
): { readonly from: Date; readonly to: Date } {
  const begin = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  return { from: begin(Temporal.PlainDate.from(from)), to: begin(Temporal.PlainDate.from(until).add({ days: 1 })) };
}
