import { useWords } from "#components/words.ts";

/** In place of the options where the browser does not hand the settings out. */
export function OptionsFailed() {
  const words = useWords();
  return (
    <>
      <h1>{words.say("extensionName")}</h1>
      <p class="lead failed" role="alert">
        {words.say("optionsLoadFailed")}
      </p>
    </>
  );
}
