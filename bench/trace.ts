import type { CDPSession } from "@playwright/test";
import * as v from "valibot";

/** One task of a page's main thread, and the time in it that scripts ran; in ms. */
export interface Task {
  duration: number;
  script: number;
}

const eventSchema = v.object({
  name: v.string(),
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  ts: v.optional(v.number(), 0),
  dur: v.optional(v.number(), 0),
  args: v.optional(v.object({ name: v.optional(v.string()) })),
});
type TraceEvent = v.InferOutput<typeof eventSchema>;

const categories = ["toplevel", "devtools.timeline", "v8"];
const tasks = new Set(["RunTask", "ThreadControllerImpl::RunTask"]);
/** What promises go on with: after the task that settled them, before the page has its turn. */
const microtasks = "BlinkScheduler_PerformMicrotaskCheckpoint";
const scripts = new Set(["EvaluateScript", "FunctionCall", "RunMicrotasks", "TimerFire", "v8.run", "v8.callFunction"]);

/** The tasks of the busiest renderer's main thread while `act` runs. */
export async function traceTasks(session: CDPSession, act: () => Promise<void>): Promise<Task[]> {
  const ended = new Promise<string>((resolve, reject) => {
    session.once("Tracing.tracingComplete", ({ stream }) => (stream ? resolve(stream) : reject(new Error("no trace"))));
  });
  await session.send("Tracing.start", {
    transferMode: "ReturnAsStream",
    traceConfig: { includedCategories: categories, excludedCategories: ["*"], traceBufferSizeInKb: 400_000 },
  });
  await act();
  await session.send("Tracing.end");
  const handle = await ended;
  let text = "";
  for (;;) {
    const { data, eof, base64Encoded } = await session.send("IO.read", { handle, size: 1 << 24 });
    text += base64Encoded ? Buffer.from(data, "base64").toString("utf8") : data;
    if (eof) break;
  }
  await session.send("IO.close", { handle });
  const { traceEvents } = v.parse(v.object({ traceEvents: v.array(v.unknown()) }), JSON.parse(text));
  return tasksOf(traceEvents.flatMap((event) => (v.is(eventSchema, event) ? [v.parse(eventSchema, event)] : [])));
}

function tasksOf(events: readonly TraceEvent[]): Task[] {
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.name === "thread_name" && event.args?.name === "CrRendererMain") threads.set(threadOf(event), []);
  }
  for (const event of events) if (event.ph === "X") threads.get(threadOf(event))?.push(event);
  const timed = [...threads.values()].map((all) => tasksOfThread(all));
  const timeOf = (all: readonly Task[]) => all.reduce((sum, { duration }) => sum + duration, 0);
  return timed.sort((a, b) => timeOf(b) - timeOf(a))[0] ?? [];
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}

function tasksOfThread(events: readonly TraceEvent[]): Task[] {
  const sorted = events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  const found: Task[] = [];
  let end = 0;
  let scriptEnd = 0;
  for (const { name, ts, dur } of sorted) {
    const task = found.at(-1);
    if (tasks.has(name) && ts >= end) {
      found.push({ duration: dur / 1000, script: 0 });
      end = ts + dur;
    } else if (task && name === microtasks && ts >= end) {
      task.duration += dur / 1000;
      task.script += dur / 1000;
      end = ts + dur;
      scriptEnd = end;
    } else if (task && scripts.has(name) && ts < end && ts >= scriptEnd) {
      // Scripts within scripts are part of the outer one.
      task.script += dur / 1000;
      scriptEnd = ts + dur;
    }
  }
  return found;
}
