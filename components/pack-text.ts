/** The attributes of an element that holds a pack's own words: English, whatever the language of the interface. */
export const packText = { lang: "en", dir: "ltr" } as const;
