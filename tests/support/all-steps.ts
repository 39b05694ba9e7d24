/** What works in steps, as a function that takes all of them at once. */
export function allSteps<Given extends unknown[], Result>(
  begin: (...given: Given) => Iterator<unknown, Result>,
): (...given: Given) => Result {
  return (...given) => {
    const work = begin(...given);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  };
}
