import { useEffect, useState } from "preact/hooks";
import type { Command } from "#core/messages.ts";
import { shortcuts } from "#platform/commands.ts";

/** The keys of the commands, read again whenever the reader comes back from where they are changed. */
export function useShortcuts(): ReadonlyMap<Command, string> {
  const [keys, setKeys] = useState<ReadonlyMap<Command, string>>(new Map());
  useEffect(() => {
    const read = () => void shortcuts().then(setKeys);
    read();
    window.addEventListener("focus", read);
    return () => window.removeEventListener("focus", read);
  }, []);
  return keys;
}
