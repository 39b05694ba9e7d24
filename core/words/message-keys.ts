/** What can be said, and with which values: derived from the English messages, so that nothing unsayable compiles. */
import type messages from "../../public/_locales/en/messages.json";

type Messages = typeof messages;

/** The stem of messages that come in plural forms (`digestMentions` for `digestMentions_one`, `digestMentions_other`). */
export type PluralKey = keyof Messages extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never;

/** A message of one form. */
export type MessageKey = Exclude<keyof Messages, `${PluralKey}_${Intl.LDMLPluralRule}`>;

/** A message without placeholders: what labels and titles are. */
export type PlainKey = { [Key in MessageKey]: [PlaceholderOf<Key>] extends [never] ? Key : never }[MessageKey];

/** The names of a message's placeholders. */
export type PlaceholderOf<Key extends MessageKey | PluralKey> = Key extends MessageKey
  ? PlaceholdersIn<Messages[Key]>
  : Exclude<PlaceholdersIn<Messages[`${Key}_other` & keyof Messages]>, "count">;

type PlaceholdersIn<Message> = Message extends { placeholders: infer Placeholders }
  ? keyof Placeholders & string
  : never;

/** The arguments that fill a message's placeholders: none where it has none. */
export type Values<Key extends MessageKey | PluralKey, Value = string> = [PlaceholderOf<Key>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholderOf<Key>, Value>>];
