// The input line: plain text, or a command with suggestions for its name, options and values.

import {byId, el} from "./dom.js";
import {commandIn, commandsLike, fixedChoices, optionAtEnd, optionsIn, optionsLeft, tail} from "./command-line.js";

const ASK_MILLIS = 150;

export class CommandBox {
  #input = byId("command");
  #list = byId("suggestions");
  #usage = byId("usage");
  #commands = [];
  #guild = null;
  #items = [];
  #selected = 0;
  #moved = false;
  #picked = new Map();
  #asking = 0;
  #host;

  /** The host sends: invoke(name, options), which gives the reason of a refusal, write(text), suggestions(name, options, focused). */
  constructor(host) {
    this.#host = host;
    this.#input.addEventListener("input", () => this.#changed());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("blur", () => setTimeout(() => this.#hide(), 150));
    this.#input.addEventListener("focus", () => this.#changed());
    byId("composer").addEventListener("submit", (event) => event.preventDefault());
  }

  offer(commands, guild) {
    this.#commands = commands;
    this.#guild = guild;
  }

  place(channel, canWrite) {
    this.#input.placeholder = canWrite ? `Message #${channel.name}` : "You do not have permission to send messages in this channel.";
    this.#input.disabled = !canWrite;
    this.#set("");
  }

  complain(message) {
    this.#usage.hidden = false;
    this.#usage.replaceChildren(el("span.problem", {id: "command-problem"}, message));
  }

