import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Words } from "#core/words/words.ts";

const context = createContext<Words | undefined>(undefined);

/** Gives all that is inside the words of the interface. */
export const WordsProvider = context.Provider;

/** The interface's words; throws outside a `WordsProvider`. */
export function useWords(): Words {
  const found = useContext(context);
  if (!found) throw new Error("A view was rendered without words: wrap it in a WordsProvider.");
  return found;
}
