import type { Left } from "./place.ts";
import type { Candidate } from "./read-passage.ts";

/** Why a written form counts. */
export type Taken = "name" | "full-name-on-page" | "cue";

/** Why a written form does not count: what stands beside it, or what the page says. */
export type Refused =
  | Left
  | "decoy"
  | "other-language"
  | "no-cue"
  | "rival"
  | "far-from-full-name"
  | "inside-another"
  | "not-of-story";

/** What was decided of one written form; `at` is what decided it, in the passage numbered `passage`. */
export interface Verdict {
  candidate: Candidate;
  taken: boolean;
  because: Taken | Refused;
  at?: { passage: number; start: number; end: number };
}
