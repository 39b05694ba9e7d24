/** The modules that `data/compile.ts` writes into `.packs/`. */
declare module "#packs/names.js" {
  export const names: import("#core/names/names-module.ts").NamesModule;
}

declare module "#packs/cards.js" {
  export const cards: import("#core/pack/schema.ts").CardsModule;
}

declare module "#packs/first-look.js" {
  export const firstLook: import("#core/names/first-look.ts").FirstLookModule;
}

declare module "#packs/lookup.js" {
  export const lookup: import("#core/lookup/lookup-module.ts").LookupModule;
}
