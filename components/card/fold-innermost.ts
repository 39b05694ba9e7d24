/**
 * Folds what was unfolded in a card: the part that holds `focused`, or the last one; its button takes the focus. False
 * where all is folded.
 */
export function foldInnermost(card: ParentNode, focused: Element | null): boolean {
  const buttons = [...card.querySelectorAll<HTMLElement>("[aria-expanded=true]")];
  const partOf = (button: HTMLElement) => {
    const part = button.getAttribute("aria-controls");
    return part === null ? null : card.querySelector(`#${CSS.escape(part)}`);
  };
  const around = buttons.findLast((button) => button === focused || partOf(button)?.contains(focused));
  const button = around ?? buttons.at(-1);
  if (!button) return false;
  if (focused) button.focus({ preventScroll: button === focused });
  button.click();
  return true;
}
