import type { Locator, Page } from "@playwright/test";
import type { Mute, SettingDeclaration, SettingKey, SiteRule } from "#core/settings/settings.ts";

/**
 * Values of a setting of which each must show otherwise in a page, from the setting's declaration. The first is the
 * default: a page that still looks as it did is then not taken for one that has followed.
 */
export function tellingValues(declaration: SettingDeclaration): readonly unknown[] {
  switch (declaration.kind) {
    case "choice":
      return [...new Set([declaration.default, ...Object.keys(declaration.labels)])];
    case "set":
      return [declaration.default, ...Object.keys(declaration.labels).map((option) => [option])];
    case "switch":
      return [declaration.default, !declaration.default];
    case "number":
      return [declaration.default, declaration.max];
    case "sites":
      return [[], [{ pattern: "127.0.0.1", on: false }]];
    case "mutes":
      return [[], [{ card: "sky-news" }]];
    case "pause":
      return ["no", "lasting"];
  }
}

/** Gives a setting its value by the options page's own controls, as a reader does. */
export async function chooseSetting(
  options: Page,
  key: SettingKey,
  { kind }: SettingDeclaration,
  value: unknown,
): Promise<void> {
  const field = options.locator(`[data-setting="${key}"]`);
  switch (kind) {
    case "choice":
    case "pause":
      return field.locator(`input[value="${value}"]`).check();
    case "set":
      for (const box of await field.getByRole("checkbox").all()) {
        await box.setChecked((value as string[]).includes(await box.inputValue()));
      }
      return;
    case "switch":
      return field.getByRole("checkbox").setChecked(value === true);
    case "number":
      return field.getByRole("slider").fill(String(value));
    case "sites":
      await removeAll(field, "Remove");
      for (const { pattern, on } of value as SiteRule[]) {
        await field.getByRole("textbox").fill(pattern);
        await field.getByRole("button", { name: on ? "On there" : "Off there" }).click();
      }
      return;
    case "mutes":
      await removeAll(field, "Mark again");
      for (const mute of value as Mute[]) if ("card" in mute) await field.getByRole("combobox").selectOption(mute.card);
  }
}

async function removeAll(field: Locator, label: string): Promise<void> {
  for (const button of await field.getByText(label, { exact: true }).all()) await button.click();
}
