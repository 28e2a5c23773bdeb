/** The clock that everything domain-timed follows. */
export type Clock = () => Date;
