import { isElement } from "./node-kinds.ts";
import { matches } from "./own-members.ts";

/** Matches what does something of its own when it is pressed. */
export const pressable =
  "a[href],button,input,label,select,summary,textarea,[role=button],[role=link],[role=menuitem],[role=tab]";

/** Whether an event happened on something that is pressable. */
export function isOnPressable(event: Event): boolean {
  return event
    .composedPath()
    .some((target) => target instanceof Node && isElement(target) && matches(target, pressable));
}
