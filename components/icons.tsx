import type { ComponentChildren } from "preact";
import { useWords } from "./words.ts";

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** Close: a cross. */
export function CloseIcon() {
  return (
    <Icon>
      <path d="M4 4l8 8M12 4l-8 8" />
    </Icon>
  );
}

/** Fewer marks: a dotted line, struck out. */
export function MuteIcon() {
  return (
    <Icon>
      <path d="M2.5 11.5h.01M5.5 11.5h.01M8.5 11.5h.01M11.5 11.5h.01M13.5 11.5h.01" />
      <path d="M4 13.5l8-11" />
    </Icon>
  );
}

/** Pin: a drawing pin, filled while the card is pinned. */
export function PinIcon({ filled }: { filled: boolean }) {
  return (
    <Icon>
      <path d="M5.5 2.5h5M6.5 2.5v4L4 9.5h8L9.5 6.5v-4" fill={filled ? "currentColor" : "none"} />
      <path d="M8 9.5v4.5" />
    </Icon>
  );
}

/** Back: an arrow against the reading direction. */
export function BackIcon() {
  const mirrored = useWords().direction === "rtl" ? "matrix(-1 0 0 1 16 0)" : undefined;
  return (
    <Icon>
      <path d="M13 8H3.5M7.5 4l-4 4 4 4" transform={mirrored} />
    </Icon>
  );
}

/** A link that leaves for another page. */
export function LeaveIcon() {
  return (
    <Icon>
      <path d="M5.5 4.5h6v6M11.5 4.5l-7 7" />
    </Icon>
  );
}

/** Down to the next mention. */
export function NextIcon() {
  return (
    <Icon>
      <path d="M8 3v9.5M4 8.5l4 4 4-4" />
    </Icon>
  );
}

/** Options: two sliders. */
export function OptionsIcon() {
  return (
    <Icon>
      <path d="M2.5 5H8M12 5h1.5M2.5 11H4M8 11h5.5" />
      <circle cx="10" cy="5" r="2" />
      <circle cx="6" cy="11" r="2" />
    </Icon>
  );
}

/** Look up: a magnifying glass. */
export function LookupIcon() {
  return (
    <Icon>
      <circle cx="7" cy="7" r="4.25" />
      <path d="M10.25 10.25L13.5 13.5" />
    </Icon>
  );
}

/** The side panel: a window with a part of it set off. */
export function SidePanelIcon() {
  return (
    <Icon>
      <rect x="2" y="3" width="12" height="10" rx="1.5" />
      <path d="M10 3v10" />
    </Icon>
  );
}
