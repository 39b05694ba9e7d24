import { cardSpecimens } from "./card-specimens.tsx";
import { pageSpecimens } from "./page-specimens.tsx";
import { settingsSpecimens } from "./settings-specimens.tsx";
import type { Specimen } from "./specimen.ts";

/** Every component in every state that a reader can meet. */
export const specimens: readonly Specimen[] = [...cardSpecimens, ...pageSpecimens, ...settingsSpecimens];
