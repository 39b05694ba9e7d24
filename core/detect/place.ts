import type { Surroundings } from "./nearby.ts";

/** Why a written form is not a mention of its card. */
export type Left =
  | "inside-a-word"
  | "address"
  | "a-people"
  | "longer-name"
  | "other-person"
  | "needs-case"
  | "a-company"
  | "defined-otherwise"
  | "other-story"
  | "case";

/** A written form in its place. */
export interface Place {
  text: string;
  start: number;
  end: number;
  /** Languages whose nouns all have capitals make capitals say nothing. */
  nounsHaveCapitals: boolean;
  around: Surroundings;
}
