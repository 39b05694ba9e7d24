import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc, { type Arbitrary } from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { backgroundRequestSchemas, digestSchema, readMessage, tabRequestSchemas } from "#core/messages.ts";
import { checkCard } from "#core/pack/check-card.ts";
import { checkNames } from "#core/pack/check-names.ts";
import { formatFailure } from "#core/pack/failure.ts";
import { isQuotedFrom } from "#core/pack/quotation.ts";
import { cardSchema, namesSchema, packSchema, sourcesSchema } from "#core/pack/schema.ts";
import { textFragmentUrl } from "#core/pack/text-fragment.ts";
import { normaliseHost } from "#core/settings/host.ts";
import { parseSettings, parseValues } from "#core/settings/parse-settings.ts";
import { defaultSettings, settingsRecord } from "#core/settings/settings.ts";
import { isHostOff } from "#core/settings/site-rules.ts";
import { effectiveSettings, readStored, writeStored } from "#core/settings/stored-settings.ts";
import { check } from "./cases.ts";
import { anyText } from "./texts.ts";

const folder = "data/packs/zelensky-nato-umbrella";
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), "utf8"));
const cards = readdirSync(join(folder, "cards")).map((file) => readJson(`cards/${file}`));
const namesFiles = readdirSync(join(folder, "names")).map((file) => readJson(`names/${file}`));
const pack = v.parse(packSchema, readJson("pack.json"));
const sources = v.parse(sourcesSchema, readJson("sources.json"));
const articleText = readFileSync(join(folder, "article.txt"), "utf8");

const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, maxDepth: 3 });
const anyJson = fc.jsonValue({ maxDepth: 2 });

/** `whole` with one thing in it, however deep, replaced or taken out. */
function damaged(whole: unknown): Arbitrary<unknown> {
  return fc
    .tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), fc.option(fc.oneof(anyJson, anyText)))
    .map(([path, value]) => {
      const copy = structuredClone(whole);
      let at = copy as Record<string, unknown>;
      for (const [depth, step] of path.entries()) {
        const keys = Object.keys(at);
        const key = keys[step % Math.max(1, keys.length)] ?? "new";
        const inner = at[key];
        if (depth < path.length - 1 && typeof inner === "object" && inner !== null) {
          at = inner as Record<string, unknown>;
          continue;
        }
        if (value === null) delete at[key];
        else at[key] = value;
        break;
      }
      return copy;
    });
}

describe("settings, whatever is stored:", () => {
  const nearly = fc.record(
    Object.fromEntries(
      Object.entries(settingsRecord).map(([key, { default: value }]) => [key, fc.oneof(fc.constant(value), anything)]),
    ),
    { requiredKeys: [] },
  );

  it("are whole afterwards, and are read again as they are", () => {
    check(
      8,
      fc.property(fc.oneof(nearly, anything, damaged(defaultSettings)), (stored) => {
        const settings = parseSettings(stored);
        expect(Object.keys(settings)).toEqual(Object.keys(defaultSettings));
        expect(parseValues(settings)).toEqual({ values: settings, problems: [] });
        expect(parseValues(JSON.parse(JSON.stringify(settings)))).toEqual({ values: settings, problems: [] });
        expect(parseValues(stored).problems.every(({ fault }) => fault !== undefined)).toBe(true);
        const kept = readStored(stored);
        expect(readStored(JSON.parse(JSON.stringify(writeStored(kept))))).toEqual(kept);
        expect(typeof isHostOff(settings, "www.example.org")).toBe("boolean");
      }),
    );
  });

  it("of any version count as whole settings, and are read again as they are written", () => {
    const stored = {
      ...writeStored(readStored({ theme: "dark" })),
      organisation: { dwell: 500 },
      stamps: { theme: 1 },
    };
    check(
      3,
      fc.property(fc.oneof(anything, damaged(stored), damaged(defaultSettings)), (input) => {
        const read = readStored(input);
        const counting = effectiveSettings(read);
        expect(parseSettings(counting)).toEqual(counting);
        expect(readStored(JSON.parse(JSON.stringify(writeStored(read))))).toEqual(read);
      }),
    );
  });

  it("name hosts as the web does", () => {
    check(
      5,
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.domain(), (url, domain) => {
        expect(normaliseHost(url)).toBe(new URL(url).hostname);
        expect(normaliseHost(` ${domain.toUpperCase()}. `)).toBe(new URL(`https://${domain}`).hostname);
      }),
    );
  });

  it("name hosts once and for all", () => {
    check(
      2,
      fc.property(anyText, (text) => {
        const host = normaliseHost(text);
        if (host !== undefined) expect(normaliseHost(host)).toBe(host);
      }),
    );
  });
});

