import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  deprecated?: string;
}

const project = JSON.parse(readFileSync("package.json", "utf8"));
const packages: Record<string, Locked> = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const asked: [name: string, version: string][] = Object.entries({
  ...project.dependencies,
  ...project.devDependencies,
});
const locked = Object.entries(packages).filter(([path]) => path !== "");

test("every dependency is asked for in one version, the locked one", () => {
  for (const [name, wanted] of asked) {
    const version = wanted.replace(/^npm:.+@/u, "");
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

test("every package comes from the registry, and is known by its hash", () => {
  for (const [path, { resolved, integrity, optional, os }] of locked) {
    // Without, it is whichever registry npm is set to; never a folder, a tarball or a repository.
    if (resolved) expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//u);
    // Binaries for other systems are not everywhere to be had, and where they are missing nothing is installed.
    if (!(optional && os)) expect(integrity, path).toMatch(/^sha512-/u);
  }
});

test("none is given up by its authors", () => {
  expect(locked.filter(([, { deprecated }]) => deprecated).map(([path]) => path)).toEqual([]);
});

test("what is in the extension is under licences that allow it", () => {
  const shipped = locked.filter(([, { dev }]) => !dev);
  const names = Object.keys(project.dependencies);
  expect(names.every((name) => shipped.some(([path]) => path === `node_modules/${name}`))).toBe(true);
  for (const name of names) expect(packages[`node_modules/${name}`]?.license, name).toMatch(/^(?:MIT|ISC|MPL-2\.0)$/u);
});
