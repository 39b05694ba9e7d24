import { useEffect, useRef, useState } from "preact/hooks";
import { type Passage, Welcome } from "#components/welcome/Welcome.tsx";
import type { Settings } from "#core/settings/settings.ts";
import { askToReadPages, mayReadPages, namedPermissions } from "#platform/permissions.ts";
import { watchSettings } from "#platform/storage.ts";
import { openOptions } from "#platform/tabs.ts";
import { setLook } from "../own-pages/set-look.ts";
import { type Reading, startReading } from "../reader/reading.ts";

interface Props {
  stored: Settings;
  passage: Passage | undefined;
}

/** The welcome page; it reads, marks and explains itself as the content script does other pages. */
export function WelcomePage({ stored, passage }: Props) {
  const [settings, setSettings] = useState(stored);
  const [granted, setGranted] = useState<boolean>();
  const reading = useRef<Reading>(undefined);

  useEffect(() => {
    const life = new AbortController();
    // The content script runs on no page of ours; these are its own parts.
    reading.current = startReading(stored, life.signal, () => life.abort());
    watchSettings(setSettings, life.signal);
    const look = () => void mayReadPages().then(setGranted, () => undefined);
    look();
    // The reader may grant it elsewhere.
    window.addEventListener("focus", look, { signal: life.signal });
    return () => life.abort();
  }, [stored]);

  useEffect(() => {
    setLook(settings);
    reading.current?.apply(settings);
  }, [settings]);

  return (
    <Welcome
      passage={passage}
      opensBy={settings.openBy}
      permissions={namedPermissions()}
      access={{
        granted,
        onAsk: import.meta.env.FIREFOX ? () => void askToReadPages().then(setGranted, () => undefined) : undefined,
      }}
      onOptions={() => void openOptions()}
    />
  );
}
