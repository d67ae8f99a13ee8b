// A select menu in Discord's looks: one value is sent at once, several when the menu closes.

import {el} from "./dom.js";

const SOURCES = {
  5: (guild) => guild.members.map((member) => ({label: member.display_name, value: member.id})),
  6: (guild) => guild.roles.map((role) => ({label: role.name, value: role.id})),
  8: (guild) => guild.channels.map((channel) => ({label: "#" + channel.name, value: channel.id})),
};
SOURCES[7] = (guild) => [...SOURCES[5](guild), ...SOURCES[6](guild)];

export function dropdown(select, guild, onChosen) {
  const options = select.type === 3 ? select.options : SOURCES[select.type](guild);
  const many = (select.max_values ?? 1) > 1;
  const chosen = new Set(options.filter((option) => option.default).map((option) => option.value));
  const list = el("ul.dropdown-list", {role: "listbox", hidden: true});
  const shown = el("span.dropdown-shown");
  const button = el("button.dropdown-button",
    {type: "button", disabled: select.disabled, "aria-haspopup": "listbox"}, shown, el("span.dropdown-arrow", {}, "⌄"));
  const root = el("div.dropdown", {dataset: {customId: select.custom_id}}, button, list);

  const show = () => {
    const labels = options.filter((option) => chosen.has(option.value)).map((option) => option.label);
    shown.textContent = labels.join(", ") || select.placeholder || "Make a selection";
    shown.classList.toggle("empty", labels.length === 0);
    list.querySelectorAll("li").forEach((item) => {
      item.setAttribute("aria-selected", String(chosen.has(item.dataset.value)));
    });
  };
  const close = () => {
    if (list.hidden) return;
    list.hidden = true;
    document.removeEventListener("mousedown", outside);
    if (many && chosen.size >= (select.min_values ?? 1)) onChosen([...chosen]);
  };
  const outside = (event) => {
    if (!root.contains(event.target)) close();
  };
  const choose = (value) => {
    if (!many) chosen.clear();
    if (!chosen.delete(value) && chosen.size < (select.max_values ?? 1)) chosen.add(value);
    show();
    if (many) return;
    list.hidden = true;
    document.removeEventListener("mousedown", outside);
    onChosen([...chosen]);
  };

  list.append(...options.map((option) => el("li",
    {role: "option", dataset: {value: option.value}, on: {click: () => choose(option.value)}},
    option.emoji?.name && el("span.option-emoji", {}, option.emoji.name),
    el("span.option-text", {}, el("span", {}, option.label), option.description && el("small", {}, option.description)))));
  button.addEventListener("click", () => {
    if (!list.hidden) return close();
    list.hidden = false;
    document.addEventListener("mousedown", outside);
  });
  show();
  return root;
}
