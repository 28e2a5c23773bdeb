/** The subjects that have a name of their own in every language. */
type CommonSubject =
  | 'mathematics'
  | 'physics'
  | 'chemistry'
  | 'biology'
  | 'history'
  | 'geography'
  | 'philosophy'
  | 'literature'
  | 'writing'
  | 'statistics'
  | 'geometry'
  | 'calculus'
  | 'programming'
  | 'economics'
  | 'music'
  | 'art'
  | 'chess'
  | 'english'
  | 'spanish'
  | 'french'
  | 'german'
  | 'italian'
  | 'portuguese'
  | 'latin';

export type SubjectNames = Readonly<Record<CommonSubject, readonly string[]>>;
