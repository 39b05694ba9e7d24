import type { CardKind } from "#core/pack/schema.ts";

/** What a card of each kind is called, in the singular. */
export const kindLabels: Readonly<Record<CardKind, string>> = {
  person: "Person",
  place: "Place",
  organisation: "Organisation",
  topic: "Topic",
};
