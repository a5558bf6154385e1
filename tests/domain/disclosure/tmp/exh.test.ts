import { release } from "/work/main/server/domain/disclosure/release.ts";
import { mergeCells } from "/work/main/server/domain/statistics/cells.ts";
import { test } from "vitest";

type Pair = readonly [number, number];
function multisets(types: number, n: number): number[][] {
  const out: number[][] = [];
  const cur: number[] = [];
  const go = (from: number) => {
    if (cur.length === n) { out.push([...cur]); return; }
    for (let t = from; t < types; t++) { cur.push(t); go(t); cur.pop(); }
  };
  go(0);
  return out;
}
const V = [(p: Pair) => p[0], (p: Pair) => p[1], (p: Pair) => p[1] - p[0]];

export function exhaustive(T: number, sizes: number[], audience: "evaluator"|"public" = "evaluator") {
  const types: Pair[] = [];
  for (let b = 0; b <= T; b++) for (let a = 0; a <= T; a++) types.push([b, a]);
  const lists = sizes.map((n) => multisets(types.length, n));
  const groups = new Map<string, number>();
  const worlds: { g: number; idx: number[] }[] = [];
  const rec = (idx: number[]) => {
    if (idx.length < sizes.length) {
      for (let i = 0; i < lists[idx.length]!.length; i++) rec([...idx, i]);
      return;
    }
    const tables = idx.map((i, l) => mergeCells(lists[l]![i]!.map((t) => ({ before: types[t]![0], after: types[t]![1], count: 1 }))));
    const fig = release({
      threshold: 5, smallestWorthwhile: null,
      localities: sizes.map((n, l) => ({ locality: "ABCDEF"[l]!, closedWaves: ["before", "after"], enrolled: n, before: n, after: n, pairs: n, beforeOnly: 0, afterOnly: 0, followup: 0 })),
      scales: [{ key: "s", kind: "rating", top: T, answerStep: 1, localities: tables.map((cells, l) => ({ locality: "ABCDEF"[l]!, cells })) }],
    }, audience);
    const json = JSON.stringify(fig.scales);
    let g = groups.get(json);
    if (g === undefined) { g = groups.size; groups.set(json, g); }
    worlds.push({ g, idx });
  };
  const t0 = Date.now();
  rec([]);
  const t1 = Date.now();
  // others constant?
  const state = new Map<string, { values: Set<number>; open: boolean; sample: string }>();
  const look = (first: boolean) => {
    for (const { g, idx } of worlds) {
      idx.forEach((i, l) => {
        const ms = lists[l]![i]!;
        if (sizes[l]! < 2) return;
        V.forEach((v, vi) => {
          const vals = ms.map((t) => v(types[t]!));
          const seen = new Set<number>();
          // outsider + each insider
          for (let p = -1; p < ms.length; p++) {
            const r = p < 0 ? -1 : ms[p]!;
            if (seen.has(r)) continue;
            seen.add(r);
            let val: number | undefined; let constant = true;
            for (let q = 0; q < ms.length; q++) { if (q === p) continue; if (val === undefined) val = vals[q]; else if (val !== vals[q]) { constant = false; break; } }
            const key = `${g}|${l}|${vi}|${r}`;
            if (first) { if (constant) { const s = state.get(key) ?? { values: new Set(), open: false, sample: JSON.stringify(idx.map((j, m) => lists[m]![j]!.map((t) => types[t]))) }; s.values.add(val!); state.set(key, s); } }
            else if (!constant) { const s = state.get(key); if (s) s.open = true; }
          }
        });
      });
    }
  };
  look(true); look(false);
  const leaks = [...state].filter(([, s]) => !s.open && s.values.size === 1);
  console.log(`T=${T} sizes=${sizes} worlds=${worlds.length} outputs=${groups.size} candidates=${state.size} determined=${leaks.length} release ${(1000*(t1-t0)/worlds.length).toFixed(0)}us total ${Date.now()-t0}ms`);
  const names = [...groups.keys()];
  for (const [key, s] of leaks.slice(0, Number(process.env.SHOW ?? 3))) {
    const [g, l, vi, r] = key.split("|").map(Number);
    console.log(["before","after","gain"][vi!], "loc", l, "insider", r! < 0 ? "none" : JSON.stringify(types[r!]), s.sample, names[g!]);
  }
}
test("x", () => {
  for (const arg of (process.env.RUNS ?? "2:5;2:6;3:5").split(";")) {
    const [T, s] = arg.split(":");
    exhaustive(Number(T), s!.split(",").map(Number));
  }
}, 3600_000);
