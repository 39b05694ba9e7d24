import { type SettingKey, settingsRecord } from "#core/settings/settings.ts";
import { useWords } from "../words.ts";

interface Props {
  /** The settings that the browser's sync did not take. */
  tooLong: readonly SettingKey[];
  /** The browser refused for another reason, and is asked again later. */
  refused: boolean;
}

/** What is kept in this browser alone although the reader wishes it to be the same in all. */
export function SyncNote({ tooLong, refused }: Props) {
  const words = useWords();
  const names = new Intl.ListFormat(words.locale).format(
    tooLong.map((key) => words.say("quoted", { text: words.say(settingsRecord[key].label) })),
  );
  return (
    <div role="status">
      {tooLong.length > 0 ? <p class="hint">{words.say("syncTooLong", { settings: names })}</p> : null}
      {refused ? <p class="hint">{words.say("syncRefused")}</p> : null}
    </div>
  );
}
