// What is typed after a slash: "/name option:value option:value with spaces". Pure functions, no DOM.

/** The longest command whose name the text starts with, or null while the name is still being typed. */
export function commandIn(text, commands) {
  const typed = text.slice(1);
  return commands
    .filter((command) => typed === command.name || typed.startsWith(command.name + " "))
    .sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}

/** Commands that the typed name may become, best first. */
export function commandsLike(text, commands) {
  const typed = text.slice(1).trim().toLowerCase();
  const starting = commands.filter((command) => command.name.startsWith(typed));
  const holding = commands.filter((command) => !command.name.startsWith(typed) && command.name.includes(typed));
  return [...starting, ...holding];
}

/** The options typed so far, in order: {name, value, start}; a value runs to the next known option. */
export function optionsIn(text, command) {
  const names = command.options.map((option) => option.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  if (!names) return [];
  const marks = [...text.matchAll(new RegExp(`(?<= )(${names}):`, "g"))];
  return marks.map((mark, index) => ({
    name: mark[1],
    value: text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length).trim(),
    start: mark.index,
  }));
}

/** The option whose value is being typed: the last one, unless a blank after a finished value says otherwise. */
export function optionAtEnd(text, command) {
  const last = optionsIn(text, command).at(-1);
  if (!last) return null;
  const definition = command.options.find((option) => option.name === last.name);
  const finished = /\s$/.test(text) && last.value !== "" && definition.type !== "string";
  return finished ? null : {...last, definition};
}

/** Options not yet given; required ones first. */
export function optionsLeft(text, command) {
  const given = new Set(optionsIn(text, command).map((option) => option.name));
  return command.options.filter((option) => !given.has(option.name));
}

/** What stands between the last finished part and the end: the beginning of an option's name. */
export function tail(text, command) {
  const rest = text.slice(command.name.length + 1);
  return /(?:^|\s)([^\s:]*)$/.exec(rest)?.[1] ?? "";
}

/** Choices offered before anything is asked: fixed ones, or true and false. */
export function fixedChoices(definition) {
  if (definition.type === "boolean") return [{name: "True", value: "true"}, {name: "False", value: "false"}];
  return definition.choices ?? [];
}
