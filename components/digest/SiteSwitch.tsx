import { useWords } from "../words.ts";
import "./site-switch.css";

interface Props {
  /** The host that the switch is for; undefined where there is none to remember, and so no switch. */
  host: string | undefined;
  on: boolean;
  /** The site by which it is off, where that is another than `host`. */
  offThrough?: string | undefined;
  onSwitch(on: boolean): void;
}

/** Whether Context Cards works on the open site. */
export function SiteSwitch({ host, on, offThrough, onSwitch }: Props) {
  const words = useWords();
  if (host === undefined) return null;
  const name = <b dir="ltr">{host}</b>;
  const through = offThrough !== undefined && offThrough !== host;
  return (
    <div class="site-switch">
      <p>
        {through
          ? words.around("siteOffThrough", { host: name, site: <bdi>{offThrough}</bdi> })
          : words.around(on ? "siteOn" : "siteOff", { host: name })}
      </p>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-label={words.say("siteSwitch", { host })}
        onClick={() => onSwitch(!on)}
      >
        <span class="knob" />
      </button>
    </div>
  );
}