describe("messages, whatever arrives:", () => {
  const sides = { background: backgroundRequestSchemas, tab: tabRequestSchemas };
  const names = Object.values(sides).flatMap((schemas) => Object.keys(schemas));
  const message = fc.record(
    {
      to: fc.oneof(fc.constantFrom("background", "tab"), anything),
      name: fc.oneof(fc.constantFrom(...names, "constructor", "__proto__", "toString"), anything),
      request: fc.oneof(
        fc.record(
          { card: fc.oneof(fc.constant("nato"), fc.string()), index: fc.oneof(fc.nat(), anything) },
          { requiredKeys: [] },
        ),
        anything,
      ),
    },
    { requiredKeys: [] },
  );

  it("only what a schema of the side they are for admits gets through, as it is", () => {
    check(
      8,
      fc.property(
        fc.oneof(message, anything),
        fc.constantFrom("background" as const, "tab" as const),
        (input, side) => {
          const read = readMessage(input, side, sides[side]);
          if (read === undefined || "refused" in read) return;
          const sent = input as { to: string; name: string; request?: unknown };
          expect(sent.to).toBe(side);
          expect(read.name).toBe(sent.name);
          expect(Object.keys(sides[side])).toContain(read.name);
          expect(read.request).toEqual(sent.request ?? undefined);
          const { card } = (read.request ?? {}) as { card?: string };
          if (card !== undefined) expect(card).toMatch(/^[a-z0-9-]{1,64}$/u);
        },
      ),
    );
  });
});

describe("reports of frames, whatever they say:", () => {
  it("only what the schema admits is taken", () => {
    const whole = {
      state: "ready",
      host: "news.example",
      path: [0, 1],
      entries: [{ card: "nato", count: 2, first: { before: "of ", words: "NATO", after: "." } }],
    };
    check(
      2,
      fc.property(fc.oneof(anything, damaged(whole)), (input) => {
        const read = v.safeParse(digestSchema, input);
        if (!read.success) return;
        for (const { card, count } of read.output.entries) {
          expect(card).toMatch(/^[a-z0-9-]{1,64}$/u);
          expect(count).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe("packs, whatever an editor writes:", () => {
  const cardIds = new Set(cards.map((card) => (card as { id: string }).id));
  const isTold = (failures: readonly Parameters<typeof formatFailure>[0][]) =>
    failures.every((failure) => !/undefined|\[object/u.test(formatFailure(failure)));

  it("a damaged card is refused with reasons, or is sound", () => {
    const damagedCard = fc.constantFrom(...cards).chain(damaged);
    check(
      3,
      fc.property(fc.oneof(damagedCard, anything), (input) => {
        const read = v.safeParse(cardSchema, input);
        if (!read.success) return;
        expect(v.parse(cardSchema, read.output)).toEqual(read.output);
        const failures = checkCard(read.output, { file: "card.json", pack, articleText, sources, cardIds });
        expect(isTold(failures)).toBe(true);
        if (failures.length > 0) return;
        for (const { quote } of read.output.article) expect(isQuotedFrom(quote, articleText)).toBe(true);
        for (const { citations } of read.output.facts)
          expect(citations.every(({ source }) => source in sources)).toBe(true);
      }),
    );
  });

  it("damaged names are refused with reasons, or are sound", () => {
    const damagedNames = fc.constantFrom(...namesFiles).chain(damaged);
    check(
      1,
      fc.property(fc.oneof(damagedNames, anything), (input) => {
        const read = v.safeParse(namesSchema, input);
        if (!read.success) return;
        expect(v.parse(namesSchema, read.output)).toEqual(read.output);
        expect(isTold(checkNames([{ file: "names.json", names: read.output }]))).toBe(true);
      }),
    );
  });

  it("sources have https addresses and nothing else", () => {
    const url = fc.oneof(
      fc.webUrl({ validSchemes: ["http", "https", "ftp"] }),
      fc
        .tuple(
          fc.constantFrom("javascript:", "data:text/html,", "https:", "https://", " https://", "HTTPS://"),
          fc.string(),
        )
        .map((parts) => parts.join("")),
    );
    check(
      1,
      fc.property(url, (address) => {
        const source = { publisher: "P", title: "T", url: address, excerpts: ["Words."] };
        const read = v.safeParse(sourcesSchema, { one: source });
        if (read.success) expect(new URL(read.output.one?.url ?? "").protocol).toBe("https:");
      }),
    );
  });

  it("every run of whole words of the article is found in it, and no other words are", () => {
    const words = [...articleText.matchAll(/\S+/gu)];
    const span = fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 20 }));
    check(
      1,
      fc.property(span, ([first, count]) => {
        const last = words[Math.min(words.length - 1, first + count - 1)];
        const from = words[first]?.index ?? 0;
        const quote = articleText.slice(from, (last?.index ?? 0) + (last?.[0].length ?? 0));
        expect(isQuotedFrom(quote, articleText)).toBe(true);
        expect(isQuotedFrom(`${quote}\u2603`, articleText)).toBe(false);
      }),
    );
  });

  it("links point into the page they name, whatever is quoted", () => {
    check(
      1,
      fc.property(fc.webUrl({ withFragments: true }), anyText, (url, quote) => {
        const link = textFragmentUrl(url, quote);
        const [plain, directed] = [new URL(url), new URL(link)];
        expect(directed.origin + directed.pathname + directed.search).toBe(
          plain.origin + plain.pathname + plain.search,
        );
        const [, directive] = link.split(":~:text=");
        if (directive === undefined) return;
        const ends = directive.split(",");
        expect(ends.length).toBeLessThanOrEqual(2);
        for (const end of ends) {
          expect(end).toMatch(/^[\w.!~*'()%]+$/u);
          expect(quote.toWellFormed().replaceAll(/\s+/gu, " ")).toContain(decodeURIComponent(end));
        }
      }),
    );
  });
});
