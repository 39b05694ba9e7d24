import browser from "webextension-polyfill";
import { parseValues } from "#core/settings/parse-settings.ts";
import { organisationOf } from "#core/settings/stored-settings.ts";
import { updateStored } from "./storage.ts";

/**
 * Keeps what the organisation's policy sets beside the reader's settings, so that pages need to read one place. To be
 * called at each start of the background.
 */
export function followPolicy(): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === "managed") void takePolicy();
  });
  void takePolicy();
}

/** Where there is no policy, nothing is locked any more. */
export async function takePolicy(): Promise<void> {
  // Firefox refuses where no policy speaks of this extension.
  const managed = await browser.storage.managed.get(null).catch(() => ({}));
  const organisation = organisationOf(parseValues(managed).values);
  await updateStored((stored) => ({ ...stored, organisation }));
}
