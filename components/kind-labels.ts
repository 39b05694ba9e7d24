import type { CardKind } from "#core/pack/schema.ts";
import type { MessageKey } from "#core/words/message-keys.ts";

/** The messages for what a card of each kind is called, in the singular. */
export const kindLabels = {
  person: "kindPerson",
  place: "kindPlace",
  organisation: "kindOrganisation",
  topic: "kindTopic",
} as const satisfies Record<CardKind, MessageKey>;
