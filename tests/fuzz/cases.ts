import fc, { type IProperty, type IPropertyWithHooks } from "fast-check";
import { vi } from "vitest";

// A million cases take as long as they take.
vi.setConfig({ testTimeout: 0 });

/**
 * How often a property is tried: `share` in a hundred of all cases, of which there are FUZZ_CASES (10,000 without).
 * FUZZ_SEED repeats a run; without, it is the same every time.
 */
export function check<Given>(share: number, property: IProperty<Given> | IPropertyWithHooks<Given>): void {
  const cases = Number(process.env.FUZZ_CASES ?? 10_000);
  const seed = Number(process.env.FUZZ_SEED ?? 20_241_129);
  fc.assert(property, { numRuns: Math.ceil((cases * share) / 100), seed, endOnFailure: false });
}
