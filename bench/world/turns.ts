/** From now on work in this world that gives the page its turn gets its own back at once: what it takes is its own time. */
export function keepTurns(): () => void {
  const { prototype } = Scheduler;
  const given = Object.getOwnPropertyDescriptor(prototype, "postTask");
  Object.defineProperty(prototype, "postTask", { configurable: true, value: async (task: () => unknown) => task() });
  return () => Object.defineProperty(prototype, "postTask", { ...given });
}

/** Resolves in the next task, once everything that waits for nothing has run. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Milliseconds of the next frame on this thread: its styles, layout and paint, from the last script before to the first after. */
export function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const begun = performance.now();
      void nextTask().then(() => resolve(performance.now() - begun));
    });
  });
}
