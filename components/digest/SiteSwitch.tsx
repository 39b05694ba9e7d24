import { readablePattern } from "#core/settings/site-pattern.ts";
import type { CountingRule } from "#core/settings/site-rules.ts";
import { useWords } from "../words.ts";
import "./site-switch.css";

interface Props {
  /** The host that the switch is for; undefined where there is none to remember, and so no switch. */
  host: string | undefined;
  /** The rule that counts there; without one it is on. */
  rule: CountingRule | undefined;
  onSwitch(host: string, on: boolean): void;
}

/** Whether Context Cards works on the open site. */
export function SiteSwitch({ host, rule, onSwitch }: Props) {
  const words = useWords();
  if (host === undefined) return null;
  const on = rule?.on !== false;
  const isLocked = rule?.by === "organisation";
  const name = <b dir="ltr">{readablePattern(host)}</b>;
  const isWide = rule !== undefined && rule.pattern !== host;
  return (
    <div class="site-switch">
      <p>
        {isLocked
          ? words.around(on ? "siteOnByOrganisation" : "siteOffByOrganisation", { host: name })
          : isWide
            ? words.around(on ? "siteOnByRule" : "siteOffByRule", {
                host: name,
                rule: <bdi>{readablePattern(rule.pattern)}</bdi>,
              })
            : words.around(on ? "siteOn" : "siteOff", { host: name })}
      </p>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        disabled={isLocked}
        aria-label={words.say("siteSwitch", { host })}
        onClick={() => onSwitch(host, !on)}
      >
        <span class="knob" />
      </button>
    </div>
  );
}
