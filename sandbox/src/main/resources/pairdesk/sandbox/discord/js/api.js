// The user API: one login per page, requests with its token, a socket that comes back after a break.

const BASE = "/user/v1";
const RETRY_MILLIS = 1000;

/** A refusal by the server: `field` says what is wrong. */
export class Refused extends Error {
  constructor(status, error) {
    super(error?.message ?? `HTTP ${status}`);
    this.status = status;
    this.field = error?.field ?? "request";
  }
}

export class Api {
  #token = "";
  #socket = null;
  #user;

  constructor(user) {
    this.#user = user;
  }

  async login() {
    const answer = await this.#send("POST", "/login", {user: this.#user});
    this.#token = answer.token;
    return answer.user;
  }

  guild() { return this.#send("GET", "/guild"); }
  commands() { return this.#send("GET", "/commands"); }

  messages(channel, before) {
    const older = before ? `&before=${before}` : "";
    return this.#send("GET", `/channels/${channel}/messages?limit=50${older}`);
  }

  write(channel, content) { return this.#send("POST", `/channels/${channel}/messages`, {content}); }
  dismiss(channel, message) { return this.#send("DELETE", `/channels/${channel}/messages/${message}`); }

  react(channel, message, emoji, add) {
    const path = `/channels/${channel}/messages/${message}/reactions/${encodeURIComponent(emoji)}`;
    return this.#send(add ? "PUT" : "DELETE", path);
  }

  invoke(channel, name, options) { return this.#send("POST", "/commands", {channel, name, options}); }

  async suggestions(channel, name, options, focused) {
    return (await this.#send("POST", "/autocomplete", {channel, name, options, focused})).choices;
  }

  press(message, customId, values) {
    return this.#send("POST", "/components", {message, custom_id: customId, values});
  }

  submit(interactionId, values) {
    return this.#send("POST", "/modals", {interaction_id: interactionId, values});
  }

  /** Calls back with every event; `onLink(true)` after each (re)connection, `onLink(false)` when it breaks. */
  listen(onEvent, onLink) {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(`${scheme}//${location.host}${BASE}/socket?token=${encodeURIComponent(this.#token)}`);
    this.#socket = socket;
    socket.onmessage = (frame) => {
      const event = JSON.parse(frame.data);
      if (event.type === "listening") onLink(true);
      else onEvent(event);
    };
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      onLink(false);
      setTimeout(() => this.#comeBack(onEvent, onLink), RETRY_MILLIS);
    };
  }

  close() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  async #comeBack(onEvent, onLink) {
    if (this.#socket === null) return;
    try {
      await this.login();
      this.listen(onEvent, onLink);
    } catch {
      setTimeout(() => this.#comeBack(onEvent, onLink), RETRY_MILLIS);
    }
  }

  async #send(method, path, body) {
    const response = await fetch(BASE + path, {
      method,
      headers: {"Authorization": `Bearer ${this.#token}`, "Content-Type": "application/json"},
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (response.status === 204) return null;
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Refused(response.status, answer.error);
    return answer;
  }
}
