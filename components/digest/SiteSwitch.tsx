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
  if (host === undefined) return null;
  return (
    <div class="site-switch">
      <p>
        {on ? "On" : "Off"} for <b>{host}</b>
        {offThrough && offThrough !== host ? <span class="through"> with all of {offThrough}</span> : null}
      </p>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-label={`Context Cards on ${host}`}
        onClick={() => onSwitch(!on)}
      >
        <span class="knob" />
      </button>
    </div>
  );
}
