// Interactions under way: what shows that something is going on, and what follows when nobody answers.

export class Pending {
  #waiting = new Map();
  #settled = new Map();
  #timeline;

  constructor(timeline) {
    this.#timeline = timeline;
  }

  command(id, name, done) {
    this.#wait(id, {
      answered: done,
      failed: () => {
        done();
        this.#timeline.notice("failed", `/${name}: the application did not respond.`);
      },
    });
  }

  component(id, messageId, element) {
    const free = () => element.classList.remove("busy");
    this.#wait(id, {
      answered: free,
      failed: () => {
        free();
        this.#timeline.remark(messageId, "This interaction failed.");
      },
    });
  }

  answered(id) { this.#settle(id, "answered"); }
  failed(id) { this.#settle(id, "failed"); }

  /** The event may be here before the request's own answer is. */
  #wait(id, outcomes) {
    const early = this.#settled.get(id);
    if (early) outcomes[early]();
    else this.#waiting.set(id, outcomes);
  }

  #settle(id, outcome) {
    this.#settled.set(id, outcome);
    if (this.#settled.size > 200) this.#settled.delete(this.#settled.keys().next().value);
    this.#waiting.get(id)?.[outcome]();
    this.#waiting.delete(id);
  }
}
