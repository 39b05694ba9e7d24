import { useId, useRef, useState } from "preact/hooks";
import type { SettingKey, Settings } from "#core/settings/settings.ts";
import { longestFile, readSettingsFile, type SettingsFile } from "#core/settings/settings-file.ts";
import { useWords } from "../words.ts";
import { sayNote, sayRefusal } from "./fault-words.ts";
import "./settings-transfer.css";

interface Props {
  locked: readonly SettingKey[];
  /** Saves the settings as a file. */
  onExport(): void;
  /** Called with what a file changes, and the file's name. */
  onImport(changes: Partial<Settings>, name: string): void;
  onReset(): void;
}

interface ReadFile extends SettingsFile {
  name: string;
}

/** In bytes: more than the longest file has in any encoding of its letters. Of what is longer, this much tells. */
const mostRead = 4 * longestFile + 4;
/** How many lines that cannot be used are told one by one. */
const mostTold = 100;

/** All settings at once: into a file, out of one, and back to what they were at first. */
export function SettingsTransfer({ locked, onExport, onImport, onReset }: Props) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadFile>();

  const take = async (file: File) => {
    // What is no text is read all the same, and told.
    const text = await file
      .slice(0, mostRead)
      .text()
      .catch(() => "\0");
    const found = { ...readSettingsFile(text, locked), name: file.name };
    if (found.refusal === undefined && found.notes.length === 0) {
      setRead(undefined);
      onImport(found.changes, found.name);
    } else setRead(found);
  };

  return (
    <section class="transfer" aria-labelledby="transfer">
      <h2 id="transfer">{words.say("transferTitle")}</h2>
      <p class="hint">{words.say("transferHint")}</p>
      <div class="actions">
        <button type="button" onClick={onExport}>
          {words.say("transferExport")}
        </button>
        <button type="button" onClick={() => input.current?.click()}>
          {words.say("transferImport")}
        </button>
        <button type="button" onClick={onReset}>
          {words.say("transferReset")}
        </button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file may be mended and chosen again.
          event.currentTarget.value = "";
          if (file) void take(file);
        }}
      />
      <div role="alert">
        {read ? (
          <ImportReport
            read={read}
            onUse={() => {
              setRead(undefined);
              onImport(read.changes, read.name);
            }}
            onLeave={() => setRead(undefined)}
          />
        ) : null}
      </div>
    </section>
  );
}

function ImportReport({ read, onUse, onLeave }: { read: ReadFile; onUse(): void; onLeave(): void }) {
  const words = useWords();
  const id = useId();
  const { name, refusal, changes, notes } = read;
  const count = Object.keys(changes).length;
  // Two faults of one line may read the same.
  const told = [...new Set(notes.map((note) => sayNote(note, words)))];
  return (
    <div class="report">
      <p id={id}>
        <b>{name}</b>{" "}
        {refusal === undefined
          ? words.count("importPartly", count)
          : `${sayRefusal(refusal, words)} ${words.say("importAsBefore")}`}
      </p>
      {told.length > 0 ? (
        <ol class="notes" aria-labelledby={id}>
          {told.slice(0, mostTold).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
      ) : null}
      {told.length > mostTold ? <p>{words.count("importMore", told.length - mostTold)}</p> : null}
      <div class="actions">
        {refusal === undefined ? (
          <button type="button" onClick={onUse}>
            {words.say("importUse")}
          </button>
        ) : null}
        <button type="button" onClick={onLeave}>
          {words.say(refusal === undefined ? "importLeave" : "undoClose")}
        </button>
      </div>
    </div>
  );
}
