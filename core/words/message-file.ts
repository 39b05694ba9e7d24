import type { GetMessage } from "./words.ts";

/** One message of a `messages.json`, as browsers read it. */
export interface FileMessage {
  message: string;
  description?: string;
  placeholders?: Readonly<Record<string, { content: string; example?: string }>>;
}

/** A `messages.json`, by key. */
export type MessageFile = Readonly<Record<string, FileMessage>>;

/** Reads messages from a file's content as a browser would, for where there is none. */
export function messagesFrom(file: MessageFile): GetMessage {
  return (key, substitutions) => {
    const found = Object.hasOwn(file, key) ? file[key] : undefined;
    if (!found) return "";
    const { message, placeholders = {} } = found;
    const numbered = message.replace(/\$(\w+)\$/gu, (whole, name: string) => {
      return placeholders[name.toLowerCase()]?.content ?? whole;
    });
    return numbered.replace(/\$(\d)/gu, (_, position: string) => substitutions[Number(position) - 1] ?? "");
  };
}
