declare module "mark.js" {
  /** The little of mark.js that is measured: https://markjs.io/#mark */
  class Mark {
    constructor(context: Element);
    mark(
      keywords: readonly string[],
      options: {
        separateWordSearch: boolean;
        accuracy: "exactly";
        caseSensitive: boolean;
        diacritics: boolean;
        each(element: Element): void;
      },
    ): void;
    unmark(): void;
  }
  export = Mark;
}
