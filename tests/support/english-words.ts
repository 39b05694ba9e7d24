import { messagesFrom } from "#core/words/message-file.ts";
import { createWords } from "#core/words/words.ts";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };

/** The interface's English words, as a browser in British English gives them. */
export const englishWords = createWords(messagesFrom(messages), "en-GB");
