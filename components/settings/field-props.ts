import type { SettingDeclaration } from "#core/settings/settings.ts";

/** What the field of one setting takes: its declaration and value, and what to do with a new value. */
export interface FieldProps<D extends SettingDeclaration, T> {
  name: string;
  declaration: D;
  value: T;
  /** `said`: what happened, in a sentence, where the reader may want to take it back. */
  onChange(value: T, said?: string): void;
}
