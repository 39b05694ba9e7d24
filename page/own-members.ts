// A form's fields stand in the place of its own members of the same name, in Chromium for content scripts too
// (https://html.spec.whatwg.org/#the-form-element:named-property). So what may be a form is asked by the prototypes'
// accessors; that costs no more. Bound calls, not closures: each is compiled for itself. The document and the window,
// whose members an element's name hides from the page's own scripts, are shown to content scripts without such names;
// Firefox shows forms so as well.

type Reader<Owner, Key extends keyof Owner> = (owner: Owner) => Owner[Key];
type Caller<Owner, Key extends keyof Owner> = Owner[Key] extends (...given: infer Given) => infer Result
  ? (owner: Owner, ...given: Given) => Result
  : never;

/** The value of a node's own member. */
export const typeOf = reader<Node, "nodeType">(Node.prototype, "nodeType");
export const nameOf = reader<Element, "nodeName">(Element.prototype, "nodeName");
export const localNameOf = reader<Element, "localName">(Element.prototype, "localName");
export const parentOf = reader<Node, "parentNode">(Node.prototype, "parentNode");
export const firstChildOf = reader<Node, "firstChild">(Node.prototype, "firstChild");
export const firstElementOf = reader<Element, "firstElementChild">(Element.prototype, "firstElementChild");
export const lastChildOf = reader<Node, "lastChild">(Node.prototype, "lastChild");
export const previousSiblingOf = reader<Node, "previousSibling">(Node.prototype, "previousSibling");
export const textOf = reader<Element, "textContent">(Element.prototype, "textContent");
export const nextSiblingOf = reader<Node, "nextSibling">(Node.prototype, "nextSibling");
export const isConnected = reader<Node, "isConnected">(Node.prototype, "isConnected");
export const shadowOf = reader<Element, "shadowRoot">(Element.prototype, "shadowRoot");
export const slotOf = reader<Element, "assignedSlot">(Element.prototype, "assignedSlot");
export const rootOf = caller<Node, "getRootNode">(Node.prototype, "getRootNode");
export const attributeOf = caller<Element, "getAttribute">(Element.prototype, "getAttribute");
export const matches = caller<Element, "matches">(Element.prototype, "matches");
export const closest = caller<Element, "closest">(Element.prototype, "closest");
export const isVisible = caller<Element, "checkVisibility">(Element.prototype, "checkVisibility");
export const rectOf = caller<Element, "getBoundingClientRect">(Element.prototype, "getBoundingClientRect");
export const contains = caller<Node, "contains">(Node.prototype, "contains");
export const appendTo = caller<Node, "appendChild">(Node.prototype, "appendChild");
export const focusOn = caller<HTMLElement, "focus">(HTMLElement.prototype, "focus");
export const outerElementOf = reader<Node, "parentElement">(Node.prototype, "parentElement");
export const scrollHeightOf = reader<Element, "scrollHeight">(Element.prototype, "scrollHeight");
export const clientHeightOf = reader<Element, "clientHeight">(Element.prototype, "clientHeight");
export const scrollLeftOf = reader<Element, "scrollLeft">(Element.prototype, "scrollLeft");
export const scrollTopOf = reader<Element, "scrollTop">(Element.prototype, "scrollTop");
export const scrollIntoView = caller<Element, "scrollIntoView">(Element.prototype, "scrollIntoView");
export const scrollInside = caller<{ scrollTo(to: ScrollToOptions): void }, "scrollTo">(Element.prototype, "scrollTo");
export const elementsIn = caller<
  { getElementsByTagName(name: string): HTMLCollectionOf<Element> },
  "getElementsByTagName"
>(Element.prototype, "getElementsByTagName");
export const findAll = caller<Element, "querySelectorAll">(Element.prototype, "querySelectorAll");

function reader<Owner, Key extends keyof Owner>(prototype: Owner, key: Key): Reader<Owner, Key> {
  let at: object | null = prototype as object;
  while (at && !Object.hasOwn(at, key)) at = Object.getPrototypeOf(at);
  const get = at && Object.getOwnPropertyDescriptor(at, key)?.get;
  // Without an accessor (a DOM that is not a browser's) nothing can stand in its place.
  return get ? (Function.prototype.call.bind(get) as Reader<Owner, Key>) : (owner) => owner[key];
}

function caller<Owner, Key extends keyof Owner>(prototype: Owner, key: Key): Caller<Owner, Key> {
  return Function.prototype.call.bind(prototype[key] as (...given: unknown[]) => unknown) as Caller<Owner, Key>;
}
