/** Keeps requests and changes apart: what changes while requests are answered takes hold after them, before the next. */
export interface RequestGate {
  /** Calls `begin`: at once, or after a change when the requests before it have ended. */
  enter: (begin: () => void) => void;
  leave: () => void;
  change: () => void;
}

/** Opens a gate. `renew` is called between the requests before a change and those after it. */
export function openRequestGate(renew: () => void): RequestGate {
  let running = 0;
  let changed = false;
  let waiting: (() => void)[] = [];
  const renewIfChanged = () => {
    if (changed) renew();
    changed = false;
  };
  return {
    enter(begin) {
      if (changed && running > 0) return void waiting.push(begin);
      renewIfChanged();
      running += 1;
      begin();
    },
    leave() {
      running -= 1;
      if (running > 0 || waiting.length === 0) return;
      renewIfChanged();
      const begun = waiting;
      waiting = [];
      running = begun.length;
      for (const begin of begun) begin();
    },
    change: () => void (changed = true),
  };
}
