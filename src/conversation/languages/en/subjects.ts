import type { SubjectNames } from '../subject-names.ts';

/** What people call subjects that they may look for in another language. */
export const subjects: SubjectNames = {
  mathematics: ['Mathematics', 'Maths', 'Math'],
  physics: ['Physics'],
  chemistry: ['Chemistry'],
  biology: ['Biology'],
  history: ['History'],
  geography: ['Geography'],
  philosophy: ['Philosophy'],
  literature: ['Literature'],
  writing: ['Essay writing', 'Writing'],
  statistics: ['Statistics', 'Stats'],
  geometry: ['Geometry'],
  calculus: ['Calculus'],
  programming: ['Programming', 'Coding'],
  economics: ['Economics'],
  music: ['Music'],
  art: ['Art'],
  chess: ['Chess'],
  english: ['English'],
  spanish: ['Spanish'],
  french: ['French'],
  german: ['German'],
  italian: ['Italian'],
  portuguese: ['Portuguese'],
  latin: ['Latin'],
};
