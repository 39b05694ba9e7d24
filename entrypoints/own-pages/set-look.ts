import type { Settings } from "#core/settings/settings.ts";

/** Gives one of our own pages the reader's theme and text size. */
export function setLook({ theme, textSize }: Pick<Settings, "theme" | "textSize">): void {
  const { dataset, style } = document.documentElement;
  dataset.theme = theme;
  style.fontSize = `${textSize}%`;
}
