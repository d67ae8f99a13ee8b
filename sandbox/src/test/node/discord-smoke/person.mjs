// A person at the local Discord, over its user API.

export class Person {
  #base;
  #token;

  static async login(apiBase, user) {
    const person = new Person();
    person.#base = new URL("/user/v1", apiBase).href;
    person.#token = (await person.post("/login", {user})).token;
    return person;
  }

  get(path) { return this.#send("GET", path); }
  post(path, body) { return this.#send("POST", path, body); }
  command(name, options) { return this.post("/commands", {channel: "desk", name, options}); }
  press(message, customId, values) { return this.post("/components", {message, custom_id: customId, values}); }

  react(message, emoji) {
    return this.#send("PUT", `/channels/desk/messages/${message}/reactions/${encodeURIComponent(emoji)}`);
  }

  async #send(method, path, body) {
    const response = await fetch(this.#base + path, {
      method, headers: {authorization: `Bearer ${this.#token}`}, body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text ? JSON.parse(text) : null;
  }
}
