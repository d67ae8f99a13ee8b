// The messages of the channel that is open, oldest first, kept in step with what the server tells.

import {byId, el} from "./dom.js";
import {messageItem, reactions} from "./message.js";

const NEAR_END = 120;

export class Timeline {
  #list = byId("messages");
  #scroller = byId("scroller");
  #messages = new Map();
  #ctx = null;
  #actions;
  #loadOlder;

  constructor(actions, loadOlder) {
    this.#actions = actions;
    this.#loadOlder = loadOlder;
    this.#scroller.addEventListener("scroll", () => this.#older());
    this.#list.addEventListener("load", () => this.#keepEnd(() => {}), true); // a picture has arrived and takes room
  }

  /** Shows these messages (newest first, as the server lists them) and nothing else. */
  show(messages, ctx) {
    this.#ctx = ctx;
    this.#messages = new Map(messages.toReversed().map((message) => [message.id, message]));
    this.#list.replaceChildren();
    [...this.#messages.values()].forEach((message) => this.#list.append(this.#item(message)));
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  add(message) {
    this.#keepEnd(() => {
      this.#messages.set(message.id, message);
      const item = this.#item(message);
      const next = [...this.#list.children].find((other) => isLater(other.dataset.messageId, message.id));
      this.#list.insertBefore(item, next ?? null);
    });
  }

  update(message) {
    if (!this.#messages.has(message.id)) return;
    this.#keepEnd(() => {
      this.#messages.set(message.id, message);
      this.#find(message.id)?.replaceWith(this.#item(message));
    });
  }

  remove(id) {
    const item = this.#find(id);
    const next = item?.nextElementSibling;
    this.#messages.delete(id);
    item?.remove();
    const follower = this.#messages.get(next?.dataset.messageId);
    if (follower) next.replaceWith(this.#item(follower));
  }

  react(id, list) {
    const message = this.#messages.get(id);
    if (!message) return;
    this.#keepEnd(() => {
      message.reactions = list;
      this.#find(id)?.querySelector(".reactions").replaceWith(reactions(message, this.#actions));
    });
  }

  has(id) {
    return this.#messages.has(id);
  }

  /** A line of the page itself, such as a failed command; gives a function that takes it away. */
  notice(className, ...content) {
    const item = el(`li.notice.${className}`, {}, content);
    this.#keepEnd(() => this.#list.append(item));
    return () => item.remove();
  }

  /** A remark under one message. */
  remark(messageId, text) {
    const item = this.#find(messageId);
    item?.querySelector(".remark")?.remove();
    this.#keepEnd(() => item?.querySelector(".message-main").append(el("div.remark", {}, text)));
  }

  #item(message) {
    const ids = [...this.#messages.keys()];
    const previous = this.#messages.get(ids[ids.indexOf(message.id) - 1]);
    return messageItem(message, previous, this.#ctx, this.#actions);
  }

  #find(id) {
    return this.#list.querySelector(`[data-message-id="${CSS.escape(id)}"]`);
  }

  /** Whoever reads the newest keeps reading the newest. */
  #keepEnd(change) {
    const {scrollTop, scrollHeight, clientHeight} = this.#scroller;
    const atEnd = this.#pinned || scrollHeight - scrollTop - clientHeight < NEAR_END;
    change();
    if (atEnd) this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  get #pinned() {
    return this.#scroller.dataset.atEnd === "true";
  }

  async #older() {
    const {scrollTop, scrollHeight, clientHeight} = this.#scroller;
    this.#scroller.dataset.atEnd = String(scrollHeight - scrollTop - clientHeight < NEAR_END);
    const oldest = this.#messages.keys().next().value;
    if (scrollTop > 0 || !oldest || this.#scroller.dataset.loading) return;
    this.#scroller.dataset.loading = "true";
    const older = await this.#loadOlder(oldest);
    if (older.length) {
      this.#messages = new Map([...older.toReversed().map((message) => [message.id, message]), ...this.#messages]);
      this.#list.prepend(...older.toReversed().map((message) => this.#item(message)));
      this.#scroller.scrollTop = this.#scroller.scrollHeight - scrollHeight;
    }
    delete this.#scroller.dataset.loading;
  }
}

/** Lines of the page itself have no id and count as earlier. */
function isLater(id, than) {
  return id !== undefined && BigInt(id) > BigInt(than);
}
