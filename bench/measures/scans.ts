import { interleave, type Lab, type PageName, type Subject } from "../lab.ts";
import type { NameSet } from "../name-sets.ts";
import type { World } from "../open-world.ts";

/** The packages that find many names in a text, by their keys in the measuring world. */
export const peerNames = ["one RegExp", "modern-ahocorasick", "@monyone/aho-corasick", "@smikhalevski/trie"] as const;

/** Their index of 100,000 names takes minutes to build. */
const slowToBuild: readonly string[] = ["@monyone/aho-corasick"];

interface Scanned {
  ms: number;
  mentions: number;
}

/** Scans of pages of every size with name sets of every size, and L0 and the peers beside them. */
export async function measureScans(lab: Lab): Promise<void> {
  await withPage(lab, "news", async (world) => {
    const subjects = [touching(world, "news", 10), ours(lab, world, "news", "bundled", 2)];
    await interleave(lab, lab.rounds(21), 5, subjects);
    const peers = await peersOn(lab, world, "news", ["10000"]);
    await interleave(lab, lab.rounds(9), 2, [ours(lab, world, "news", "10000", 1), ...peers]);
  });
  for (const page of ["nameless", "nameless-menus", "nameless-1mb"] as const) {
    await withPage(lab, page, async (world) => {
      const times = page === "nameless-1mb" ? 1 : 10;
      const leave = () => world.evaluate<number>(`bench.leave("bundled", ${times})`);
      await interleave(lab, lab.rounds(15), 3, [touching(world, page, times), { key: `leave.${page}`, sample: leave }]);
    });
  }
  for (const page of ["10kb", "100kb"] as const) {
    await withPage(lab, page, async (world) => {
      await interleave(lab, lab.rounds(15), 5, [touching(world, page, 10), ours(lab, world, page, "bundled", 3)]);
    });
  }
  await withPage(lab, "1mb", async (world) => {
    const sets = ["bundled", "100", "1000", "10000", "100000"] as const;
    const own = sets.map((set) => ours(lab, world, "1mb", set, 1));
    await interleave(lab, lab.rounds(9), 2, [touching(world, "1mb", 1), ...own]);
    const peers = await peersOn(lab, world, "1mb", ["100", "1000", "10000", "100000"]);
    await interleave(lab, lab.rounds(5), 1, peers);
  });
  await withPage(lab, "5mb", async (world) => {
    await interleave(lab, lab.rounds(3), 1, [touching(world, "5mb", 1), ours(lab, world, "5mb", "bundled", 1)]);
  });
}

/** The same on the largest page: few rounds, for they dominate. */
export async function measureLargestScans(lab: Lab): Promise<void> {
  await withPage(lab, "20mb", async (world) => {
    const sets = ["bundled", "1000", "100000"] as const;
    const own = sets.map((set) => ours(lab, world, "20mb", set, 1));
    await interleave(lab, lab.rounds(3), 0, [touching(world, "20mb", 1), ...own]);
  });
}

/** mark.js and ours with the same 600 names, marks and layout included. */
export async function measureWrapping(lab: Lab): Promise<void> {
  await withPage(lab, "news", async (world) => {
    const scan = async () => (await world.evaluate<Scanned>(`bench.scan("600", 1, true)`)).ms;
    await interleave(lab, lab.rounds(9), 3, [{ key: "marked.news.600", sample: scan }]);
    const wrap = async () => (await world.evaluate<Scanned>(`bench.markByElements("600")`)).ms;
    await interleave(lab, lab.rounds(5), 1, [
      { key: "marked.news.600", sample: scan },
      { key: "wrapped.news.600", sample: wrap },
    ]);
  });
}

async function withPage(lab: Lab, page: PageName, run: (world: World) => Promise<void>): Promise<void> {
  lab.say(`scans: ${page}`);
  const world = await lab.open("warm", page);
  await run(world);
  await world.close();
}

function touching(world: World, page: PageName, times: number): Subject {
  return { key: `touch.${page}`, sample: () => world.evaluate<number>(`bench.touch(${times})`) };
}

function ours(lab: Lab, world: World, page: PageName, set: NameSet, times: number): Subject {
  return {
    key: `scan.${page}.${set}`,
    async sample() {
      const { ms, mentions } = await world.evaluate<Scanned>(`bench.scan("${set}", ${times}, false)`);
      lab.figures[`mentions.${page}.${set}.count`] = mentions;
      return ms;
    },
  };
}

async function peersOn(lab: Lab, world: World, page: PageName, sets: readonly NameSet[]): Promise<Subject[]> {
  const subjects: Subject[] = [];
  for (const peer of peerNames) {
    lab.say(`scans: ${page}, ${peer} builds its indexes`);
    for (const set of sets.filter((one) => one !== "100000" || !slowToBuild.includes(peer))) {
      lab.figures[`build.${peer}.${set}`] = await world.evaluate<number>(`bench.buildPeer("${peer}", "${set}")`);
      const sample = async () => (await world.evaluate<Scanned>(`bench.scanByPeer("${peer}", "${set}", 1)`)).ms;
      subjects.push({ key: `peer.${page}.${set}.${peer}`, sample });
    }
  }
  return subjects;
}
