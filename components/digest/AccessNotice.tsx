import { useWords } from "../words.ts";
import "./page-digest.css";

/** Beside what the page holds, where the browser lets it be read for this once; `onAllowSites` asks for more. */
export function AccessNotice({ onAllowSites }: { onAllowSites(): void }) {
  const words = useWords();
  return (
    <div class="digest-message access">
      <p role="status">{words.say("accessByPress")}</p>
      <button type="button" class="main" onClick={onAllowSites}>
        {words.say("absentAllow")}
      </button>
    </div>
  );
}