  #set(text) {
    this.#input.value = text;
    this.#changed();
  }

  #changed() {
    const text = this.#input.value;
    this.#moved = false;
    this.#selected = 0;
    if (!text.startsWith("/")) return this.#hide();
    const command = commandIn(text, this.#commands);
    this.#showUsage(text, command);
    if (!command || text === "/" + command.name) return this.#show(this.#names(text));
    const open = optionAtEnd(text, command);
    if (open) return this.#values(text, command, open);
    this.#show(this.#options(text, command));
  }

  #names(text) {
    return commandsLike(text, this.#commands).slice(0, 12).map((command) => ({
      label: "/" + command.name, note: command.description, icon: true, take: () => this.#set(`/${command.name} `),
    }));
  }

  #options(text, command) {
    const begun = tail(text, command);
    const stem = begun ? text.slice(0, -begun.length) : text;
    return optionsLeft(text, command).filter((option) => option.name.startsWith(begun)).map((option) => ({
      label: option.name, note: option.description, mark: option.required ? "required" : option.type,
      take: () => this.#set(`${stem.trimEnd()} ${option.name}:`),
    }));
  }

  #values(text, command, open) {
    const put = (choice) => () => {
      this.#picked.set(open.name, {text: choice.name, value: choice.value});
      this.#set(`${text.slice(0, open.start)}${open.name}:${choice.name} `);
      this.#show(this.#options(this.#input.value, command));
    };
    const rows = (choices) => choices.map((choice) => ({label: choice.name, take: put(choice), choice: true}));
    this.#show(rows(this.#entities(open.definition).concat(fixedChoices(open.definition))
      .filter((choice) => choice.name.toLowerCase().includes(open.value.toLowerCase()))), open.definition);
    if (open.definition.autocomplete && this.#picked.get(open.name)?.text !== open.value) {
      this.#ask(command, open, (choices) => this.#show(rows(choices), open.definition));
    }
  }

  #entities(definition) {
    const people = () => this.#guild.members.map((member) => ({name: member.name, value: member.id}));
    const roles = () => this.#guild.roles.map((role) => ({name: role.name, value: role.id}));
    switch (definition.type) {
      case "user": return people();
      case "role": return roles();
      case "mentionable": return [...people(), ...roles()];
      case "channel": return this.#guild.channels.map((channel) => ({name: channel.name, value: channel.id}));
      default: return [];
    }
  }

  #ask(command, open, show) {
    const question = ++this.#asking;
    setTimeout(async () => {
      if (question !== this.#asking) return;
      this.#note(open.definition, "Loading options…");
      try {
        const options = {...this.#filled(this.#input.value, command), [open.name]: open.value};
        const choices = await this.#host.suggestions(command.name, options, open.name);
        if (question === this.#asking) show(choices);
      } catch {
        if (question === this.#asking) this.#note(open.definition, "Loading options failed");
      }
    }, ASK_MILLIS);
  }

  #filled(text, command) {
    return Object.fromEntries(optionsIn(text, command).filter((option) => option.value !== "").map((option) => {
      const picked = this.#picked.get(option.name);
      return [option.name, picked?.text === option.value ? picked.value : option.value];
    }));
  }

  #key(event) {
    const open = !this.#list.hidden && this.#items.length > 0;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.#moved = true;
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.#select((this.#selected + step + this.#items.length) % this.#items.length);
    } else if (open && event.key === "Tab") {
      event.preventDefault();
      this.#items[this.#selected].take();
    } else if (event.key === "Escape") {
      this.#hide();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#enter(open);
    }
  }

  /** Sends what is complete; otherwise takes the suggestion that is marked. */
  #enter(open) {
    const text = this.#input.value.trim();
    if (!text) return;
    if (!text.startsWith("/")) {
      this.#host.write(text);
      return this.#set("");
    }
    const command = commandIn(text, this.#commands);
    const marked = this.#items[this.#selected];
    if (open && (this.#moved || !command || (marked.choice && this.#isHalfTyped(command)))) return marked.take();
    if (!command) return this.complain(`There is no command ${text.split(" ")[0]} for you.`);
    const missing = optionsLeft(text, command).find((option) => option.required);
    if (missing) return this.#set(`${text} ${missing.name}:`);
    this.#send(text, command);
  }

  /** What was typed comes back when it is refused. */
  async #send(text, command) {
    const options = this.#filled(text, command);
    this.#set("");
    const problem = await this.#host.invoke(command.name, options);
    if (!problem) return this.#picked.clear();
    if (!this.#input.value) this.#input.value = text;
    this.#hide();
    this.complain(problem);
  }

  #isHalfTyped(command) {
    const open = optionAtEnd(this.#input.value, command);
    return open && fixedChoices(open.definition).length > 0
      && !fixedChoices(open.definition).some((choice) => choice.name === open.value || String(choice.value) === open.value);
  }

  #showUsage(text, command) {
    this.#usage.hidden = !command;
    if (!command) return;
    const given = new Map(optionsIn(text, command).map((option) => [option.name, option.value]));
    this.#usage.replaceChildren(el("b", {}, "/" + command.name), el("span.usage-note", {}, command.description),
      ...command.options.map((option) => el(given.get(option.name) ? "span.pill.filled" : option.required ? "span.pill.required" : "span.pill",
        {title: option.description, dataset: {option: option.name}}, option.name)));
  }

  #note(definition, text) {
    this.#list.hidden = false;
    this.#items = [];
    this.#list.replaceChildren(el("div.suggestions-head", {}, heading(definition)), el("div.suggestion-empty", {}, text));
  }

  #show(items, definition) {
    this.#items = items;
    this.#selected = Math.min(this.#selected, Math.max(items.length - 1, 0));
    if (!items.length && definition) return this.#note(definition, hint(definition));
    this.#list.hidden = !items.length;
    this.#list.replaceChildren(
      el("div.suggestions-head", {}, definition ? heading(definition) : items[0]?.icon ? "Commands" : "Options"),
      ...items.map((item, index) => this.#row(item, index)));
    this.#select(this.#selected);
  }

  #row(item, index) {
    return el("div.suggestion", {
      role: "option", dataset: {suggestion: item.label},
      on: {mousedown: (event) => { event.preventDefault(); item.take(); }, mousemove: () => this.#select(index)},
    }, item.icon && el("img.avatar", {src: "pairdesk.svg", alt: ""}), el("span.suggestion-name", {}, item.label),
    item.note && el("span.suggestion-note", {}, item.note), item.mark && el("span.suggestion-mark", {}, item.mark));
  }

  #select(index) {
    this.#selected = index;
    this.#list.querySelectorAll(".suggestion").forEach((row, at) => {
      row.setAttribute("aria-selected", String(at === index));
      if (at === index) row.scrollIntoView({block: "nearest"});
    });
  }

  #hide() {
    this.#list.hidden = true;
    if (!this.#input.value.startsWith("/")) this.#usage.hidden = true;
  }
}

function heading(definition) {
  return [el("b", {}, definition.name), " ", definition.description];
}

function hint(definition) {
  const from = definition.min_value ?? definition.min_length;
  const to = definition.max_value ?? definition.max_length;
  const range = from !== undefined || to !== undefined ? `, ${from ?? "…"} to ${to ?? "…"}` : "";
  return `Type a value: ${definition.type}${range}`;
}
