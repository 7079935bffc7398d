// Makes `Date` of this realm tell the simulated time.

/** Replaces the global `Date`; everything but "now" stays what it was. */
export function simulateDate(now: () => number): void {
  const RealDate = Date;
  const SimulatedDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, args, newTarget): object =>
      Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget === SimulatedDate ? target : newTarget,
      ),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
  RealDate.prototype.constructor = SimulatedDate;
  Object.defineProperty(globalThis, 'Date', { value: SimulatedDate, writable: true, configurable: true });
}
